import { endsSentence } from '../text/characters.js';
import { chineseNumeral, numeralValue } from '../text/numerals.js';
import type { Segment } from '../text/segments.js';
import { rankOf, readCounted } from './heading-forms.js';

/** Longest line of a table of contents, in characters. */
const longestLine = 80;

/** Fewest lines of a list that stand again as titles, and most other lines between two of them. */
const [fewest, mostBetween] = [3, 2];

/** How much wider the titles must stand apart than the lines of the list. */
const spread = 1.3;

/**
 * Marks the tables of contents that a text brings with it (目录): runs of short lines that stand again
 * further on, far apart from each other. They stay in the text, but are no titles. Returns the first
 * line of each list and how many lines it has.
 */
export function markContents(
  segments: readonly Segment[],
): readonly { readonly first: Segment; readonly count: number }[] {
  const later = lastPlaces(segments);
  const again = segments.map((segment, index) => announced(segment, index, later));
  const lists: { first: Segment; count: number }[] = [];
  for (let i = 0; i < segments.length; i++) {
    if (again[i] === undefined) continue;
    const to = endOfList(segments, again, i);
    const targets = again.slice(i, to + 1).filter((place) => place !== undefined);
    const apart = Math.max(...targets) - Math.min(...targets);
    const list = segments.slice(i, to + 1);
    const [first] = list;
    if (first && targets.length >= Math.max(fewest, 0.6 * list.length) && apart >= spread * list.length) {
      for (const segment of list) segment.role = 'contents';
      lists.push({ first, count: list.length });
    }
    i = to;
  }
  return lists;
}

/** The last line of the run of announcing lines that begins at an index; numbered lines between count for half. */
function endOfList(
  segments: readonly Segment[],
  again: readonly (number | undefined)[],
  from: number,
): number {
  let to = from;
  let between = 0;
  for (let i = from + 1; between <= mostBetween && i < again.length; i++) {
    if (again[i] !== undefined) [to, between] = [i, 0];
    else between += numberKey(segments[i]?.text ?? '') === undefined ? 1 : 0.5;
  }
  while (isNextNumber(segments[to], segments[to + 1])) to++;
  return to;
}

/** Whether the list counts on: its last entries may have no chapter any more. */
function isNextNumber(line: Segment | undefined, next: Segment | undefined): boolean {
  const [counted, following] = [readCounted(line?.text ?? '', 0), readCounted(next?.text ?? '', 0)];
  return counted?.unit === following?.unit && following?.number === (counted?.number ?? NaN) + 1;
}

/** Where each short line stands for the last time. */
function lastPlaces(segments: readonly Segment[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const [index, { text }] of segments.entries()) {
    if (!isShort(text)) continue;
    places.set(keyOf(text), index);
    const number = numberKey(text);
    if (number !== undefined) places.set(number, index);
  }
  return places;
}

/** What a line is counted as: its title may be worded otherwise in the list. */
function numberKey(text: string): string | undefined {
  const counted = readCounted(text, 0);
  return counted && rankOf(counted.unit) <= 1 ? `${counted.unit} ${counted.number}` : undefined;
}

/** The line further on that a line announces; where it names several titles, the last of them. */
function announced(
  { text, role }: Segment,
  index: number,
  later: ReadonlyMap<string, number>,
): number | undefined {
  if (role !== 'body' || !isShort(text)) return undefined;
  const whole = Math.max(later.get(keyOf(text)) ?? -1, later.get(numberKey(text) ?? '') ?? -1);
  if (whole > index) return whole;
  const entries = text.split(/[\s　]{2,}|　/u).filter((entry) => entry !== '');
  if (entries.length < 2) return undefined;
  const places = entries.map((entry) => later.get(keyOf(entry)) ?? -1);
  return places.every((place) => place > index) ? Math.max(...places) : undefined;
}

/** Whether a line could stand in a list; a number alone stands anywhere. */
function isShort(text: string): boolean {
  return (
    text.length <= longestLine &&
    /\p{L}.*\p{L}/u.test(text) &&
    numeralValue(text) === undefined &&
    !endsSentence(text.replace(/[.…·\s]*\d*$/u, ''))
  );
}

const numbered = new RegExp(`第\\s*([${chineseNumeral}0-9０-９]{1,9})`, 'gu');

/** A line without spaces, leaders and the page number behind them; its numbers as values. */
function keyOf(text: string): string {
  return text
    .replace(/[\s　]*[.…·．・]{2,}[\s　]*\d*$/u, '')
    .replace(/(?<=[^\d\s])[\s　]+\d{1,4}$/u, '')
    .replace(numbered, (label, figure: string) => `第${numeralValue(figure) ?? label}`)
    .replace(/[\s　]+/gu, '');
}
