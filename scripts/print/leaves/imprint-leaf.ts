import Mustache from 'mustache';
import type { Book } from '../../model/book.js';
import type { Theme, TrimSize } from '../../model/theme.js';
import { type Imprint, imprintOf } from '../../theme/leaves/imprint.js';
import { textWidth } from '../running-title.js';
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
  const view = {
    ...imprint,
    barcode,
    hasRows: imprint.rows.length > 0,
    dense: linesOf(imprint, barcode !== '', trim, theme) > (trim.typeArea.lines * 4) / 3,
  };
  return inLanguage(book, Mustache.render(theme.templates.imprint ?? '', view));
}

/** Size of the imprint in pt; its lines are three quarters of the text's. */
const size = 8.5;
/** Lines that a barcode takes, and those that part the blocks. */
const barcodeLines = 4.5;

/** About how many lines an imprint takes, so that one that is too long for its page is set smaller. */
function linesOf(imprint: Imprint, hasBarcode: boolean, trim: TrimSize, theme: Theme): number {
  const room = (trim.typeArea.characters * theme.body.size) / size;
  const taken = (texts: readonly string[], width: number): number =>
    texts.reduce((sum, text) => sum + Math.ceil(textWidth(text) / width), 0);
  const { rows, statements, cip, rights, disclaimer, heading, issued } = imprint;
  const groups = cip?.groups ?? [];
  const words = taken([...statements, ...rights, ...disclaimer], hasBarcode ? room - 13 : room);
  return (
    (cip ? 3 + groups.length / 2 + taken(groups.flat(), room - 2) : 0) +
    taken([heading ?? '', issued ?? ''], room) +
    taken(
      rows.map(({ value }) => value),
      room - 6,
    ) +
    Math.max(words + 1, hasBarcode ? barcodeLines + 1 : 0)
  );
}
