import type { Place } from './diagnostic.js';

/** PDF/X-4 (ISO 15930-7), or X-1a:2003 (ISO 15930-4) or X-1a:2001 (ISO 15930-1), which know no transparency. */
export type PressStandard = 'x-4' | 'x-1a' | 'x-1a:2001';

/** Bleed of a book that names none, mm: what most printing houses ask for. */
export const usualBleed = 3;

/** How a book goes to the printer (`press` in book.yaml). */
export interface PressSettings {
  readonly standard: PressStandard;
  /** How far colour goes beyond the trim, mm. */
  readonly bleed: number;
  /**
   * Whether pages have bleed at all edges, or none at the spine.
   * @default 'all'
   */
  readonly bleedEdges?: 'all' | 'outer';
  /** Whether a book without anything at the edges of its pages is made without bleed. */
  readonly bleedIfNeeded?: boolean;
  /** Whether crop and registration marks, a colour bar and a slug line stand outside the bleed. */
  readonly marks: boolean;
  /** Printing in four process colours and spot colours, or in black alone. */
  readonly colour: 'colour' | 'grey';
  /** A registered printing condition: a name in `styles/press-conditions.json`. */
  readonly condition?: string;
  /** ICC profile of the printing condition. */
  readonly profile?: PressProfile;
  /** Most ink that one spot may have, all colours together, in per cent. */
  readonly ink: number;
  /** Least pixels an inch of pictures, and of those in black and white alone, where the usual ones are not asked for. */
  readonly resolution?: { readonly pictures?: number; readonly lineArt?: number };
  /** Pages of one signature; the page count is made a multiple of it. */
  readonly signature: number;
  /** Whether blank leaves fill the last signature, or a warning says that it is not full. */
  readonly fill: 'blank' | 'none';
  /** Inks of named colours: `#rrggbb` or a name among the theme's values → `C M Y K` or `spot name / C M Y K`. */
  readonly colours: Readonly<Record<string, string>>;
}

export interface PressProfile {
  /** As messages name it. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly place?: Place;
}

/** A registered printing condition (characterization registry of the ICC, www.color.org). */
export interface PrintingCondition {
  readonly identifier: string;
  readonly info: string;
}
