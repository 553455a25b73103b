import Mustache from 'mustache';
import type { Book } from '../../model/book.js';
import type { Theme, TrimSize } from '../../model/theme.js';
import { imprintOf } from '../../theme/leaves/imprint.js';
import type { PageFacts } from './page-facts.js';
import { inLanguage } from './title-leaves.js';

/** The imprint as markup; `barcode` is SVG, or empty. */
export function imprintHtml(
  book: Book,
  theme: Theme,
  print: { readonly trim: TrimSize; readonly characters: number; readonly barcode: string },
  { sheets }: PageFacts,
): string {
  const { trim, characters, barcode } = print;
  const imprint = imprintOf(book.meta, { characters, print: { trim, sheets } });
  const view = { ...imprint, barcode, hasRows: imprint.rows.length > 0 };
  return inLanguage(book, Mustache.render(theme.templates.imprint ?? '', view));
}
