import { diagnose } from '../diagnostics/catalogue.js';
import { packageRoot } from '../files/package-root.js';
import type { Place } from '../model/diagnostic.js';
import { nearest } from '../model/nearest.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { BodyType, TrimSize } from '../model/theme.js';
import { hasNumbers, isRecord, malformed, readStyleData } from './style-data.js';

const mmPerPoint = 25.4 / 72;
/** Chromium breaks a line of exactly N characters early by rounding; a tenth of a pixel prevents it. */
const slack = 0.1 * (25.4 / 96);
const path = 'styles/trims.json';

/**
 * A trim size by name, from `styles/trims.json` of the book or of Banxin, with margins worked out:
 * inner and head margins are data, outer and foot are what the type area leaves. All mm.
 */
export async function loadTrim(
  name: string,
  bookFolder: string,
  body: BodyType,
  place?: Place,
): Promise<Outcome<TrimSize>> {
  const [own, shipped] = await Promise.all([
    readStyleData(bookFolder, path),
    readStyleData(packageRoot, path),
  ]);
  if (!own.value || !shipped.value) return failure([...own.diagnostics, ...shipped.diagnostics]);
  const trims = { ...shipped.value, ...own.value };
  const known = Object.keys(trims);
  if (!Object.hasOwn(trims, name)) {
    const values = { name, nearest: nearest(name, known), known: known.join(', ') };
    return failure([diagnose('trim-unknown', values, place)]);
  }
  return trimFromData(name, trims[name], body);
}

function trimFromData(name: string, data: unknown, body: BodyType): Outcome<TrimSize> {
  const fields = ['width', 'height', 'characters', 'lines', 'inner', 'head'] as const;
  if (!isRecord(data) || !hasNumbers(data, fields)) {
    return malformed(path, `\`${name}\` needs the numbers ${fields.join(', ')}`);
  }
  const areaWidth = data.characters * body.size * mmPerPoint + slack;
  const areaHeight = data.lines * body.line * mmPerPoint + slack;
  const outer = data.width - data.inner - areaWidth;
  const foot = data.height - data.head - areaHeight;
  if (outer <= 0 || foot <= 0) {
    const area = `${areaWidth.toFixed(1)} × ${areaHeight.toFixed(1)}`;
    return failure([diagnose('trim-impossible', { name, area, page: `${data.width} × ${data.height}` })]);
  }
  return success({
    name,
    label: typeof data.label === 'string' ? data.label : name,
    width: data.width,
    height: data.height,
    margins: { head: data.head, foot, inner: data.inner, outer },
    typeArea: { characters: data.characters, lines: data.lines },
  });
}
