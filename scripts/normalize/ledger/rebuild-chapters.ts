import { type ChapterLine, trimmed } from '../chapters/chapter-lines.js';
import { writeChapter } from '../chapters/markdown.js';
import { addPiece, type EditedPiece, firstFrom, type SourceRange } from '../text/edits.js';
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
      for (const { pieces, start, end } of printedLines(applied.pieces, range.start)) {
        const row = rows[firstFrom(rows, start)];
        lines.push(row && row.offset < end ? { ...roleOf(row), pieces } : { role: 'body', pieces });
      }
    }
    return writeChapter(lines, ledger.fallbackTitle).markdown;
  });
}

function roleOf({ role = 'body', level, stanza }: LedgerDecision): Omit<ChapterLine, 'pieces'> {
  return { role, ...(level !== undefined && { level }), ...(stanza === true && { stanza }) };
}

interface PrintedLine extends SourceRange {
  readonly pieces: readonly EditedPiece[];
}

/** The lines that pieces print, each with the stretch of the source from the end of the line before it. */
function printedLines(pieces: readonly Piece[], from: number): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let line: EditedPiece[] = [];
  let [start, end] = [from, from];
  const close = (at: number): void => {
    const printed = trimmed(line);
    if (printed.length > 0) lines.push({ pieces: printed, start, end: at });
    [line, start] = [[], at];
  };
  for (const { text, offset: begin, edited, markup } of pieces) {
    const offset = (index: number): number => begin + (edited ? 0 : index);
    let at = 0;
    for (const match of text.matchAll(lineEnd)) {
      addPiece(line, text.slice(at, match.index), markup);
      close(offset(match.index));
      at = match.index + match[0].length;
    }
    addPiece(line, text.slice(at), markup);
    end = offset(text.length);
  }
  close(end + 1);
  return lines;
}
