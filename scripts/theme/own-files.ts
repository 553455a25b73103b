import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { resolveInside } from '../files/inside.js';
import { packageRoot } from '../files/package-root.js';
import { isRegularFile, kindOf, listFolder, readOwnText } from '../files/read.js';
import { strayLinks } from '../files/stray-links.js';
import type { Diagnostic } from '../model/diagnostic.js';

/** Where a book's own `styles/` and `templates/` lie: its folder, and behind it the package of its theme where it has one. */
export type OwnRoots = string | readonly string[];

/** The same with Banxin's own folder, which has what no other has. */
function rootsOf(own: OwnRoots): readonly string[] {
  return [...(typeof own === 'string' ? [own] : own), packageRoot];
}

/**
 * Finds a file of `styles/` or `templates/`: the book's own wins over Banxin's, file by file.
 * Gives its absolute path, or `undefined` where neither has it.
 */
export async function findOwnFile(bookFolder: OwnRoots, path: string): Promise<string | undefined> {
  for (const root of rootsOf(bookFolder)) {
    const candidate = join(root, path);
    if (await liesIn(root, path)) return candidate;
  }
  return undefined;
}

/**
 * A book comes from anybody: a link or a `..` in its styles must not bring what lies elsewhere on this machine into a file that
 * goes out, and a pipe or a device would never end.
 */
async function liesIn(root: string, path: string): Promise<boolean> {
  const found = (await kindOf(root)) === 'folder' ? await resolveInside(root, path) : 'missing';
  return typeof found === 'object' && isRegularFile(found.file);
}

/** Says of each file and folder of own `styles/` and `templates/` that lies elsewhere that it is not read: `style-outside`. */
export async function findStrayFiles(own: OwnRoots): Promise<readonly Diagnostic[]> {
  const roots = rootsOf(own).slice(0, -1);
  const stray = roots.flatMap((root) =>
    ['styles', 'templates'].map(async (part) =>
      (await strayLinks(root, part)).map((path) => displayPath(join(root, path))),
    ),
  );
  const paths = (await Promise.all(stray)).flat();
  return paths.map((path) => diagnose('style-outside', { path }, { file: path }));
}

/** The text of such a file; empty where there is none. */
export async function readOwnFile(bookFolder: OwnRoots, path: string): Promise<string> {
  const file = await findOwnFile(bookFolder, path);
  return file === undefined ? '' : readOwnText(file);
}

/** Names in such a folder, the book's and Banxin's together, sorted. */
export async function listOwnFolder(bookFolder: OwnRoots, path: string): Promise<readonly string[]> {
  const lists = await Promise.all(
    rootsOf(bookFolder).map(async (root) =>
      (await kindOf(root)) === 'folder' && typeof (await resolveInside(root, path)) === 'object'
        ? listFolder(join(root, path))
        : [],
    ),
  );
  return [...new Set(lists.flat())].sort();
}
