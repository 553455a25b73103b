import { join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { isInside } from '../files/inside.js';
import type { Book } from '../model/book.js';
import type { Destination } from '../model/destination.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/**
 * Absolute path of the folder for a book's outputs: the one asked for, else `dist/<book id>`, and in it a folder for each place the book goes to. Outputs never
 * land among what people write: not in the book's `chapters/` or `source/`.
 */
export function outputFolder(
  book: Book,
  asked: string | undefined,
  destination?: Destination,
): Outcome<string> {
  const folder = resolve(asked ?? join('dist', book.meta.id, destination?.name ?? ''));
  const own = ['chapters', 'source'].map((name) => join(book.folder, name));
  if (!own.some((path) => isInside(path, folder))) return success(folder);
  return failure([diagnose('out-inside-manuscript', { path: displayPath(folder) })]);
}
