import { dirname, join, relative, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { keyOf } from '../files/key-of.js';
import { kindOf, listFolder } from '../files/read.js';
import { realPathOf } from '../files/real-path.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { followImports, type OwnCode, readCode } from './own-code.js';

/** Names of a book's own config, of which it has one. */
export const configNames = ['banxin.config.ts', 'banxin.config.mjs'] as const;

/** A book's config as it lies on the disk; nothing of it has run. */
export interface ConfigFile {
  /** The path behind all symbolic links. */
  readonly path: string;
  /** The path as the user would type it. */
  readonly shown: string;
  /** All of its code that is the book's own, the config first. */
  readonly code: OwnCode;
  /** Hash of all of that, and of what each import in it leads to. */
  readonly fingerprint: string;
}

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
  return success({ path, shown, code, fingerprint: fingerprintOf(code, dirname(path)) });
}

/** A config by another name is read by nobody, which its author should hear. */
async function misnamed(folder: string): Promise<readonly Diagnostic[]> {
  const names = await listFolder(folder);
  return names
    .filter((name) => /^banxin\.config\.(?:[cm]?[jt]sx?|json|ya?ml)$/.test(name))
    .map((name) => diagnose('config-misnamed', { file: name }, { file: displayPath(join(folder, name)) }));
}

function fingerprintOf(code: OwnCode, home: string): string {
  const pieces = [...code].flatMap(([file, { text, imports }]) => {
    const leads = [...imports].map(([name, target]) => [name, target && relative(home, target)]);
    return [relative(home, file), text, JSON.stringify(leads)];
  });
  return keyOf(...pieces);
}
