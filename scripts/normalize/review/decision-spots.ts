import type { ForcedRole } from '../decisions/decision.js';
import type { LedgerDecision } from '../ledger/ledger-rows.js';
import { beginsCjk, endsCjk, isSpace } from '../text/characters.js';
import { doubtful } from '../text/edits.js';
import { simplifiedForm } from '../text/script-forms.js';
import type { Role } from '../text/segments.js';
import { lineEnd } from '../text/source-lines.js';
import { characterOutcomes, lineEndOutcomes, lineOutcomes, replacement } from './outcomes.js';
import { longestLine } from './printed-text.js';
import type { Reviewed, Spot } from './spot.js';

/** The doubtful decisions that changed no character: headings and roles, paragraph ends, spaces and forms that were kept. */
export function decisionSpots(reviewed: Reviewed): readonly Spot[] {
  return reviewed.text.decisions
    .filter(({ confidence }) => confidence < doubtful)
    .map((row) => {
      if (row.role !== undefined) return lineSpot(reviewed, row);
      return row.rule === 'paragraph-end' ? endSpot(reviewed, row) : keptSpot(reviewed, row);
    });
}

/** What is known of a line: the row that gave it its role, or less. */
interface LineRow {
  readonly rule: string;
  readonly confidence: number;
  readonly offset: number;
  readonly role?: ForcedRole | Role;
  readonly level?: number;
  readonly lines?: number;
}

/** A line by the row that gave it its role; running text where there is none. */
export function lineSpot({ text: { text: source }, print }: Reviewed, row: LineRow): Spot {
  const { rule, confidence, offset, role = 'body', level, lines = 1 } = row;
  const line = { role, lines, ...(level !== undefined && { level }) };
  const isRunning = role === 'body' || role === 'furniture';
  // A paragraph goes on over its line end; what would become of the line is the line alone.
  const { text, end } = isRunning ? sourceLine(source, offset) : print.lineAt(offset);
  return {
    ...{ rule, confidence, line, kind: 'line', state: 'open', flags: [] },
    ...{ start: offset, end, anchor: offset },
    outcomes: lineOutcomes(line, text),
  };
}

function sourceLine(source: string, offset: number): { readonly text: string; readonly end: number } {
  const [line = ''] = source.slice(offset, offset + longestLine).split(lineEnd, 1);
  return { text: line.trim(), end: offset + line.trimEnd().length };
}

function endSpot({ text: { text }, print }: Reviewed, row: LedgerDecision): Spot {
  const { rule, confidence, offset } = row;
  const start = endOfTextBefore(text, offset);
  const glue =
    endsCjk(text.slice(Math.max(0, start - 12), start)) || beginsCjk(print.after(offset, 12)) ? '' : ' ';
  return {
    ...{ rule, confidence, kind: 'line-end', state: 'open', flags: [] },
    ...{ start, end: offset, anchor: offset },
    outcomes: lineEndOutcomes('break', glue),
  };
}

function endOfTextBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && isSpace(text.charAt(start - 1))) start--;
  return start;
}

/** A space or character that was left as it stands. */
function keptSpot({ text: { text } }: Reviewed, row: LedgerDecision): Spot {
  const { rule, confidence, offset } = row;
  const kept = /^(?:[^\S\r\n]+|.)/su.exec(text.slice(offset, offset + 40))?.[0] ?? '';
  const form = simplifiedForm(kept);
  return {
    ...{ rule, confidence, kind: 'characters', state: 'open', flags: [] },
    ...{ start: offset, end: offset + kept.length, anchor: offset },
    change: { before: kept, after: kept },
    outcomes: characterOutcomes(kept, kept, form === kept ? [] : [replacement(kept, form)]),
    replaces: kept,
  };
}
