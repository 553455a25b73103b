import { firstFrom } from '../text/edits.js';
import type { Decision } from './decision.js';
import { isOnCharacters } from './force-characters.js';
import { type PlacedDecision, stretchOf } from './resolve-decisions.js';

/**
 * Of the decisions that found a place, those that newer ones overrule: they speak of the same line or of
 * some of the same characters, by other words; or they would break a line within replaced characters.
 */
export function overruled(
  placed: readonly PlacedDecision[],
  newer: readonly Decision[],
): readonly Decision[] {
  if (newer.length === 0) return [];
  const names = new Set(newer.map(nameOf));
  const isNew = ({ decision }: PlacedDecision): boolean => names.has(nameOf(decision));
  const speaksOf = makeSubject(placed.filter(isNew));
  return placed.filter((one) => !isNew(one) && speaksOf(one)).map(({ decision }) => decision);
}

/** Two decisions of one name are the same entry of the file: place and choice. */
export function nameOf({ choice, before, after, nth }: Decision): string {
  return JSON.stringify([before, after, nth, Object.entries(choice).sort()]);
}

/** Whether any of some decisions speaks of what another one speaks of. */
function makeSubject(decisions: readonly PlacedDecision[]): (other: PlacedDecision) => boolean {
  const lines = decisions.filter((one) => !isOnCharacters(one)).map(({ place }) => ({ start: place.after }));
  const stretches = decisions.filter(isOnCharacters).map(stretchOf);
  const at = new Set(lines.map(({ start }) => start));
  const characters = new Set(stretches.flatMap(unitsOf));
  const replaced = decisions.filter(({ choice }) => choice.do === 'replace').map(stretchOf);
  const inner = new Set(replaced.flatMap((stretch) => unitsOf(stretch).slice(1)));
  return (other) => {
    if (!isOnCharacters(other)) return at.has(other.place.after) || inner.has(other.place.after);
    const stretch = stretchOf(other);
    if (unitsOf(stretch).some((unit) => characters.has(unit))) return true;
    if (other.choice.do !== 'replace') return false;
    return (lines[firstFrom(lines, stretch.start + 1)]?.start ?? Infinity) < stretch.end;
  };
}

/** The code units that a decision on characters speaks of; what is put in stands before one. */
function unitsOf({
  start,
  end,
}: {
  readonly start: number;
  readonly end: number;
}): readonly (number | string)[] {
  if (start === end) return [`before ${start}`];
  return Array.from({ length: end - start }, (_, i) => start + i);
}
