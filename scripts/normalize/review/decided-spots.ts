import type { LineChoice } from '../decisions/decision.js';
import { type PlacedDecision, stretchOf } from '../decisions/resolve-decisions.js';
import { lineSpot } from './decision-spots.js';
import { characterOutcomes, lineEndOutcomes, replacement } from './outcomes.js';
import type { Reviewed, Spot } from './spot.js';

/** What the editor has decided, so that it can be changed or taken back. */
export function decidedSpots(reviewed: Reviewed): readonly Spot[] {
  return reviewed.text.followed.map((placed) => ({ ...spotOf(reviewed, placed), ...decided(placed) }));
}

function decided({
  decision: { before, after, nth },
}: PlacedDecision): Pick<Spot, 'anchor' | 'confidence' | 'rule' | 'state'> {
  const anchor = { before, after, ...(nth !== undefined && { nth }) };
  return { state: 'decided', rule: 'editor', confidence: 1, anchor };
}

function spotOf(
  reviewed: Reviewed,
  placed: PlacedDecision,
): Omit<Spot, 'anchor' | 'confidence' | 'rule' | 'state'> {
  const { choice, place } = placed;
  const { text } = reviewed.text;
  if (choice.do === 'join' || choice.do === 'break') {
    const outcomes = lineEndOutcomes(choice.do, '');
    return { kind: 'line-end', start: place.before, end: place.after, outcomes, flags: [] };
  }
  if (choice.do === 'replace' || choice.do === 'keep') {
    const stretch = stretchOf(placed);
    const from = text.slice(stretch.start, stretch.end);
    const to = choice.do === 'replace' ? choice.to : from;
    const outcomes =
      from === '' ? [{ ...replacement(from, to), current: true }] : characterOutcomes(from, to);
    return {
      kind: 'characters',
      ...stretch,
      change: { before: from, after: to },
      outcomes,
      replaces: from,
      flags: [],
    };
  }
  const { lines = 1 } = choice;
  return lineSpot(reviewed, { rule: 'editor', confidence: 1, offset: place.after, lines, ...roleOf(choice) });
}

function roleOf(choice: LineChoice): Pick<NonNullable<Spot['line']>, 'level' | 'role'> {
  if (choice.do === 'role') return { role: choice.role };
  if (choice.do === 'not-heading') return { role: 'body' };
  return { role: 'heading', level: choice.do === 'chapter' ? 1 : choice.level };
}
