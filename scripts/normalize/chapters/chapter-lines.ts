import type { EditedPiece } from '../text/edits.js';
import type { Role } from '../text/segments.js';

/** A line that a chapter prints, with what it is: one paragraph, heading, line of verse … */
export interface ChapterLine {
  readonly role: Role;
  /** Depth of a heading, 1 to 6. */
  readonly level?: number;
  /** Whether a stanza begins with this line of verse. */
  readonly stanza?: boolean;
  /** Which way a jump line points, where it does not say so itself. */
  readonly way?: 'from' | 'on';
  /** What it prints, without white space at the ends; a line without any is not written. */
  readonly pieces: readonly EditedPiece[];
}

/** Pieces without the white space at both ends. */
export function trimmed(pieces: readonly EditedPiece[]): readonly EditedPiece[] {
  const [first, ...others] = pieces;
  if (!first) return [];
  const start = first.markup ? first.text : first.text.trimStart();
  if (start === '') return trimmed(others);
  const list = [{ ...first, text: start }, ...others];
  return trimmedEnd(list);
}

function trimmedEnd(pieces: readonly EditedPiece[]): readonly EditedPiece[] {
  const last = pieces.at(-1);
  if (!last || last.markup) return pieces;
  const text = last.text.trimEnd();
  if (text === '') return trimmedEnd(pieces.slice(0, -1));
  return [...pieces.slice(0, -1), { ...last, text }];
}

/** The characters of a line, its markup and the readings of ruby left out. */
export function plainText({ pieces }: ChapterLine): string {
  let reading = false;
  let plain = '';
  for (const { text, markup } of pieces) {
    if (markup) reading = reading ? !text.includes('</rt>') : text.endsWith('<rt>');
    else if (!reading) plain += text;
  }
  return plain;
}
