import type { Book } from '../../model/book.js';
import type { LaidOutPart } from '../../model/pages.js';
import type { Theme, TrimSize } from '../../model/theme.js';
import { customsOf } from '../../theme/leaves/customs.js';
import { isbnBarcode } from './barcode.js';
import { contentsHtml } from './contents-page.js';
import { imprintHtml } from './imprint-leaf.js';
import type { PageFacts } from './page-facts.js';
import { dedicationHtml, epigraphHtml, titleLeavesHtml } from './title-leaves.js';

/** What the made parts are made of. */
export interface LeafInput {
  readonly book: Book;
  readonly theme: Theme;
  readonly trim: TrimSize;
  /** How many characters the manuscript has; the imprint says it. */
  readonly characters: number;
}

/** A part that no chapter gives: its markup follows from what is known of the finished pages. */
export interface MadePart extends Pick<LaidOutPart, 'id' | 'numbering' | 'openOn'> {
  readonly html: (facts: PageFacts) => string;
}

/** Ids of the made parts. Chapters' ids begin with `ch-`, so that none can be taken for one of these. */
export type MadeId = 'title-leaves' | 'imprint' | 'dedication' | 'epigraph' | 'contents';

/** The title leaves, imprint, dedication, epigraph and contents of a book; those that would be empty are left out. */
export async function madeParts({ book, theme, trim, characters }: LeafInput): Promise<readonly MadePart[]> {
  const isbn = book.meta.identifiers.print;
  const barcode = isbn === undefined ? '' : await isbnBarcode(isbn);
  const atBack = customsOf(theme, book.meta.language).imprint === 'back';
  const { frontFolios = 'roman' } = theme;
  const front = (id: MadeId, html: MadePart['html']): MadePart => {
    return { id, numbering: frontFolios, openOn: 'recto', html };
  };
  const parts: readonly MadePart[] = [
    front('title-leaves', () => titleLeavesHtml(book, theme)),
    {
      id: 'imprint' satisfies MadeId,
      numbering: atBack ? 'arabic' : frontFolios,
      openOn: 'next',
      html: (facts) => imprintHtml(book, theme, { trim, characters, barcode }, facts),
    },
    front('dedication', () => dedicationHtml(book, theme)),
    front('epigraph', () => epigraphHtml(book, theme)),
    front('contents', (facts) => contentsHtml(book, theme, trim, facts)),
  ];
  const unknown: PageFacts = { pageOf: () => '', sheets: () => '' };
  return parts.filter((part) => part.html(unknown) !== '');
}
