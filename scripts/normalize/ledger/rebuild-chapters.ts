import { type ChapterLine, trimmed } from '../chapters/chapter-lines.js';
import { writeChapter } from '../chapters/markdown.js';
import { markdownOf } from '../chapters/markdown-chapters.js';
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
  if (ledger.verbatim) return ledger.chapters.map(({ ranges }) => verbatim(source, ranges[0]));
  const read = applyEdits(source, ledger.edits);
  const rows = ledger.decisions
    .filter(({ role }) => role !== undefined)
    .map((row) => ({ ...row, start: row.offset }));
  return ledger.chapters.map(({ ranges }) => {
    let lines: readonly ChapterLine[] = [];
    for (const range of ranges) {
      const applied = read(range);
      if ('fault' in applied) return undefined;
      const printed = printedLines(applied.pieces, range.start).map((line) => withRole(line, rows));
      lines = range.runsOn ? runOn(lines, printed) : [...lines, ...printed];
    }
    return writeChapter(lines, ledger.fallbackTitle).markdown;
  });
}

function verbatim(source: string, range: SourceRange | undefined): string | undefined {
  return range && markdownOf(source.slice(range.start, range.end));
}

/** What a line is, is told by the decision in its stretch of the source. */
function withRole(
  { pieces, start, end }: PrintedLine,
  rows: readonly (LedgerDecision & { readonly start: number })[],
): ChapterLine {
  const row = rows[firstFrom(rows, start)];
  return row && row.offset < end ? { ...roleOf(row), pieces } : { role: 'body', pieces };
}

/** Lines whose first one goes on from the last of those before. */
function runOn(before: readonly ChapterLine[], after: readonly ChapterLine[]): readonly ChapterLine[] {
  const [last, first] = [before.at(-1), after[0]];
  if (!last || !first) return [...before, ...after];
  return [...before.slice(0, -1), { ...last, pieces: [...last.pieces, ...first.pieces] }, ...after.slice(1)];
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
