import type { Edit } from '../text/edits.js';
import type { Segment } from '../text/segments.js';

/** How often each word of a Latin text stands in it whole; the text's own dictionary. */
export type Words = ReadonlyMap<string, number>;

/** Counts the words of a text, hyphenated ones as one. Words cut by a line end are not seen whole. */
export function countWords(lines: readonly string[]): Words {
  const words = new Map<string, number>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:[-’']\p{L}+)*(?!-$)/gu)) {
      const key = word.toLowerCase();
      words.set(key, (words.get(key) ?? 0) + 1);
    }
  }
  return words;
}

/**
 * The join of a line that ends in a hyphen: the hyphen goes if the whole word stands elsewhere in the
 * text, stays if the hyphenated one does, or if both halves are words of their own; else it goes.
 */
export function hyphenEdit(before: Segment, after: Segment, gapEnd: number, words: Words): Edit | undefined {
  const left = /(\p{L}+(?:[-’']\p{L}+)*)[-\u00ad\u2010]$/u.exec(before.text)?.[1]?.toLowerCase();
  const right = /^\p{Ll}[\p{L}’']*/u.exec(after.text)?.[0].toLowerCase();
  if (left === undefined || right === undefined) return undefined;
  const whole = words.get(left + right) ?? 0;
  const hyphened = words.get(`${left}-${right}`) ?? 0;
  const apart = words.has(left) && words.has(right) && left.length > 2 && right.length > 2;
  const keeps = hyphened > whole || (whole === 0 && apart);
  const confidence = whole + hyphened > 0 ? 0.95 : 0.7;
  if (keeps) return { rule: 'join', confidence, start: before.end, end: gapEnd, after: '' };
  return { rule: 'hyphen', confidence, start: before.end - 1, end: gapEnd, after: '' };
}
