import type { LedgerDecision } from '../ledger/ledger-rows.js';
import type { NormalizedChapter } from '../ledger/normalized-text.js';
import { type ChapterRange, firstFrom } from '../text/edits.js';
import { lineEnd } from '../text/source-lines.js';
import { withOdd } from './odd-blocks.js';
import type { ReviewBlock, ReviewPiece } from './review.js';
import type { Reviewed } from './spot.js';

/** Reads a chapter as it came out, block by block, each character with its place in the source. */
export function makeBlocks({
  text,
  print,
}: Reviewed): (chapter: NormalizedChapter) => readonly ReviewBlock[] {
  const rows = text.decisions
    .filter(({ role }) => role !== undefined)
    .map((row) => ({ ...row, start: row.offset }));
  const read = (range: ChapterRange): readonly ReviewBlock[] => {
    let from = range.start;
    return printedBlocks(print.pieces(range)).map((pieces) => {
      const end = endOf(pieces);
      const row = rows[firstFrom(rows, from)];
      from = end;
      return blockOf(pieces, row && row.start < end ? row : {});
    });
  };
  return ({ ranges }) => {
    let blocks: readonly ReviewBlock[] = [];
    for (const range of ranges)
      blocks = range.runsOn ? runOn(blocks, read(range)) : [...blocks, ...read(range)];
    return withOdd(blocks);
  };
}

/** Blocks whose first one goes on from the last of those before. */
function runOn(before: readonly ReviewBlock[], after: readonly ReviewBlock[]): readonly ReviewBlock[] {
  const [last, first] = [before.at(-1), after[0]];
  if (!last || !first) return [...before, ...after];
  const whole = {
    ...last,
    lines: [...last.lines, ...first.lines],
    pieces: [...last.pieces, ...first.pieces],
  };
  return [...before.slice(0, -1), whole, ...after.slice(1)];
}

function blockOf(
  pieces: readonly ReviewPiece[],
  { role = 'body', level }: Partial<LedgerDecision>,
): ReviewBlock {
  const start = pieces[0]?.offset ?? 0;
  return { role, ...(level !== undefined && { level }), start, lines: linesOf(pieces, start), pieces };
}

function endOf(pieces: readonly ReviewPiece[]): number {
  const last = pieces.at(-1);
  return last ? last.offset + (last.raw ?? last.text).length : 0;
}

/** The pieces of each printed line; white space at its ends is layout. */
function printedBlocks(pieces: readonly ReviewPiece[]): readonly (readonly ReviewPiece[])[] {
  const blocks: ReviewPiece[][] = [];
  let current: ReviewPiece[] = [];
  const close = (): void => {
    const block = trimmed(current);
    if (block.length > 0) blocks.push(block);
    current = [];
  };
  for (const piece of pieces) {
    let at = 0;
    for (const match of piece.text.matchAll(lineEnd)) {
      current.push(part(piece, at, match.index));
      close();
      at = match.index + match[0].length;
    }
    current.push(part(piece, at, piece.text.length));
  }
  close();
  return blocks;
}

/** A stretch of a piece; what an edit put in stands at one place, whole. */
function part(piece: ReviewPiece, from: number, to: number): ReviewPiece {
  const text = piece.text.slice(from, to);
  return piece.raw === undefined ? { text, offset: piece.offset + from } : { ...piece, text };
}

function trimmed(pieces: readonly ReviewPiece[]): ReviewPiece[] {
  const printed = pieces.filter(({ text, raw }) => text !== '' || raw !== undefined);
  const shown = printed.findIndex(({ text }) => text.trim() !== '');
  if (shown < 0) return [];
  // What was taken out of the line belongs to it; a line of furniture before it does not.
  const first =
    printed.findLastIndex(({ raw }, i) => i < shown && raw !== undefined && raw.search(lineEnd) >= 0) + 1;
  const last = printed.findLastIndex(({ text }) => text.trim() !== '');
  return printed.slice(first, last + 1).map((piece, i, all) => {
    const { text, offset, raw } = piece;
    const lead = i === 0 ? text.length - text.trimStart().length : 0;
    const tail = i === all.length - 1 ? text.trimEnd().length : text.length;
    return { ...piece, text: text.slice(lead, tail), offset: raw === undefined ? offset + lead : offset };
  });
}

/** Where the source lines of a block begin: at its start, and behind every line end that was taken out. */
function linesOf(pieces: readonly ReviewPiece[], start: number): readonly number[] {
  const lines = [start];
  let crossed = false;
  for (const { text, offset, raw } of pieces) {
    if (raw !== undefined) crossed ||= raw.search(lineEnd) >= 0;
    else if (crossed && text.trim() !== '') {
      lines.push(offset + text.length - text.trimStart().length);
      crossed = false;
    }
  }
  return lines;
}
