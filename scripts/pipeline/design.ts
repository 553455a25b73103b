import type { Book } from '../model/book.js';
import { languagesOf } from '../model/languages-of.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { textOf } from '../model/text-of.js';
import type { NoteStyle, Theme, TrimSize } from '../model/theme.js';
import { loadTheme } from '../theme/load-theme.js';
import { loadTrim } from '../theme/trim-size.js';

/** How a book is to look. */
export interface Design {
  readonly theme: Theme;
  readonly trim: TrimSize;
  readonly notes: NoteStyle;
}

/** The theme and the trim size that `book.yaml` names. */
export async function loadDesign(book: Book): Promise<Outcome<Design>> {
  const theme = await loadTheme(book.theme, book.folder, languagesOf(book), book.keyPlaces?.theme);
  if (!theme.value) return failure(theme.diagnostics);
  const textLength = book.chapters.reduce((sum, { tree }) => sum + textOf(tree).length, 0);
  const trim = await loadTrim(book.trim, book.folder, theme.value.body, book.keyPlaces?.trim, textLength);
  if (!trim.value) return failure([...theme.diagnostics, ...trim.diagnostics]);
  const notes = { ...theme.value.notes, ...book.notes };
  return success({ theme: theme.value, trim: trim.value, notes });
}
