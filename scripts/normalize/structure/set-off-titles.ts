import { fillsMeasure, type Layout } from '../breaks/layout.js';
import { endsSentence } from '../text/characters.js';
import type { Segment } from '../text/segments.js';
import { rankOf, readCounted } from './heading-forms.js';
import { settingHabits, titleSettings } from './title-settings.js';
import { isHeadlineLike } from './title-shape.js';

/** Longest title that is known without a number, in characters of Chinese and of Latin text. */
const [longestTitle, longestLatinTitle] = [24, 60];

/** Fewest lines of one setting, and the text from one to the next on average: lines, and UTF-16 code units. */
const fewest = 3;
const apart = { lines: 4, units: 300 };
const plainApart = { lines: 8, units: 400 };

/** Least text under a title that opens a chapter file, in UTF-16 code units (the median counts). */
const leastChapter = 1500;

/**
 * Titles without a number, as in a volume of stories or an essay with subheads: short lines that are
 * set off from the text alike, where nearly all lines of that setting are titles, numbered ones among
 * them; or, where all paragraphs end in a mark, short lines without any between two of them.
 */
export function markSetOffTitles(segments: readonly Segment[], layout: Layout): void {
  const found = findTitles(segments, layout);
  if (found.length === 0) return;
  const depth = depthOf(found, segments);
  for (const { segment, confidence } of found)
    if (segment.role === 'body')
      Object.assign(segment, {
        role: 'heading',
        level: depth.level,
        opens: depth.opens,
        rule: 'set-off-title',
        confidence,
      });
}

interface Title {
  readonly index: number;
  readonly segment: Segment;
  readonly confidence: number;
}

function findTitles(segments: readonly Segment[], layout: Layout): readonly Title[] {
  const habits = settingHabits(segments);
  const lines = segments.map((segment, i) => ({
    segment,
    before: segments[i - 1],
    after: segments[i + 1],
    ended: endsBefore(segments, i, layout),
    habits,
  }));
  const counts = textCounts(segments);
  const isLabel = (text: string): boolean => (counts.get(text) ?? 0) >= label;
  const found = titleSettings.map((isSet) => {
    const set = [...lines.entries()].filter(([, line]) => isSet(line));
    const titles = set.flatMap(([index, { segment, after }]) =>
      segment.role === 'heading' || (isTitle(segment, after) && !isLabel(segment.text))
        ? [{ index, segment, confidence: 0.72 }]
        : [],
    );
    const others = set.filter(([, { segment }]) => segment.role === 'body').length;
    const added = titles.filter(({ segment }) => segment.role === 'body').length;
    const pure = (others - added) * 4 <= titles.length;
    return added > 0 && pure && areApart(titles, segments, apart) ? titles : [];
  });
  const best = found.reduce((most, titles) => (titles.length > most.length ? titles : most), []);
  const known = new Set(best.map(({ index }) => index));
  const more = hasChapters(segments) ? [] : plainTitles(segments, layout);
  return [...best, ...more.filter(({ index }) => !known.has(index))].sort((a, b) => a.index - b.index);
}

/** Where chapters are counted, a line without marks is rather the title of a poem. */
function hasChapters(segments: readonly Segment[]): boolean {
  return segments.some(({ rule, text }) => {
    const counted = rule === 'chapter-heading' ? readCounted(text, 0) : undefined;
    return counted !== undefined && rankOf(counted.unit) <= 1;
  });
}

/** Whether the paragraph before a line has ended by its setting: its last line does not fill the measure. */
function endsBefore(segments: readonly Segment[], index: number, layout: Layout): boolean {
  const [before, segment] = [segments[index - 1], segments[index]];
  if (!before || !segment || layout.measureAt(before.line) === undefined) return true;
  return !fillsMeasure(before.line, segment.line, layout, 2);
}

function isTitle({ text, role }: Segment, next: Segment | undefined): boolean {
  if (role !== 'body' || !(next?.role === 'body' || next?.role === 'heading')) return false;
  const longest = /\p{Script=Han}|\p{Script=Hiragana}/u.test(text) ? longestTitle : longestLatinTitle;
  if (text.length > longest || /^[—–-]|[，。；：,;:]/u.test(text) || endsSentence(text)) return false;
  return isHeadlineLike({ text, role }) || /^\p{Script=Han}$/u.test(text);
}

