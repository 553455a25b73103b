import type { TextDifference } from './compare-text.js';
import type { PrintStream } from './print-text.js';

/**
 * Holds the letters and figures of a book's formulas against those that its PDF shows. A formula is drawn in an order of
 * its own (limits before their sign) and with signs that are built of pieces, so each letter is counted, wherever it
 * stands; signs are not.
 */
export function compareFormulas({ units }: PrintStream, output: string): readonly TextDifference[] {
  const expected = countLetters(units);
  const found = countLetters(output);
  const lost = surplus(expected, found);
  const added = surplus(found, expected);
  const at = lost === '' ? 0 : Math.max(0, units.indexOf([...lost][0] ?? ''));
  return [
    ...(lost === '' ? [] : [difference('lost', lost, at)]),
    ...(added === '' ? [] : [difference('added', added, at)]),
  ];
}

function difference(kind: 'lost' | 'added', text: string, referenceIndex: number): TextDifference {
  return { kind, text, referenceIndex, outputIndex: 0 };
}

function countLetters(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** What the first has more of than the second. */
function surplus(many: ReadonlyMap<string, number>, few: ReadonlyMap<string, number>): string {
  return [...many]
    .map(([letter, count]) => letter.repeat(Math.max(0, count - (few.get(letter) ?? 0))))
    .join('');
}
