import type { ChapterSource } from './book.js';

/** A spot where the pages of a part do not show its text once, in order and whole. */
export interface LayoutFault {
  /** `added`: text that the source has nowhere. */
  readonly kind: 'added' | 'hidden' | 'lost' | 'outside' | 'repeated';
  /** The text; of a picture its file. */
  readonly text: string;
  /** Line in the manuscript; 0 where it is not known. */
  readonly line: number;
  /** Page in the part, from 1. */
  readonly page: number;
  /** How far it stands beyond the edge, px; 0 for other kinds. */
  readonly distance: number;
}

/** A page with faults, as it looks. */
export interface FaultPicture {
  /** Page in the part, from 1. */
  readonly page: number;
  /** JPEG. */
  readonly bytes: Uint8Array;
}

/** What the proof of one part's layout found. */
export interface LayoutProof {
  readonly faults: readonly LayoutFault[];
  readonly pictures: readonly FaultPicture[];
}

/** A part whose pages cannot be printed. */
export interface FaultyPart extends LayoutProof {
  readonly part: string;
  /** Its file; nothing for pages that come from no manuscript. */
  readonly source?: ChapterSource;
}
