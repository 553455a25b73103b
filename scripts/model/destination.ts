import type { PressStandard } from './press.js';

/** A least inner margin for books of up to so many pages, mm. */
export interface InnerMargin {
  readonly pages: number;
  readonly inner: number;
}

/** What the pages of a press file have beyond their trim. */
export interface DestinationBleed {
  /** mm. */
  readonly size: number;
  /** At all edges, or not at the spine. */
  readonly edges: 'all' | 'outer';
  /** Always, or only where something reaches the edge of a page. */
  readonly when: 'always' | 'needed';
}

/** Least distances of text and pictures from the trim, mm. */
export interface DestinationMargins {
  /** By the number of pages, the fewest first. */
  readonly inner: readonly InnerMargin[];
  /** At head, foot and outer edge. */
  readonly outer: number;
  /** The same of a file that has bleed. */
  readonly outerWithBleed?: number;
}

/** How many pages a book may have. */
export interface DestinationPages {
  readonly least?: number;
  readonly most?: number;
  /** What the page count is a multiple of; blanks fill the rest. */
  readonly signature?: number;
}

/** What the printed cover is made by. */
export interface DestinationCover {
  /** Names in `styles/papers.json` that can be had; the first is taken where the book names none of them. */
  readonly papers?: readonly string[];
  /** mm. */
  readonly bleed?: number;
  /** What the cover adds to the spine, mm. */
  readonly coverCaliper?: number;
  /** Whether there is a cover even where the book says nothing of one. */
  readonly asked?: boolean;
}

/** Where a book goes, and what is wanted there. What is not said is as the book has it. */
export interface Destination {
  /** The name of its file in `styles/destinations/`. */
  readonly name: string;
  /** Where it is written, as messages show it. */
  readonly path: string;
  readonly label: { readonly en: string; readonly 'zh-CN': string };
  /** A press file of single pages, or spreads on sheets for an office printer. */
  readonly file: 'press' | 'spreads';
  /** The sheet of spreads, and what a printer leaves blank at its edges, mm. */
  readonly sheet?: { readonly width: number; readonly height: number; readonly margin: number };
  /** Name of a trim size in `styles/trims.json`. */
  readonly trim?: string;
  readonly standard?: PressStandard;
  readonly marks?: boolean;
  readonly colour?: 'colour' | 'grey';
  /** Name of a printing condition in `styles/press-conditions.json`. */
  readonly condition?: string;
  readonly bleed?: DestinationBleed;
  readonly margins?: DestinationMargins;
  readonly pages?: DestinationPages;
  /** Least pixels an inch of pictures, and of those in black and white alone. */
  readonly resolution?: { readonly pictures?: number; readonly lineArt?: number };
  /** Most ink of one spot, per cent. */
  readonly ink?: { readonly most: number };
  readonly cover?: DestinationCover;
}

/** The least inner margin of a book of so many pages; one that is thicker than the last row has that of the last row. */
export function innerMarginFor({ margins }: Destination, pages: number): number {
  const rows = margins?.inner ?? [];
  return (rows.find((row) => pages <= row.pages) ?? rows.at(-1))?.inner ?? 0;
}

/** The pages that are bound: blanks fill the last signature. */
export function boundPages(pages: number, signature: number): number {
  return Math.ceil(pages / signature) * signature;
}
