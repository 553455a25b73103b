import { doubtful, type Edit } from '../text/edits.js';
import { lineEnd } from '../text/source-lines.js';
import { characterOutcomes, lineEndOutcomes, lineOutcomes, paragraphEnd, replacement } from './outcomes.js';
import type { ReviewOutcome } from './review.js';
import type { Reviewed, Spot } from './spot.js';

/**
 * What the edits of a text give to look at: the doubtful ones, and every change of characters that no
 * one doubts. Line ends that were surely rejoined are seen in the text itself; markup such as ruby is
 * made of several edits, of which none can be undone alone.
 */
export function editSpots(reviewed: Reviewed): readonly Spot[] {
  const { text, edits } = reviewed.text;
  return edits.flatMap((edit, i) => {
    if (edit.rule === 'editor' || edit.markup === true) return [];
    const before = text.slice(edit.start, edit.end);
    if (edit.rule === 'furniture') return [furnitureSpot(edit, before)];
    if (edit.after.search(lineEnd) >= 0) return isOpen(edit) ? [splitSpot(edit)] : [];
    if (takesLinesOut(text, edit)) return [];
    if (before.search(lineEnd) < 0 || !/^[-\u00ad\u2010]?\s*$/u.test(before))
      return [characterSpot(edit, before)];
    return lineEndSpots(reviewed, edit, afterFurniture(edits, i));
  });
}

/** A line end that was rejoined, with a hyphen or without; `next` is where the text goes on. */
function lineEndSpots({ text: { text }, print }: Reviewed, edit: Edit, next: number): readonly Spot[] {
  const before = text.slice(edit.start, edit.end);
  if (before.trim() !== '') return [hyphenSpot(edit, before.trimEnd(), next, edit.after)];
  if (!isOpen(edit)) return [];
  const last = text.charAt(edit.start - 1);
  const isHyphen = /[-\u00ad\u2010]/u.test(last) && /\p{L}/u.test(print.before(edit.start - 1, 1));
  return [
    isHyphen
      ? hyphenSpot({ ...edit, start: edit.start - 1 }, last, next, last + edit.after)
      : joinSpot(edit, next),
  ];
}

/** Whether an edit takes whole lines out, as where two halves of an article meet: a decision on characters could not bring them back. */
function takesLinesOut(text: string, { start, end, after }: Edit): boolean {
  const taken = text.slice(start, end);
  if (after !== '' || taken.trim() === '') return false;
  const [before, behind] = [text.slice(Math.max(0, start - 80), start), text.slice(end, end + 80)];
  return endsLine.test(before) && (endsLine.test(taken) || beginsLine.test(behind));
}

const endsLine = /(?:^|[\n\r\f\v\u2028\u2029])\s*$/;
const beginsLine = /^[^\S\n\r\f\v\u2028\u2029]*(?:$|[\n\r\f\v\u2028\u2029])/;

function isOpen({ confidence }: Edit): boolean {
  return confidence < doubtful;
}

function base({ rule, confidence, start, end }: Edit) {
  const state = confidence < doubtful ? ('open' as const) : ('changed' as const);
  return { rule, confidence, state, start, end, anchor: start, flags: [] };
}

/** Where the text goes on after a rejoined line end: page furniture may lie between. */
function afterFurniture(edits: readonly Edit[], index: number): number {
  let end = edits[index]?.end ?? 0;
  for (let i = index + 1; edits[i]?.rule === 'furniture' && edits[i]?.start === end; i++)
    end = edits[i]?.end ?? end;
  return end;
}

function joinSpot(edit: Edit, next: number): Spot {
  return {
    ...base(edit),
    kind: 'line-end',
    end: next,
    anchor: next,
    outcomes: lineEndOutcomes('join', edit.after),
  };
}

/** Two stretches of one line that a rule has set apart. */
function splitSpot(edit: Edit): Spot {
  return { ...base(edit), kind: 'line-end', anchor: edit.end, outcomes: lineEndOutcomes('break', '') };
}

function furnitureSpot(edit: Edit, before: string): Spot {
  const line = { role: 'furniture', lines: 1 } as const;
  const text = before.trim();
  return {
    ...base(edit),
    kind: 'line',
    end: edit.start + before.trimEnd().length,
    line,
    change: { before: text, after: '' },
    outcomes: lineOutcomes(line, text),
  };
}

function characterSpot(edit: Edit, before: string): Spot {
  // A space may be all that is left of a paragraph's end.
  const apart: readonly ReviewOutcome[] =
    before !== '' && before.trim() === ''
      ? [{ choice: { do: 'break' }, text: paragraphEnd, current: false }]
      : [];
  const outcomes = characterOutcomes(before, edit.after, apart);
  return {
    ...base(edit),
    kind: 'characters',
    change: { before, after: edit.after },
    // What stands where nothing stood cannot be put into a decision.
    outcomes: before === '' ? [{ text: edit.after, current: true }] : outcomes,
    replaces: before,
  };
}

/** A hyphen at a line end: it goes, it stays, or the line ends a paragraph. */
function hyphenSpot(edit: Edit, hyphen: string, next: number, now: string): Spot {
  const choices =
    now === ''
      ? characterOutcomes(hyphen, '')
      : [...characterOutcomes(hyphen, hyphen), replacement(hyphen, '')];
  return {
    ...base(edit),
    kind: 'characters',
    end: edit.start + hyphen.length,
    lineAnchor: next,
    change: { before: hyphen, after: now },
    outcomes: [...choices, { choice: { do: 'break' }, text: hyphen + paragraphEnd, current: false }],
    replaces: hyphen,
  };
}
