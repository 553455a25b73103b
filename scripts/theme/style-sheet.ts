import { posix } from 'node:path';
import { type OwnRoots, readOwnFile } from './own-files.js';

const imported = /^@import "([\w./-]+\.css)";$/gm;

/**
 * A style sheet of `styles/` as one text: what it imports (`@import "print/page.css";` on a line of its
 * own) stands in its place. Each file of the book's own folder wins over Banxin's; empty where there is none.
 */
export async function readStyleSheet(bookFolder: OwnRoots, path: string, depth = 0): Promise<string> {
  const text = await readOwnFile(bookFolder, path);
  const names = [...text.matchAll(imported)].map((match) => match[1] ?? '');
  if (names.length === 0 || depth > mostDeep) return text;
  const parts = await Promise.all(
    names.map((name) => readStyleSheet(bookFolder, posix.join(posix.dirname(path), name), depth + 1)),
  );
  let next = 0;
  return text.replace(imported, () => parts[next++] ?? '');
}

/** Imports within imports, at most: a file that imports itself must end. */
const mostDeep = 4;
