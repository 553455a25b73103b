import { loadExtensions } from '../extensions/load-extensions.js';
import { readBook } from '../manuscript/read-book.js';
import type { Book } from '../model/book.js';
import type { ExtensionOptions, Extensions } from '../model/extension.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/** A book that was read, with what its own config adds. */
export interface OpenedBook {
  readonly book: Book;
  readonly extensions: Extensions;
}

/** Reads a book's folder with the constructs and the theme that its config adds; without permission for that, nothing. */
export async function openBook(folder: string, options: ExtensionOptions = {}): Promise<Outcome<OpenedBook>> {
  const { value: extensions, diagnostics } = await loadExtensions(folder, options);
  if (!extensions) return failure(diagnostics);
  const read = await readBook(folder, extensions.constructs);
  const found = [...diagnostics, ...read.diagnostics];
  if (!read.value) return failure(found);
  return success({ book: inOwnTheme(read.value, extensions), extensions }, found);
}

/** A theme that `book.yaml` names wins over that of the config's package, which may bring it too. */
function inOwnTheme(book: Book, { theme }: Extensions): Book {
  if (!theme) return book;
  const isNamed = book.keyPlaces?.theme !== undefined;
  return { ...book, themePackage: theme.folder, ...(!isNamed && { theme: theme.name }) };
}
