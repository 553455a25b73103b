import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { kindOf, listFolder } from '../files/read.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';

const shelf = 'manuscript';

/**
 * The book that is meant where none is named: the working directory if it has a `book.yaml`, else
 * the only folder of `manuscript/` that has one. Otherwise `book-not-chosen` or `book-not-given`.
 */
export async function findBook(): Promise<Outcome<string>> {
  if (await isBook('.')) return success('.');
  const folders = (await listFolder(shelf)).map((name) => join(shelf, name));
  const areBooks = await Promise.all(folders.map(isBook));
  const books = folders.filter((_, index) => areBooks[index]);
  const [first, second] = books;
  if (first === undefined) return failure([diagnose('book-not-given', {})]);
  if (second === undefined) return success(first);
  return failure([diagnose('book-not-chosen', { books: books.join(', '), example: first })]);
}

async function isBook(folder: string): Promise<boolean> {
  return (await kindOf(join(folder, 'book.yaml'))) === 'file';
}
