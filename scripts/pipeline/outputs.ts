import type { PageThumbnail } from '../check/proof-page.js';
import type { Artifact } from '../model/artifact.js';
import type { BuildResult, Format } from '../model/build-types.js';
import type { PaginatedBook } from '../model/pages.js';
import type { CheckResult } from '../model/proof.js';
import type { Editions } from './editions.js';
import type { Workshop } from './workshop.js';

/** What was found in a PDF, and small pictures of its pages. */
export interface PdfProof {
  readonly checks: readonly CheckResult[];
  readonly thumbnails: readonly PageThumbnail[];
}

/** The print edition: its pages in order, the PDF made of them, and what was found in it. */
export interface PrintEdition {
  readonly paginated: PaginatedBook;
  readonly pdf: Artifact;
  readonly proof: PdfProof;
}

/** The press file, and what was found in it; also by the rules of the place it goes to. */
export interface PressEdition {
  readonly pdf: Artifact;
  readonly checks: readonly CheckResult[];
}

/** Spreads for an office printer, and what was found in them. */
export interface SpreadsEdition {
  readonly pdf: Artifact;
  readonly check: CheckResult;
}

/** The e-book, and what was found in it. */
export interface EbookEdition {
  readonly epub: Artifact;
  /** The record of it for shops. */
  readonly record: Artifact;
  readonly checks: readonly CheckResult[];
}

/** The printed cover, and the same for a printing house where the book goes to one. */
export interface CoverWrap {
  readonly pdf: Artifact;
  readonly press: PressEdition | null;
}

/** What was built; `null` where a format was not asked for. */
export interface Outputs {
  readonly print: PrintEdition | null;
  readonly press: PressEdition | null;
  /** The printed cover. */
  readonly wrap: CoverWrap | null;
  readonly spreads: SpreadsEdition | null;
  readonly ebook: EbookEdition | null;
}

/** The files of all that was built, in the order in which they are named; the PDF only where it is asked for itself. */
export function artifactsOf(
  { print, press, wrap, spreads, ebook }: Outputs,
  formats: readonly Format[],
): readonly (Artifact | null | undefined)[] {
  return [
    formats.includes('pdf') ? print?.pdf : null,
    press?.pdf,
    wrap?.pdf,
    wrap?.press?.pdf,
    spreads?.pdf,
    ebook?.epub,
    ebook?.record,
  ];
}

/** How much was built, and how long it took. */
export function figuresOf(
  { book, started }: Pick<Workshop, 'book' | 'started'>,
  { manuscript }: Editions,
  print: PrintEdition | null,
): BuildResult['figures'] {
  return {
    ...(print && { pages: print.paginated.pages.length }),
    characters: manuscript[print ? 'print' : 'ebook'].reference.units.length,
    chapters: book.chapters.length,
    seconds: (performance.now() - started) / 1000,
  };
}
