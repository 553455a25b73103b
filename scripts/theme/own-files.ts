import { join } from 'node:path';
import { packageRoot } from '../files/package-root.js';
import { kindOf, listFolder, readOwnText } from '../files/read.js';

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
    if ((await kindOf(candidate)) === 'file') return candidate;
  }
  return undefined;
}

/** The text of such a file; empty where there is none. */
export async function readOwnFile(bookFolder: OwnRoots, path: string): Promise<string> {
  const file = await findOwnFile(bookFolder, path);
  return file === undefined ? '' : readOwnText(file);
}

/** Names in such a folder, the book's and Banxin's together, sorted. */
export async function listOwnFolder(bookFolder: OwnRoots, path: string): Promise<readonly string[]> {
  const lists = await Promise.all(rootsOf(bookFolder).map((root) => listFolder(join(root, path))));
  return [...new Set(lists.flat())].sort();
}
