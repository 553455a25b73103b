import type { Decision } from './decision.js';
import { isOnCharacters } from './force-characters.js';
import { type PlacedDecision, stretchOf } from './resolve-decisions.js';

/**
 * Of the decisions that found a place, those that newer ones overrule: they speak of the same line, or
 * of some of the same characters, but name the place by other words.
 */
export function overruled(
  placed: readonly PlacedDecision[],
  newer: readonly Decision[],
): readonly Decision[] {
  if (newer.length === 0) return [];
  const names = new Set(newer.map(nameOf));
  const isNew = ({ decision }: PlacedDecision): boolean => names.has(nameOf(decision));
  const lines = new Set(
    placed.filter((one) => isNew(one) && !isOnCharacters(one)).map(({ place }) => place.after),
  );
  const characters = new Set(placed.filter((one) => isNew(one) && isOnCharacters(one)).flatMap(unitsOf));
  return placed
    .filter((one) => !isNew(one))
    .filter((one) =>
      isOnCharacters(one) ? unitsOf(one).some((unit) => characters.has(unit)) : lines.has(one.place.after),
    )
    .map(({ decision }) => decision);
}

/** Two decisions of one name are the same entry of the file: place and choice. */
export function nameOf({ choice, before, after, nth }: Decision): string {
  return JSON.stringify([before, after, nth, Object.entries(choice).sort()]);
}

/** The code units that a decision on characters speaks of; what is put in stands before one. */
function unitsOf(placed: PlacedDecision): readonly (number | string)[] {
  const { start, end } = stretchOf(placed);
  if (start === end) return [`before ${start}`];
  return Array.from({ length: end - start }, (_, i) => start + i);
}
