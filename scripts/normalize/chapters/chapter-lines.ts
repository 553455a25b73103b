import type { Role } from '../text/segments.js';

/** A line that a chapter prints, with what it is: one paragraph, heading, line of verse … */
export interface ChapterLine {
  readonly role: Role;
  /** Depth of a heading, 1 to 6. */
  readonly level?: number;
  /** Whether a stanza begins with this line of verse. */
  readonly stanza?: boolean;
  readonly text: string;
}
