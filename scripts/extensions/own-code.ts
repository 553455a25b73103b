import { createRequire, isBuiltin } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { displayPath } from '../files/display-path.js';
import { isInside } from '../files/inside.js';
import { isRegularFile } from '../files/read.js';
import { readRegularFile } from '../files/read-regular-file.js';
import { realPathOf } from '../files/real-path.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/** One file of a book's own code. */
interface OwnFile {
  readonly text: string;
  /**
   * What each name that it imports leads to: a file of the book's own code, or `null` for what is not the book's: a module of
   * Node, Banxin itself, a package that lies outside the book's folder.
   */
  readonly imports: ReadonlyMap<string, string | null>;
}

/** A book's own code by real path: the config, what it imports, and what that imports. Nothing else of the book may run. */
export type OwnCode = ReadonlyMap<string, OwnFile>;

/** Largest file of code, in bytes. */
const largest = 2_000_000;

/** Most files of code, and characters in all of them. What is beyond is no part of the code, and cannot be imported. */
const [mostFiles, mostCharacters] = [1_000, 20_000_000];

/** The text of a file of code. */
export async function readCode(path: string, shown: string): Promise<Outcome<string>> {
  const read = await readRegularFile(path, largest, shown);
  return read.value ? success(new TextDecoder().decode(read.value)) : failure(read.diagnostics);
}

/** The code of a config and of all that it imports, in the order in which it is met; nothing of it runs. */
export async function followImports(config: string, source: string): Promise<OwnCode> {
  const texts = new Map([[config, source]]);
  const code = new Map<string, OwnFile>();
  let characters = source.length;
  for (const [file, text] of texts) {
    const imports = new Map<string, string | null>();
    for (const name of importedNames(text)) {
      const target = await leadOf(name, file, dirname(config));
      if (target && !texts.has(target)) {
        const read = texts.size < mostFiles ? await readCode(target, displayPath(target)) : undefined;
        if (read?.value === undefined || characters + read.value.length > mostCharacters) continue;
        characters += read.value.length;
        texts.set(target, read.value);
      }
      if (target !== undefined) imports.set(name, target);
    }
    code.set(file, { text, imports });
  }
  return code;
}

/** So many characters may stand between an import's word and its name: a text made to be slow to read must not be. */
const nearby = 300;

const nameAfter = /^(?:\s|\(|\/\*(?:(?!\*\/)[\s\S])*\*\/|\/\/[^\n]*\n)*(['"`])([^'"`\\$\n]+)\1/;

/** Names that are written out in imports; words in comments and strings that look alike do no harm. */
function importedNames(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(/\b(?:from|import|require)\b/g)];
  const names = words.map(({ 0: word, index }) => {
    const from = index + word.length;
    return nameAfter.exec(text.slice(from, from + nearby))?.[2];
  });
  return new Set(names.filter((name) => name !== undefined));
}

/** Where an import leads: a file, `null` for what is not the book's own, or nothing where nothing is found or may be. */
async function leadOf(name: string, file: string, home: string): Promise<string | null | undefined> {
  if (isBuiltin(name) || name === 'banxin') return null;
  if (name.startsWith('file:') || isAbsolute(name) || /^\.{1,2}(?:\/|$)/.test(name))
    return findModule(name, dirname(file));
  // Modules in `data:` could import any file.
  if (/^[a-z][a-z0-9+.-]*:/i.test(name)) return undefined;
  const found = await inPackages(name, file);
  if (found !== undefined && (isInside(home, found) || name.startsWith('#'))) return found;
  return name.startsWith('#') ? undefined : null;
}

/** A module of a package, or of the `imports` in a package.json, as Node finds it. */
async function inPackages(name: string, file: string): Promise<string | undefined> {
  try {
    return await realPathOf(createRequire(file).resolve(name));
  } catch {
    return undefined;
  }
}

/** The file that an import means: as written, TypeScript for JavaScript, with an ending, or a folder's index. */
async function findModule(name: string, folder: string): Promise<string | undefined> {
  const target = name.startsWith('file:') ? pathOfUrl(name) : resolve(folder, name);
  if (target === undefined) return undefined;
  const endings = ['.ts', '.mts', '.mjs', '.js', '.cjs', '.json'];
  const candidates = [
    target,
    target.replace(/\.([mc]?)js$/, '.$1ts'),
    ...endings.map((ending) => `${target}${ending}`),
    ...endings.map((ending) => join(target, `index${ending}`)),
  ];
  for (const candidate of candidates) if (await isRegularFile(candidate)) return realPathOf(candidate);
  return undefined;
}

function pathOfUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}
