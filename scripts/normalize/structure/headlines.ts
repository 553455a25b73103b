import { fillsMeasure, type Layout } from '../breaks/layout.js';
import { countHan, endsSentence, openDepth } from '../text/characters.js';
import type { Segment } from '../text/segments.js';
import { wordStraddles } from '../text/words.js';
import { readJumpLine } from './jump-lines.js';

const dateline =
  /^(?:[（(]?(?:本报|本刊|本网|新华社|中新社|据新华社|人民日报)[^。]{0,24}?(?:讯|电|消息|报道)[）)：:\s]|本报讯|[□■◎○]?\s*(?:本报|本刊|新华社)?(?:首席|特约|特派|见习|实习)?(?:记者|通讯员)[\s　]+\S{2,16}(?:报道)?$)/u;
const byline =
  /^[□■◎○]?\s*(?:本报|本刊|新华社)?(?:首席|特约|特派|见习|实习)?(?:记者|通讯员)[\s　]+[\p{L}·\s　]{2,16}(?:报道)?$/u;
const reported = /(?:表示|指出|强调|強調|认为|認為|说|說|介绍|介紹|透露|告诉|要求|写道|道|提出)[，：,:]/u;

/** Most display lines of one headline, and its longest line in characters. */
const [mostLines, longestLine] = [4, 60];

/** Whether a line could be a line of a headline by its shape alone. */
export function isHeadlineLike({
  text,
  role,
  sameLine,
}: Pick<Segment, 'role' | 'sameLine' | 'text'>): boolean {
  if (role !== 'body' || sameLine || text.length < 2 || text.length > longestLine) return false;
  if (endsSentence(text.replace(/[！？!?]$/u, '')) || /[，、；：,;:—-]$/u.test(text)) return false;
  if (/[。；]/u.test(text) || reported.test(text) || openDepth(text) > 0 || dateline.test(text)) return false;
  return (text.match(/[，,]/gu)?.length ?? 0) <= 2 && /^(?:——)?[\p{L}\p{N}“‘「『《【("]/u.test(text);
}

/** Text for which one sign of a newspaper is enough, in UTF-16 code units; a page has about 6,000. */
const unitsASign = 8000;

/** Whether a text shows that it comes from a newspaper: jump lines, credits, datelines, kickers over a headline. */
export function isNewspaper(segments: readonly Segment[]): boolean {
  const signs = segments.filter(
    (segment, i) =>
      segment.role === 'continuation' ||
      segment.role === 'credit' ||
      (isKicker(segment) && isHeadlineLike(segments[i + 1] ?? segment)) ||
      dateline.test(segment.text),
  );
  return signs.length > 0 && signs.length * unitsASign >= (segments.at(-1)?.end ?? 0);
}

function isKicker(segment: Segment | undefined): boolean {
  return (
    segment?.role === 'body' &&
    /——$/u.test(segment.text) &&
    segment.text.length <= longestLine &&
    !/[。；]/u.test(segment.text)
  );
}

/**
 * Marks the headlines of a newspaper page. A line that could be one is one where the page says so: a
 * jump line, dateline or byline follows, a kicker precedes it, the article before it is signed off or
 * credited, or it is the first of the page.
 */
export function markHeadlines(segments: readonly Segment[], layout: Layout): void {
  for (let i = 0; i < segments.length; i++) {
    const before = segments[i - 1];
    if (before?.role === 'body' && !endsSentence(before.text) && !isDisplayEnd(segments, i, layout)) continue;
    const kicker = isKicker(segments[i]) ? i : undefined;
    const first = kicker === undefined ? i : i + 1;
    const run = displayLines(segments, first, layout);
    if (run.length === 0) continue;
    const sure = evidence(segments, first, run.length, kicker !== undefined);
    if (sure === 0) continue;
    markHeadline(
      kicker === undefined ? undefined : segments[kicker],
      run,
      segments[first + run.length],
      sure,
    );
    i = first + run.length - 1;
  }
}

/** In a wrapped text a line that is far from full ends its paragraph, marks or not. */
function isDisplayEnd(segments: readonly Segment[], index: number, layout: Layout): boolean {
  const segment = segments[index - 1];
  if (!segment || layout.measureAt(segment.line) === undefined)
    return (segments[index]?.line.blanksBefore ?? 0) > layout.usualBlanks;
  return !fillsMeasure(segment.line, segments[index]?.line, layout, 2);
}

/** The lines from an index on that could together be one headline. */
function displayLines(segments: readonly Segment[], from: number, layout: Layout): readonly Segment[] {
  const run: Segment[] = [];
  for (let i = from; i < from + mostLines; i++) {
    const segment = segments[i];
    if (!segment || !isHeadlineLike(segment) || byline.test(segment.text)) break;
    if (run.length > 0 && (segment.line.blanksBefore > layout.usualBlanks || countHan(segment.text) < 4))
      break;
    if (fillsMeasure(segment.line, segments[i + 1]?.line, layout)) break;
    run.push(segment);
  }
  const after = segments[from + run.length];
  return after && (run.length < mostLines || after.role !== 'body') ? run : [];
}

function evidence(segments: readonly Segment[], first: number, count: number, hasKicker: boolean): number {
  const after = segments[first + count];
  const before = segments[first - 1];
  if (after?.role === 'continuation' && after.start < (segments[first + count + 1]?.start ?? 0)) return 0.97;
  if (after && (dateline.test(after.text) || byline.test(after.text))) return 0.95;
  if (hasKicker) return 0.95;
  if (!before) return 0.9;
  const isEnd = before.role === 'continuation' && readJumpLine(before.text)?.way === 'on';
  return before.role === 'credit' || before.role === 'signoff' || isEnd ? 0.85 : 0;
}

function markHeadline(
  kicker: Segment | undefined,
  run: readonly Segment[],
  after: Segment | undefined,
  confidence: number,
): void {
  if (kicker) Object.assign(kicker, { role: 'kicker', rule: 'kicker', confidence: 0.95, opens: true });
  for (const [k, segment] of run.entries()) {
    const role = /^——/u.test(segment.text) ? 'subtitle' : 'heading';
    Object.assign(segment, { role, rule: 'headline', confidence, level: 1, opens: k === 0 && !kicker });
  }
  if (after?.role === 'body' && byline.test(after.text))
    Object.assign(after, { role: 'byline', rule: 'byline', confidence: 0.9 });
}

/** Longest subhead that stands alone, in characters. */
const longestSubhead = 20;

/**
 * Single subheads of an article: a short line without marks between two paragraphs that ended. Within
 * a series of subheads another form is no subhead, and a word across the break speaks against one.
 */
export function markLoneSubheads(segments: readonly Segment[], layout: Layout): void {
  const series = segments.flatMap((segment, i) => (segment.rule === 'subhead' ? [i] : []));
  const [from = Infinity, to = -1] = [series[0], series.at(-1)];
  for (const [i, segment] of segments.entries()) {
    if ((i > from && i <= to + 2) || !isHeadlineLike(segment) || segment.text.length > longestSubhead)
      continue;
    const before = segments[i - 1];
    const after = segments[i + 1];
    if (before?.role !== 'body' || !endsSentence(before.text) || after?.role !== 'body') continue;
    if (/[，。：；“”]/u.test(segment.text) || after.text.length < 2 * segment.text.length) continue;
    if (fillsMeasure(segment.line, after.line, layout)) continue;
    if (wordStraddles(segment.text, after.text)) continue;
    Object.assign(segment, { role: 'heading', level: 2, rule: 'subhead', confidence: 0.65 });
  }
}
