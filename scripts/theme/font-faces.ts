import { createRequire } from 'node:module';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { nearest } from '../model/nearest.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { FontFace } from '../model/theme.js';
import type { OwnRoots } from './own-files.js';
import { isRecord, malformed, readStyleData } from './style-data.js';

const path = 'styles/faces.json';
const resolveModule = createRequire(import.meta.url).resolve;

/** The faces that a theme names, found in the npm packages that `styles/faces.json` says. */
export async function loadFaces(
  names: readonly string[],
  bookFolder: OwnRoots,
): Promise<Outcome<readonly FontFace[]>> {
  const data = await readStyleData(bookFolder, path);
  if (!data.value) return failure(data.diagnostics);
  const faces: FontFace[] = [];
  const problems: Diagnostic[] = [];
  for (const name of names) {
    const outcome = faceFromData(name, data.value);
    if (outcome.value) faces.push(outcome.value);
    problems.push(...outcome.diagnostics);
  }
  return problems.length > 0 ? failure(problems) : success(faces);
}

function faceFromData(name: string, faces: Record<string, unknown>): Outcome<FontFace> {
  const data = faces[name];
  if (!isRecord(data)) {
    return malformed(
      path,
      `there is no face \`${name}\`; the nearest is \`${nearest(name, Object.keys(faces))}\``,
    );
  }
  const { family, weight, package: packageName, file, licence, sizeAdjust = 1, characters } = data;
  if (
    typeof family !== 'string' ||
    typeof weight !== 'number' ||
    typeof packageName !== 'string' ||
    typeof file !== 'string' ||
    typeof licence !== 'string' ||
    typeof sizeAdjust !== 'number'
  ) {
    return malformed(path, `\`${name}\` needs family, weight, package, file and licence`);
  }
  try {
    return success({
      family,
      weight,
      style: data.style === 'italic' ? 'italic' : 'normal',
      file: resolveModule(`${packageName}/${file}`),
      licence: resolveModule(`${packageName}/${licence}`),
      sizeAdjust,
      ...(typeof characters === 'string' && { characters }),
    });
  } catch {
    return failure([diagnose('face-not-found', { face: name, file: `${packageName}/${file}` })]);
  }
}
