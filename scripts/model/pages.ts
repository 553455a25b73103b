import type { FaultyPart } from './layout-fault.js';
import type { PageStart } from './page-start.js';

/** A rectangle on a page, pt from its top and from the left edge of its type area. */
export interface PageBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One page as laid out, before it has a number: markup of a Paged.js page without its outer element. */
export interface LaidOutPage {
  /** Classes of the page element that do not depend on its number or side. */
  readonly classes: readonly string[];
  /** Inline style of the page element. */
  readonly style: string;
  readonly html: string;
  /** Ids that begin on this page, in order. */
  readonly anchors: readonly string[];
  readonly start: PageStart;
  /** Where the notes at its foot begin, pt from the top of the page; nothing on a page without. */
  readonly notesTop?: number;
  /** Where heads of tables stand that come again; nothing on a page without. */
  readonly repeated?: readonly PageBox[];
  /** Where formulas stand; nothing on a page without. */
  readonly formulas?: readonly PageBox[];
  /** Where drawings (SVG) stand, whose letters are no text of the book; nothing on a page without. */
  readonly drawings?: readonly PageBox[];
}

/** What the margins of a part's pages say. */
export interface RunningHeads {
  readonly verso: string;
  readonly recto: string;
}

/** A part of the book laid out apart from the others: the unit of caching and of retrying. */
export interface LaidOutPart {
  /** The chapter's id, or `title-leaves` or `contents`. */
  readonly id: string;
  readonly numbering: 'roman' | 'arabic';
  readonly openOn: 'next' | 'recto';
  readonly heads: RunningHeads;
  readonly pages: readonly LaidOutPage[];
  /** Id and printed mark of each note that is called in it. */
  readonly noteMarks: readonly (readonly [string, string])[];
}

/** A page in its place in the book; `content` is undefined on a blank. */
export interface NumberedPage {
  readonly content: LaidOutPage | undefined;
  readonly part: string;
  /** Place in the file, from 1. */
  readonly sheet: number;
  readonly side: 'verso' | 'recto';
  /** The folio as printed: `iv`, `12`. */
  readonly label: string;
  readonly heads: RunningHeads;
}

/** The whole print edition: every page in order, the style sheet that Paged.js made, and the page map. */
export interface PaginatedBook {
  readonly pages: readonly NumberedPage[];
  readonly css: string;
  readonly anchors: Readonly<Record<string, string>>;
  /** The marks that notes were printed with, by the notes' ids. */
  readonly noteMarks: Readonly<Record<string, string>>;
  /** Ids of the notes that stand at the feet of pages. */
  readonly footNotes: readonly string[];
  /** Parts whose pages must not be printed. */
  readonly faulty: readonly FaultyPart[];
}
