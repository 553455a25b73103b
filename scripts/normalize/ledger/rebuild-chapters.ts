import type { ChapterLine } from '../chapters/chapter-lines.js';
import { writeChapter } from '../chapters/markdown.js';
import { firstFrom, type SourceRange } from '../text/edits.js';
import { lineEnd } from '../text/source-lines.js';
import { applyEdits, type Piece } from './apply-edits.js';
import type { Ledger } from './ledger.js';
import type { LedgerDecision } from './ledger-rows.js';

/**
 * The chapters of a run, made again from the source and its ledger, in the ledger's order: what a
 * person's edits are held against. Nothing for a chapter whose edits do not fit the source.
 */
export function rebuildChapters(source: string, ledger: Ledger): readonly (string | undefined)[] {
  const read = applyEdits(source, ledger.edits);
  const rows = ledger.decisions
    .filter(({ role }) => role !== undefined)
    .map((row) => ({ ...row, start: row.offset }));
  return ledger.chapters.map(({ ranges }) => {
    const lines: ChapterLine[] = [];
    for (const range of ranges) {
      const applied = read(range);
      if ('fault' in applied) return undefined;
      for (const { text, start, end } of printedLines(applied.pieces, range.start)) {
        const row = rows[firstFrom(rows, start)];
        lines.push(row && row.offset < end ? { ...roleOf(row), text } : { role: 'body', text });
      }
    }
    return writeChapter(lines, ledger.fallbackTitle).markdown;
  });
}

function roleOf({ role = 'body', level, stanza }: LedgerDecision): Omit<ChapterLine, 'text'> {
  return { role, ...(level !== undefined && { level }), ...(stanza === true && { stanza }) };
}

interface PrintedLine extends SourceRange {
  readonly text: string;
}

/** The lines that pieces print, each with the stretch of the source from the end of the line before it. */
function printedLines(pieces: readonly Piece[], from: number): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let [text, start, end] = ['', from, from];
  const close = (at: number): void => {
    if (text.trim() !== '') lines.push({ text: text.trim(), start, end: at });
    [text, start] = ['', at];
  };
  for (const piece of pieces) {
    const offset = (index: number): number => piece.offset + (piece.edited ? 0 : index);
    let at = 0;
    for (const match of piece.text.matchAll(lineEnd)) {
      text += piece.text.slice(at, match.index);
      close(offset(match.index));
      at = match.index + match[0].length;
    }
    text += piece.text.slice(at);
    end = offset(piece.text.length);
  }
  close(end + 1);
  return lines;
}
