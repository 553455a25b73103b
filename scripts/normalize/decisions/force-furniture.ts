import type { Furniture } from '../breaks/furniture.js';
import type { SourceLine } from '../text/source-lines.js';
import type { PlacedDecision } from './resolve-decisions.js';

/** Page furniture as an editor wants it: lines that a decision names are out, or stay, whatever was found. */
export function forceFurniture(
  lines: readonly SourceLine[],
  furniture: Furniture,
  decisions: readonly PlacedDecision[],
): Furniture {
  const named = decisions.filter(({ choice }) => choice.do !== 'keep' && choice.do !== 'replace');
  if (named.length === 0) return furniture;
  const forced = new Map(furniture);
  const indexes = new Map(lines.map((line, index) => [line.start, index]));
  for (const { choice, place } of named) {
    const first = indexes.get(place.after);
    if (first === undefined) continue;
    const count = 'lines' in choice ? (choice.lines ?? 1) : 1;
    for (let index = first; index < first + count; index++) {
      if (choice.do === 'role' && choice.role === 'furniture') forced.set(index, 1);
      else forced.delete(index);
    }
  }
  return new Map([...forced].sort(([a], [b]) => a - b));
}
