import { diagnose } from '../diagnostics/catalogue.js';
import { packageRoot } from '../files/package-root.js';
import type { Place } from '../model/diagnostic.js';
import { isRecord } from '../model/is-record.js';
import { nearest } from '../model/nearest.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { BodyType, TrimSize } from '../model/theme.js';
import { hasNumbers, malformed, readStyleData } from './style-data.js';
import { type LeastMargins, type PageFormat, typeAreaOf } from './type-area.js';

const mmPerPoint = 25.4 / 72;
/** Chromium breaks a line of exactly N characters early by rounding; a tenth of a pixel prevents it. */
const slack = 0.1 * (25.4 / 96);
const path = 'styles/trims.json';

/**
 * A trim size by name, from `styles/trims.json` of the book or of Banxin: width and height are data, type area and
 * margins follow (see type-area.ts) where it does not say its own. All mm. `textLength` is how many characters
 * the book has; a thick book gets a wider inner margin. `least` is what the place where it is printed asks for.
 */
export async function loadTrim(
  name: string,
  bookFolder: string,
  body: BodyType,
  place?: Place,
  textLength = 0,
  least?: LeastMargins,
): Promise<Outcome<TrimSize>> {
  const format = await findTrim(name, bookFolder, place);
  return format.value ? trimOf(name, format.value, body, textLength, least) : failure(format.diagnostics);
}

/** The trim sizes that a book can have, with what printers or readers call them. */
export async function listTrims(
  bookFolder: string,
): Promise<readonly { readonly name: string; readonly label: string }[]> {
  const found = await Promise.all([readStyleData(packageRoot, path), readStyleData(bookFolder, path)]);
  const all: Record<string, unknown> = Object.assign({}, ...found.map(({ value }) => value ?? {}));
  return Object.entries(all).map(([name, data]) => ({
    name,
    label: isRecord(data) && typeof data.label === 'string' ? data.label : name,
  }));
}

/** A trim size as its data have it. */
export async function findTrim(name: string, bookFolder: string, place?: Place): Promise<Outcome<TrimData>> {
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
  return formatFromData(name, trims[name]);
}

/** A trim size as `trims.json` holds it. */
export interface TrimData extends PageFormat {
  readonly label: string;
  /** How many of its leaves the whole sheet gives, and that sheet in mm (GB/T 788). */
  readonly kai?: number;
  readonly sheet?: readonly [number, number];
}

const own = ['characters', 'lines', 'inner', 'head', 'kai'] as const;

function formatFromData(name: string, data: unknown): Outcome<TrimData> {
  if (!isRecord(data) || !hasNumbers(data, ['width', 'height'])) {
    return malformed(path, `\`${name}\` needs the numbers width and height, in mm`);
  }
  const given = own.filter((field) => data[field] !== undefined);
  const wrong = given.find((field) => !hasNumbers(data, [field]));
  if (wrong) return malformed(path, `\`${wrong}\` of \`${name}\` must be a number above 0`);
  const { width, height, label, sheet } = data;
  return success({
    width,
    height,
    label: typeof label === 'string' ? label : name,
    ...Object.fromEntries(given.map((field) => [field, Number(data[field])])),
    ...(isPair(sheet) && { sheet }),
  });
}

function isPair(data: unknown): data is readonly [number, number] {
  return Array.isArray(data) && data.length === 2 && data.every((length) => typeof length === 'number');
}

function trimOf(
  name: string,
  format: TrimData,
  body: BodyType,
  textLength: number,
  least: LeastMargins | undefined,
): Outcome<TrimSize> {
  const { width, height, label, kai, sheet } = format;
  const area = typeAreaOf(format, body, textLength, least);
  const areaWidth = area.characters * body.size * mmPerPoint + slack;
  const areaHeight = area.lines * body.line * mmPerPoint + slack;
  const outer = width - area.inner - areaWidth;
  const foot = height - area.head - areaHeight;
  if (outer <= 0 || foot <= 0 || area.characters < 1 || area.lines < 1) {
    const size = `${areaWidth.toFixed(1)} × ${areaHeight.toFixed(1)}`;
    return failure([diagnose('trim-impossible', { name, area: size, page: `${width} × ${height}` })]);
  }
  return success({
    name,
    label,
    width,
    height,
    margins: { head: area.head, foot, inner: area.inner, outer },
    typeArea: { characters: area.characters, lines: area.lines },
    ...(kai !== undefined && { kai }),
    ...(sheet && { sheet }),
  });
}
