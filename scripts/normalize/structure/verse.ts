import { fillsMeasure, type Layout } from '../breaks/layout.js';
import { countHan } from '../text/characters.js';
import type { Segment } from '../text/segments.js';
import { settingHabits } from './title-settings.js';

/** What announces verse: 诗曰：, 有詩為證：, 正是： … */
const announces =
  /(?:[诗詩词詞歌赋賦赞贊讚偈联聯云雲曰]|道是|为证|為證|为凭|為憑|正是|但见|但見|只见|只見|诗|[唱吟念]道)\s*[：:]$/u;

/** Fewest lines that are verse by their shape alone, by shape after an announcement, and by their setting. */
const [byShape, announced, bySetting] = [4, 1, 3];

/**
 * Marks lines of verse: lines of the same measure, 五言 or 七言 say, that are announced or run on; and in
 * a text with indented paragraphs, lines that stand deeper than those.
 */
export function markVerse(segments: readonly Segment[], layout: Layout): void {
  const { paragraphIndent } = settingHabits(segments);
  for (let i = 0; i < segments.length; ) {
    const shape = shapeOf(segments[i]);
    const run = shape === undefined ? 0 : runOf(segments, i, (segment) => shapeOf(segment) === shape);
    const deep = runOf(segments, i, (segment, next) => isDeep(segment, next, paragraphIndent, layout));
    const before = segments[i - 1];
    const isAnnounced = before?.role === 'body' && announces.test(before.text);
    if (run >= byShape || (run >= announced && isAnnounced)) mark(segments, i, run, isAnnounced ? 0.85 : 0.7);
    else if (deep >= bySetting) mark(segments, i, deep, 0.72);
    i += Math.max(1, run >= byShape || isAnnounced ? run : deep >= bySetting ? deep : 1);
  }
}

function runOf(
  segments: readonly Segment[],
  from: number,
  belongs: (segment: Segment, next: Segment | undefined) => boolean,
): number {
  let to = from;
  for (; to < segments.length; to++) {
    const segment = segments[to];
    if (segment?.role !== 'body' || !belongs(segment, segments[to + 1])) break;
  }
  return to - from;
}

/** Longest line of verse that its shape shows, in characters. */
const longestLine = 34;

/**
 * The shape of a line of classical verse: how many characters its clauses have, and how many clauses.
 * Nothing where they are not all of one length (three to eight), or where it holds speech.
 */
function shapeOf(segment: Segment | undefined): string | undefined {
  const text = segment?.text ?? '';
  if (text.length > longestLine || /[“”「」『』：:…—（(]/u.test(text) || !/^\p{Script=Han}/u.test(text))
    return undefined;
  const clauses = text.split(/[，。！？；、,.!?;．﹐\s　]+/u).filter((clause) => clause !== '');
  const lengths = new Set(clauses.map(countHan));
  const [length = 0] = lengths;
  if (lengths.size !== 1 || length < 3 || length > 8) return undefined;
  if (clauses.some((clause) => clause.length !== length)) return undefined;
  if (clauses.length === 1 && length < 5) return undefined;
  return `${length} × ${clauses.length}`;
}

function isDeep(
  { line, text }: Segment,
  next: Segment | undefined,
  paragraphIndent: number,
  layout: Layout,
): boolean {
  if (paragraphIndent < 2 || line.indent < paragraphIndent + 2 || line.indent > 3 * paragraphIndent + 16)
    return false;
  return text.length >= 4 && text.length <= longestLine && !fillsMeasure(line, next?.line, layout, 2);
}

function mark(segments: readonly Segment[], from: number, count: number, confidence: number): void {
  for (const segment of segments.slice(from, from + count))
    Object.assign(segment, { role: 'verse', rule: 'verse', confidence });
}

/** A wider gap than the narrowest of a poem begins a stanza. */
export function markStanzas(segments: readonly Segment[]): void {
  for (let i = 0; i < segments.length; ) {
    const count = runOfVerse(segments, i);
    const [, ...lines] = segments.slice(i, i + count);
    const usual = Math.min(...lines.map(({ line }) => line.blanksBefore));
    for (const segment of lines) if (segment.line.blanksBefore > usual) segment.stanza = true;
    i += Math.max(1, count);
  }
}

function runOfVerse(segments: readonly Segment[], from: number): number {
  let to = from;
  while (segments[to]?.role === 'verse') to++;
  return to - from;
}
