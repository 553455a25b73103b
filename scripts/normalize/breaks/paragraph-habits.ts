import {
  beginsCjk,
  displayWidth,
  endsSentence,
  isEastAsian,
  startsWithOpeningQuote,
} from '../text/characters.js';
import type { SourceLine } from '../text/source-lines.js';
import { shortfall } from './full-lines.js';
import { fillsMeasure, type Layout } from './layout.js';

/** What the text itself shows of where its paragraphs end. */
export interface ParagraphHabits {
  /** Log-odds that a paragraph ends where a sentence ends at the end of a full line. */
  readonly endsAtFullLine: (before: SourceLine, after: SourceLine) => number;
}

/** Columns that a line must lack for its paragraph to have ended there beyond doubt. */
const clearlyShort = 10;

/** What a break must be likelier by: a wrong one cuts a sentence's company, a wrong join only hides a paragraph. */
const caution = 0.7;

/** Fewest sure paragraph ends to learn from. */
const fewest = 12;

/**
 * A full line that ends a sentence ends a paragraph or not, and its setting does not say which. How
 * often it may, is told by the number of paragraphs and the measure; and what follows, by how
 * paragraphs begin in this text (learnt where a line is short), against how sentences begin within.
 */
export function learnParagraphs(lines: readonly SourceLine[], layout: Layout): ParagraphHabits | undefined {
  const sure = new Tally();
  const within = new Tally();
  let [full, positions] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const measure = layout.measureAt(line);
    if (measure === undefined || !next) continue;
    if (fillsMeasure(line, next, layout)) full++;
    else if (shortfall(line, next, measure) > layout.slack + clearlyShort && endsSentence(line.text))
      sure.add(line.text, next.text);
    positions += places(line.text);
    for (const match of line.text.matchAll(sentenceWithin))
      within.add(
        line.text.slice(0, match.index + match[0].length),
        line.text.slice(match.index + match[0].length),
      );
  }
  if (sure.count < fewest || within.count < fewest || full === 0 || positions === 0) return undefined;
  const expectedWithin = (full * within.count) / positions;
  return {
    endsAtFullLine: (before, after) => {
      const measure = layout.measureAt(before) ?? 1;
      const expectedEnds = (sure.count * window(after, layout)) / measure;
      return (
        Math.log(expectedEnds / expectedWithin) -
        caution +
        evidence(sure.openers, within.openers, opener(after.text)) +
        evidence(sure.quotes, within.quotes, String(startsWithOpeningQuote(after.text))) +
        evidence(sure.enders, within.enders, ender(before.text))
      );
    },
  };
}

/** The end of a sentence within a line, with its closing quotes and the space of Latin text. */
const sentenceWithin = /[。！？!?…．｡.♪][”’"'」』）)]*\s*(?=[^\s”’"'」』）)。！？!?…．.，、,])/gu;

/** Places of a line where a sentence could end: after each character, or after each word. */
function places(text: string): number {
  return isEastAsian(text) ? text.length : (text.match(/\s+/g)?.length ?? 0) + 1;
}

/** Columns within which a last line counts as full: what the next line would have had to bring up. */
function window(after: SourceLine, { slack, strict }: Layout): number {
  if (beginsCjk(after.text)) return strict ? 2 : 2 + slack;
  return displayWidth(/^\S+/.exec(after.text)?.[0] ?? '', false) + 1;
}

/** How often what begins and ends sentences does so at one kind of place. */
class Tally {
  count = 0;
  readonly openers = new Map<string, number>();
  readonly quotes = new Map<string, number>();
  readonly enders = new Map<string, number>();

  add(before: string, after: string): void {
    this.count++;
    raise(this.openers, opener(after));
    raise(this.quotes, String(startsWithOpeningQuote(after)));
    raise(this.enders, ender(before));
  }
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** The first two characters or the first word, opening marks left out. */
function opener(text: string): string {
  const plain = text.replace(/^[^\p{L}\p{N}]+/u, '');
  return (/^[A-Za-zÀ-ÿ’'-]+/.exec(plain)?.[0] ?? plain.slice(0, 2)).toLowerCase();
}

/** The marks at the end, two at most. */
function ender(text: string): string {
  return /[^\p{L}\p{N}\s]{0,2}$/u.exec(text)?.[0] ?? '';
}

/** Most that one kind of evidence can say, and the weight of what both kinds of place have in common. */
const [most, prior] = [2.5, 4];

/** Log of how much commoner a key is at sure paragraph ends than within them. */
function evidence(
  sure: ReadonlyMap<string, number>,
  within: ReadonlyMap<string, number>,
  key: string,
): number {
  const [a, b] = [total(sure), total(within)];
  const [x, y] = [sure.get(key) ?? 0, within.get(key) ?? 0];
  const shared = (x + y + 0.5) / (a + b + 1);
  const ratio = Math.log((x + prior * shared) / (a + prior)) - Math.log((y + prior * shared) / (b + prior));
  return Math.max(-most, Math.min(most, ratio));
}

const totals = new WeakMap<ReadonlyMap<string, number>, number>();

function total(counts: ReadonlyMap<string, number>): number {
  const known = totals.get(counts);
  if (known !== undefined) return known;
  let sum = 0;
  for (const count of counts.values()) sum += count;
  totals.set(counts, sum);
  return sum;
}
