import { dirname, join, relative, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { keyOf } from '../files/key-of.js';
import { kindOf, listFolder } from '../files/read.js';
import { readRegularFile } from '../files/read-regular-file.js';
import { realPathOf } from '../files/real-path.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/** Names of a book's own config, of which it has one. */
export const configNames = ['banxin.config.ts', 'banxin.config.mjs'] as const;

/** A book's config as it lies on the disk; nothing of it has run. */
export interface ConfigFile {
  /** The path behind all symbolic links. */
  readonly path: string;
  /** The path as the user would type it. */
  readonly shown: string;
  readonly source: string;
  /** The files of its code: itself, and what it imports by a relative path, and what those import. */
  readonly files: readonly string[];
  /** Hash of the bytes of all of them. */
  readonly fingerprint: string;
}

/** Largest file of code, in bytes. */
const largest = 2_000_000;

/** Most files of code that are followed. */
const mostFiles = 200;

/** Reads the config of a book's folder; nothing where it has none. Errors: `config-twice`, or that it cannot be read. */
export async function findConfig(folder: string): Promise<Outcome<ConfigFile | null>> {
  const kinds = await Promise.all(configNames.map((name) => kindOf(join(folder, name))));
  const [name, second] = configNames.filter((_, index) => kinds[index] !== 'nothing');
  if (name === undefined) return success(null, await misnamed(folder));
  const shown = displayPath(join(folder, name));
  if (second !== undefined)
    return failure([diagnose('config-twice', { first: name, second }, { file: shown })]);
  const path = (await realPathOf(join(folder, name))) ?? resolve(folder, name);
  const read = await readCode(path, shown);
  if (read.value === undefined) return failure(read.diagnostics);
  const code = await followImports(path, read.value);
  const pieces = [...code].flatMap(([file, text]) => [relative(dirname(path), file), text]);
  return success({
    path,
    shown,
    source: read.value,
    files: [...code.keys()],
    fingerprint: keyOf(...pieces),
  });
}

/** A config by another name is read by nobody, which its author should hear. */
async function misnamed(folder: string): Promise<readonly Diagnostic[]> {
  const names = await listFolder(folder);
  return names
    .filter((name) => /^banxin\.config\.(?:[cm]?[jt]sx?|json|ya?ml)$/.test(name))
    .map((name) => diagnose('config-misnamed', { file: name }, { file: displayPath(join(folder, name)) }));
}

async function readCode(path: string, shown: string): Promise<Outcome<string>> {
  const read = await readRegularFile(path, largest, shown);
  return read.value ? success(new TextDecoder().decode(read.value)) : failure(read.diagnostics);
}

/** Imports by a relative path that is written out: only such code is the book's own. */
const imported = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*(['"`])(\.{1,2}\/[^'"`$\n]+)\1/g;

/** The code of a file and of all that it imports, by path, in the order in which it is met. */
async function followImports(path: string, source: string): Promise<ReadonlyMap<string, string>> {
  const code = new Map([[path, source]]);
  for (const [file, text] of code) {
    for (const [, , target = ''] of text.matchAll(imported)) {
      const found = await findModule(resolve(dirname(file), target));
      if (found === undefined || code.has(found) || code.size >= mostFiles) continue;
      const read = await readCode(found, displayPath(found));
      if (read.value !== undefined) code.set(found, read.value);
    }
  }
  return code;
}

/** The file that an import means: as written, TypeScript for JavaScript, with an ending, or a folder's index. */
async function findModule(target: string): Promise<string | undefined> {
  const endings = ['.ts', '.mts', '.mjs', '.js', '.cjs', '.json'];
  const candidates = [
    target,
    target.replace(/\.([mc]?)js$/, '.$1ts'),
    ...endings.map((ending) => `${target}${ending}`),
    ...endings.map((ending) => join(target, `index${ending}`)),
  ];
  for (const candidate of candidates) if ((await kindOf(candidate)) === 'file') return realPathOf(candidate);
  return undefined;
}
