import type { Edit } from '../text/edits.js';
import type { Segment } from '../text/segments.js';

/** How often each word of a Latin text stands in it whole; the text's own dictionary. */
export type Words = ReadonlyMap<string, number>;

/** Counts the words of a text, hyphenated ones as one. Words cut by a line end are not seen whole. */
function countWords(lines: readonly string[]): Words {
  const words = new Map<string, number>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:[-’']\p{L}+)*(?!-$)/gu)) {
      const key = word.toLowerCase();
      words.set(key, (words.get(key) ?? 0) + 1);
    }
  }
  return words;
}

/** How line ends are cut in a text: the words that stand in it, and how often a hyphen at a line end is only of the line end. */
export interface Hyphenation {
  readonly words: Words;
  /** 0 to 1. */
  readonly softShare: number;
}

/** Learns from the words that stand elsewhere in the text, whole or with their hyphen. */
export function learnHyphenation(lines: readonly string[]): Hyphenation {
  const words = countWords(lines);
  let [soft, hard] = [1, 1];
  for (const [i, line] of lines.entries()) {
    const halves = halvesOf(line, lines[i + 1] ?? '');
    if (!halves) continue;
    const [whole, hyphened] = spellings(halves, words);
    if (whole > hyphened) soft++;
    else if (hyphened > whole) hard++;
  }
  return { words, softShare: soft / (soft + hard) };
}

/**
 * The join of a line that ends in a hyphen: the hyphen goes if the whole word stands elsewhere in the
 * text, stays if the hyphenated one does. Where neither stands there, it stays if both halves are words
 * and the first is hyphenated elsewhere, or most hyphens at line ends of this text are real ones.
 */
export function hyphenEdit(
  before: Segment,
  after: Segment,
  gapEnd: number,
  { words, softShare }: Hyphenation,
): Edit | undefined {
  const halves = halvesOf(before.text, after.text);
  if (!halves) return undefined;
  const [whole, hyphened] = spellings(halves, words);
  const keeps =
    hyphened > whole || (whole === 0 && areWords(halves, words) && isCompound(halves, words, softShare));
  const confidence = whole + hyphened > 0 ? 0.95 : 0.7;
  if (keeps) return { rule: 'join', confidence, start: before.end, end: gapEnd, after: '' };
  return { rule: 'hyphen', confidence, start: before.end - 1, end: gapEnd, after: '' };
}

type Halves = readonly [left: string, right: string];

function halvesOf(before: string, after: string): Halves | undefined {
  if (!/[-\u00ad\u2010]$/.test(before)) return undefined;
  const left = /(\p{L}+(?:[-’']\p{L}+)*)[-\u00ad\u2010]$/u.exec(before)?.[1]?.toLowerCase();
  const right = /^\p{Ll}[\p{L}’']*/u.exec(after)?.[0].toLowerCase();
  return left === undefined || right === undefined ? undefined : [left, right];
}

function spellings([left, right]: Halves, words: Words): readonly [whole: number, hyphened: number] {
  return [words.get(left + right) ?? 0, words.get(`${left}-${right}`) ?? 0];
}

function areWords([left, right]: Halves, words: Words): boolean {
  return words.has(left) && words.has(right) && left.length > 2 && right.length > 2;
}

/** Whether two words make a compound: the first makes others in this text, or its line ends cut no words. */
function isCompound([left]: Halves, words: Words, softShare: number): boolean {
  if (softShare < 0.5) return true;
  const start = `${left}-`;
  for (const word of words.keys()) if (word.startsWith(start)) return true;
  return false;
}
