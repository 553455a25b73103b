import { type Edit, firstFrom, type SourceRange } from '../text/edits.js';
import { lineEnd } from '../text/source-lines.js';
import { paragraphEnd } from './outcomes.js';
import type { ReviewPiece } from './review.js';

/** The text as it comes out, read from the source and its edits. */
export interface PrintedText {
  /** The stretches that a range of the source prints, cut where an edit was made. */
  readonly pieces: (range: SourceRange) => readonly ReviewPiece[];
  /** About so many characters of print before an offset, or from it on; `¶` is a paragraph's end. */
  readonly before: (offset: number, count: number) => string;
  readonly after: (offset: number, count: number) => string;
  /** The printed line that begins at an offset, and the source offset at which it ends. */
  readonly lineAt: (offset: number) => { readonly text: string; readonly end: number };
}

/** Longest line that is read whole, in code units of the source. */
export const longestLine = 2000;

/** Reads print; `edits` must be in source order. */
export function readPrint(source: string, edits: readonly Edit[]): PrintedText {
  const pieces = ({ start, end }: SourceRange): readonly ReviewPiece[] => {
    const found: ReviewPiece[] = [];
    let at = start;
    for (let next = firstFrom(edits, start); next < edits.length; next++) {
      const edit = edits[next];
      if (!edit || edit.start >= end) break;
      if (edit.start > at) found.push({ text: source.slice(at, edit.start), offset: at });
      found.push(pieceOf(edit, source));
      at = edit.end;
    }
    if (at < end) found.push({ text: source.slice(at, end), offset: at });
    return found;
  };
  const print = (start: number, end: number): string =>
    pieces({ start: Math.max(0, start), end: Math.min(source.length, end) })
      .map(({ text }) => text)
      .join('')
      .replace(paragraphEnds, paragraphEnd);
  return {
    pieces,
    before: (offset, count) => lastOf(print(offset - 3 * count, offset), count),
    after: (offset, count) => firstOf(print(offset, offset + 3 * count), count),
    lineAt: (offset) =>
      firstLine(pieces({ start: offset, end: Math.min(source.length, offset + longestLine) }), offset),
  };
}

function pieceOf({ start, end, after, markup }: Edit, source: string): ReviewPiece {
  return { text: after, offset: start, raw: source.slice(start, end), ...(markup === true && { markup }) };
}

const paragraphEnds = new RegExp(`\\s*(?:${lineEnd.source})\\s*`, 'g');

function firstLine(pieces: readonly ReviewPiece[], offset: number): { text: string; end: number } {
  let [text, end] = ['', offset];
  for (const piece of pieces) {
    const cut = piece.text.search(lineEnd);
    const printed = cut < 0 ? piece.text : piece.text.slice(0, cut);
    text += printed;
    if (printed.trim() !== '') end = piece.offset + (piece.raw ?? printed.trimEnd()).length;
    if (cut >= 0) break;
  }
  return { text: text.trim(), end };
}

/** The first characters of a text; no surrogate pair is cut. */
export function firstOf(text: string, count: number): string {
  return text.length <= count ? text : text.slice(0, count).replace(/[\ud800-\udbff]$/u, '');
}

/** The last characters of a text; no surrogate pair is cut. */
export function lastOf(text: string, count: number): string {
  return text.length <= count ? text : text.slice(-count).replace(/^[\udc00-\udfff]/u, '');
}
