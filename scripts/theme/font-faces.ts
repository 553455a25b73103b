import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { isRegularFile, readOwnText } from '../files/read.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { isRecord } from '../model/is-record.js';
import { nearest } from '../model/nearest.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { FontFace } from '../model/theme.js';
import type { OwnRoots } from './own-files.js';
import { malformed, readStyleData } from './style-data.js';

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
    const outcome = await faceFromData(name, data.value, bookFolder);
    if (outcome.value) faces.push(outcome.value);
    problems.push(...outcome.diagnostics);
  }
  return problems.length > 0 ? failure(problems) : success(faces);
}

async function faceFromData(
  name: string,
  faces: Record<string, unknown>,
  roots: OwnRoots,
): Promise<Outcome<FontFace>> {
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
  if (!isPackageName(packageName) || !isPathInside(file) || !isPathInside(licence)) {
    return malformed(
      path,
      `\`package\` of \`${name}\` must be the name of an npm package, \`file\` and \`licence\` paths in it`,
    );
  }
  const found = await findInPackage(packageName, [file, licence], roots);
  if (!found) return failure([diagnose('face-not-found', { face: name, file: `${packageName}/${file}` })]);
  return success({
    family,
    weight,
    style: data.style === 'italic' ? 'italic' : 'normal',
    file: found[0] ?? '',
    licence: found[1] ?? '',
    sizeAdjust,
    ...(typeof characters === 'string' && { characters }),
  });
}

/** A book's `faces.json` is as little trusted as its text: it names packages, no other places of this machine. */
function isPackageName(name: string): boolean {
  return /^(?:@[a-z0-9_-][\w.-]*\/)?[a-z0-9_-][\w.-]*$/i.test(name);
}

function isPathInside(file: string): boolean {
  return file
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\'));
}

/** Files of a package that Banxin has, or else the theme's own package (the second of the roots). */
async function findInPackage(
  name: string,
  files: readonly string[],
  roots: OwnRoots,
): Promise<readonly string[] | undefined> {
  const own = resolved(resolveModule, name, files);
  if (own) return own;
  for (const root of typeof roots === 'string' ? [] : roots.slice(1)) {
    const found = resolved(createRequire(join(root, 'package.json')).resolve, name, files);
    const areOfPackage = await Promise.all((found ?? []).map((file) => isOfPackage(file, name)));
    if (found && areOfPackage.every(Boolean)) return found;
  }
  return undefined;
}

function resolved(
  resolve: NodeJS.RequireResolve,
  name: string,
  files: readonly string[],
): readonly string[] | undefined {
  try {
    return files.map((file) => resolve(`${name}/${file}`));
  } catch {
    return undefined;
  }
}

/** The package of a theme may have come with the book: a link in it must not bring what lies elsewhere on this machine. */
async function isOfPackage(file: string, name: string): Promise<boolean> {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    const found = (await isRegularFile(manifest)) ? nameIn(await readOwnText(manifest)) : undefined;
    if (found !== undefined) return found === name;
  }
  return false;
}

function nameIn(manifest: string): unknown {
  try {
    const data: unknown = JSON.parse(manifest);
    return isRecord(data) ? data.name : undefined;
  } catch {
    return undefined;
  }
}
