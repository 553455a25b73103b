import type { Book } from '../model/book.js';
import { languagesOf } from '../model/languages-of.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { textOf } from '../model/text-of.js';
import type { NoteStyle, Theme, TrimSize } from '../model/theme.js';
import { loadTheme } from '../theme/load-theme.js';
import { loadTrim } from '../theme/trim-size.js';
import type { LeastMargins } from '../theme/type-area.js';

/** How a book is to look. */
export interface Design {
  readonly theme: Theme;
  readonly trim: TrimSize;
  readonly notes: NoteStyle;
}

/** The theme and the trim size that `book.yaml` names. Where the book goes decides how wide the margins are at least. */
export async function loadDesign(book: Book, least?: LeastMargins): Promise<Outcome<Design>> {
  const { folder, themePackage } = book;
  const roots = themePackage === undefined ? folder : [folder, themePackage];
  const theme = await loadTheme(book.theme, roots, languagesOf(book), book.keyPlaces?.theme);
  if (!theme.value) return failure(theme.diagnostics);
  const trim = await trimOf(book, theme.value, least);
  if (!trim.value) return failure([...theme.diagnostics, ...trim.diagnostics]);
  const notes = { ...theme.value.notes, ...book.notes };
  return success({ theme: theme.value, trim: trim.value, notes });
}

/** The same design on pages whose margins are at least so wide. */
export async function withMargins(design: Design, book: Book, least: LeastMargins): Promise<Outcome<Design>> {
  const trim = await trimOf(book, design.theme, least);
  return trim.value ? success({ ...design, trim: trim.value }) : failure(trim.diagnostics);
}

function trimOf(book: Book, { body }: Theme, least: LeastMargins | undefined): Promise<Outcome<TrimSize>> {
  return loadTrim(book.trim, book.folder, body, book.keyPlaces?.trim, charactersIn(book), least);
}

/** How long the text of a book is. */
export function charactersIn({ chapters }: Book): number {
  return chapters.reduce((sum, { tree }) => sum + textOf(tree).length, 0);
}
