import { endsSentence } from '../text/characters.js';
import type { Segment } from '../text/segments.js';
import type { SourceLine } from '../text/source-lines.js';
import { isHeadlineLike } from './headlines.js';

/** Longest title that is known by its setting alone, in characters. */
const longestTitle = 24;

/** Fewest titles of one setting, and fewest lines from one to the next on average. */
const [fewest, apart] = [3, 12];

/** How a line is set off from the text: each setting is judged for itself. */
const settings: readonly ((line: SourceLine, page: PageHabits) => boolean)[] = [
  (line, { indent }) => indent >= 2 && line.indent < indent,
  (line, { gap }) => line.blanksBefore > gap + 1,
  (line) => line.pageBefore,
];

interface PageHabits {
  /** Columns that most lines are indented by. */
  readonly indent: number;
  /** Blank lines before a paragraph: the second commonest gap, if it is wider than the commonest. */
  readonly gap: number;
}

/**
 * Titles without a number, as in a volume of stories: short lines that stand out by their setting (out
 * of the block, after a wide gap, on a new page), where nearly all lines of that setting are such.
 */
export function findSetOffTitles(segments: readonly Segment[]): readonly Segment[] {
  const habits = habitsOf(segments.map(({ line }) => line));
  const found = settings.map((isSet) => {
    const set = [...segments.entries()].filter(([i, { line }]) => i > 0 && isSet(line, habits));
    const titles = set.flatMap(([i, segment]) => (isTitle(segment, segments[i + 1]) ? [segment] : []));
    const enough = titles.length >= fewest && segments.length >= apart * titles.length;
    const bodies = set.filter(([, { role }]) => role === 'body').length;
    return enough && (bodies - titles.length) * 4 <= titles.length ? titles : [];
  });
  return found.reduce((most, titles) => (titles.length > most.length ? titles : most), []);
}

function isTitle(segment: Segment, next: Segment | undefined): boolean {
  const { text } = segment;
  const oneWord = /^\p{Script=Han}$/u.test(text);
  if (segment.role !== 'body' || text.length > longestTitle || !(oneWord || isHeadlineLike(segment)))
    return false;
  if (/[，。；：,;:]/u.test(text) || endsSentence(text)) return false;
  return next !== undefined && (next.role === 'body' || next.role === 'heading');
}

function habitsOf(lines: readonly SourceLine[]): PageHabits {
  const [indent = 0] = byFrequency(lines.map((line) => line.indent));
  const [common = 0, second = common] = byFrequency(lines.map((line) => line.blanksBefore));
  return { indent, gap: Math.max(common, second) };
}

function byFrequency(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
