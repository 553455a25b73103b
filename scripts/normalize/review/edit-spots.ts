import { doubtful, type Edit } from '../text/edits.js';
import { lineEnd } from '../text/source-lines.js';
import { characterOutcomes, lineEndOutcomes, lineOutcomes, paragraphEnd, replacement } from './outcomes.js';
import type { ReviewOutcome } from './review.js';
import type { Reviewed, Spot } from './spot.js';

/**
 * What the edits of a text give to look at: the doubtful ones, and every change of characters that no
 * one doubts. Line ends that were surely rejoined are seen in the text itself.
 */
export function editSpots({ text: { text, edits }, print }: Reviewed): readonly Spot[] {
  return edits.flatMap((edit, i) => {
    if (edit.rule === 'editor') return [];
    const before = text.slice(edit.start, edit.end);
    const crosses = before.search(lineEnd) >= 0;
    if (edit.rule === 'furniture') return [furnitureSpot(edit, before)];
    if (edit.after.search(lineEnd) >= 0) return isOpen(edit) ? [splitSpot(edit)] : [];
    const next = afterFurniture(edits, i);
    if (!crosses) return [characterSpot(edit, before)];
    if (before.trim() !== '') return [hyphenSpot(edit, before.trimEnd(), next, edit.after)];
    if (!isOpen(edit)) return [];
    const last = text.charAt(edit.start - 1);
    if (/[-\u00ad\u2010]/u.test(last) && /\p{L}/u.test(print.before(edit.start - 1, 1)))
      return [hyphenSpot({ ...edit, start: edit.start - 1 }, last, next, last + edit.after)];
    return [joinSpot(edit, next)];
  });
}

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
    outcomes: isSayable(edit, before)
      ? outcomes
      : [{ text: edit.after, current: true }, ...outcomes.slice(1)],
    replaces: before,
  };
}

/** Whether a decision can say what an edit did: one that puts in markup, or where nothing stood, it cannot. */
function isSayable(edit: Edit, before: string): boolean {
  return before !== '' && !('markup' in edit && edit.markup === true);
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
