import Mustache from 'mustache';
import type { Book } from '../../model/book.js';
import type { Theme, TrimSize } from '../../model/theme.js';
import { labelsFor } from '../../theme/leaves/labels.js';
import { type ContentsList, contentsList } from './contents-list.js';
import type { PageFacts } from './page-facts.js';
import { inLanguage } from './title-leaves.js';

/** The contents page as markup; empty for a book that has none. */
export function contentsHtml(book: Book, theme: Theme, trim: TrimSize, { pageOf }: PageFacts): string {
  const list = contentsList(book, trim, pageOf);
  if (list.entries.length === 0) return '';
  const view = {
    heading: labelsFor(book.meta.language).contents,
    style: columnsOf(list),
    entries: list.entries.map((entry) => ({
      ...entry,
      lines: entry.lines.map((text, index, all) => ({ text, last: index === all.length - 1 })),
      classes: `depth-${entry.depth} ${entry.kind} ${entry.matter}${entry.leavesPart ? ' leaves-part' : ''}`,
    })),
  };
  return inLanguage(book, Mustache.render(theme.templates.contents ?? '', view));
}

/** Widths that all entries share, so that titles, dots and folios line up, as custom properties. */
function columnsOf({ numberWidth, indents, folioWidth }: ContentsList): string {
  const widths = {
    number: numberWidth,
    'indent-2': indents[2],
    'indent-3': indents[3],
    'folio-width': folioWidth,
  };
  return Object.entries(widths)
    .map(([name, width]) => `--${name}: ${width.toFixed(2)}rem`)
    .join('; ');
}