function areApart(
  titles: readonly { readonly index: number }[],
  segments: readonly Segment[],
  least: { readonly lines: number; readonly units: number },
): boolean {
  const [first, last] = [titles[0]?.index ?? 0, segments.length];
  const from = segments[first]?.start ?? 0;
  const to = segments.at(-1)?.end ?? 0;
  return (
    titles.length >= fewest &&
    last - first >= least.lines * titles.length &&
    to - from >= least.units * titles.length
  );
}

function textCounts(segments: readonly Segment[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of segments) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** Share of short lines without an end mark, above which the lack of one says nothing. */
const mostUnmarked = 0.08;

/** Longest title that nothing but the lack of marks shows, in characters. */
const longestPlainTitle = 16;

/** A line that stands so often is a label, such as 注释 under every chapter, and no title. */
const label = 3;

/** Titles that nothing sets off: in a text whose paragraphs all end in a mark, a short line without any. */
function plainTitles(segments: readonly Segment[], layout: Layout): readonly Title[] {
  const counts = textCounts(segments);
  const short = segments.filter(
    (segment) =>
      segment.role === 'body' && isShort(segment, layout) && (counts.get(segment.text) ?? 0) < label,
  );
  const unmarked = new Set(short.filter(({ text }) => !/[\p{P}\p{S}]$/u.test(text)));
  if (unmarked.size < fewest || unmarked.size > mostUnmarked * short.length) return [];
  const titles = [...segments.entries()].flatMap(([index, segment]) => {
    const [before, after] = [segments[index - 1], segments[index + 1]];
    if (!before || !after || !unmarked.has(segment) || segment.text.length > longestPlainTitle) return [];
    if (!endsSentence(before.text) || unmarked.has(after) || !isTitle(segment, after)) return [];
    return /\p{Script=Han}/u.test(segment.text) ? [{ index, segment, confidence: 0.62 }] : [];
  });
  const bare = [...unmarked].filter(({ text }) => !/[，。！？；：“「]/u.test(text));
  return titles.length * 3 >= bare.length * 2 && areApart(titles, segments, plainApart) ? titles : [];
}

/** A line that cannot be the middle of a paragraph: far shorter than the measure, where there is one. */
function isShort({ line }: Segment, layout: Layout): boolean {
  const measure = layout.measureAt(line);
  return measure === undefined || line.width <= 0.6 * measure;
}

/** The depth of titles: that of the numbered headings set like them; else above or below those, as these begin anew or run on. */
function depthOf(
  titles: readonly Title[],
  segments: readonly Segment[],
): { readonly level: number; readonly opens: boolean } {
  const alike = titles.filter(({ segment }) => segment.role === 'heading');
  const added = titles.filter(({ segment }) => segment.role === 'body');
  const [first] = alike;
  if (first && alike.length > added.length)
    return { level: first.segment.level ?? 1, opens: first.segment.opens === true };
  const numbered = segments.filter(({ rule }) => rule === 'chapter-heading');
  if (numbered.length === 0)
    return { level: isLong(added, segments) ? 1 : 2, opens: isLong(added, segments) };
  if (!beginAnew(added, segments)) {
    const deepest = Math.max(...numbered.map(({ level }) => level ?? 1));
    return { level: Math.min(6, deepest + 1), opens: false };
  }
  for (const segment of numbered)
    Object.assign(segment, { level: (segment.level ?? 1) + (segment.opens ? 1 : 0), opens: false });
  return { level: 1, opens: true };
}

function isLong(titles: readonly Title[], segments: readonly Segment[]): boolean {
  const starts = titles.map(({ segment }) => segment.start);
  const lengths = starts.map((start, i) => (starts[i + 1] ?? segments.at(-1)?.end ?? start) - start);
  return (lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0) >= leastChapter;
}

/** Whether the numbers between titles begin anew after most of them: a story has its own 一, 二, 三. */
function beginAnew(titles: readonly Title[], segments: readonly Segment[]): boolean {
  let [anew, on] = [0, 0];
  for (const [i, { index }] of titles.entries()) {
    const to = titles[i + 1]?.index ?? segments.length;
    const first = segments.slice(index + 1, to).find(({ rule }) => rule === 'chapter-heading');
    const number = first && readCounted(first.text, 0)?.number;
    if (number === 1) anew++;
    else if (number !== undefined) on++;
  }
  return anew > on;
}
