import type { RunningHeads } from '../../scripts/model/pages.js';
import { fontCss } from '../../scripts/print/font-css.js';
import type { FootNoteLayout } from '../../scripts/print/layout-part.js';
import type { TabSetup } from '../../scripts/print/layout-tab.js';
import { inBookOrder } from '../../scripts/print/leaves/book-order.js';
import { madeParts } from '../../scripts/print/leaves/made-parts.js';
import type { PageFacts } from '../../scripts/print/leaves/page-facts.js';
import { correctedPagedjs } from '../../scripts/print/pagedjs/source.js';
import { assetFiles, chapterPart, type PrintInput } from '../../scripts/print/paginate.js';
import { customsOf } from '../../scripts/theme/leaves/customs.js';
import { labelsFor } from '../../scripts/theme/leaves/labels.js';

/** A part of the book as it stands in the one document. */
export interface OnePart {
  readonly id: string;
  readonly html: string;
  readonly openOn: 'next' | 'recto';
  readonly numbering: 'roman' | 'arabic';
  /** Its pages are counted from 1. */
  readonly restarts: boolean;
  readonly heads: RunningHeads;
  readonly notes: readonly string[];
  readonly footNotes: FootNoteLayout | undefined;
}

/** All parts of a book in the order in which they are bound, with what is known of the numbers of pages. */
export async function partsOf(input: PrintInput, facts: PageFacts): Promise<readonly OnePart[]> {
  const { book, theme } = input;
  const made = (await madeParts(input)).map((part) => ({
    ...part,
    html: part.html(facts),
    heads: { verso: book.meta.title, recto: labelsFor(book.meta.language).contents },
    notes: [],
    footNotes: undefined,
  }));
  const chapters = book.chapters.map((chapter, index) => {
    const { footNotes, ...part } = chapterPart(chapter, book.chapters[index - 1], input);
    return { ...part, notes: chapter.notes.map(({ id }) => id), footNotes };
  });
  const bound = inBookOrder([...made, ...chapters], book, customsOf(theme, book.meta.language));
  return bound.map((part, index) => {
    const restarts = part.numbering !== bound[index - 1]?.numbering;
    // Where the numbering changes the text begins, which it does on a recto.
    return { ...part, restarts, openOn: restarts ? 'recto' : part.openOn };
  });
}

/** The tab that the parts of the book are laid out in. */
export async function tabSetup({ book, fonts, assets }: PrintInput): Promise<TabSetup> {
  const { css, files } = fontCss(fonts);
  return {
    language: book.meta.language,
    fontCss: css,
    files: new Map([...files, ...assetFiles(assets)]),
    pagedjs: await correctedPagedjs(),
    timeLimit: () => 60_000,
  };
}
