import { fillsMeasure, type Layout } from '../breaks/layout.js';
import { endsSentence } from '../text/characters.js';
import type { Edit } from '../text/edits.js';
import { type Finding, finding } from '../text/finding.js';
import { type Segment, wholeLine } from '../text/segments.js';
import type { SourceLine } from '../text/source-lines.js';
import { wordStraddles } from '../text/words.js';
import { markAozoraHeadings } from './aozora/headings.js';
import { markNotes } from './aozora/notes.js';
import { type ChapterHeading, findChapterHeadings, looksNumbered } from './chapter-headings.js';
import { markTitlesBelow } from './chapter-titles.js';
import { markContents } from './contents-list.js';
import { markCaptions } from './newspaper/captions.js';
import { isNewspaper } from './newspaper/is-newspaper.js';
import { splitJumpLines } from './newspaper/jump-lines.js';
import { readPage } from './newspaper/read-page.js';
import { findSubheadSeries, markSubheads } from './newspaper/subheads.js';
import { numberingFindings } from './numbering.js';
import { sceneBreakEdits } from './scene-breaks.js';
import { markSetOffTitles } from './set-off-titles.js';
import { markSignOffs } from './sign-off.js';
import { isHeadlineLike } from './title-shape.js';
import { markStanzas, markVerse } from './verse.js';

/** What each stretch of the text is, with the edits that set stretches of one line apart. */
export interface Structure {
  readonly kind: 'book' | 'newspaper' | 'plain';
  readonly segments: readonly Segment[];
  readonly edits: readonly Edit[];
  /** What an editor should know of the structure: gaps in the numbering, halves that are missing. */
  readonly findings: readonly Finding[];
}

/** What is known of the pages that a text comes from. */
export interface KnownOfPages {
  /** Lines of page furniture that were taken out and are of a newspaper. */
  readonly pageHeads: number;
  /** Whether it is known to be one. */
  readonly isNewspaper: boolean;
}

/**
 * Finds the structure of a text: a book by its chapters; a newspaper page by what only the trade has
 * (jump lines, credits, datelines), unless chapters run through it; else plain text.
 */
export function findStructure(lines: readonly SourceLine[], layout: Layout, known: KnownOfPages): Structure {
  const structure = findParts(lines, layout, known);
  markVerse(structure.segments, layout);
  markStanzas(structure.segments);
  return { ...structure, edits: [...structure.edits, ...sceneBreakEdits(structure.segments)] };
}

function findParts(lines: readonly SourceLine[], layout: Layout, known: KnownOfPages): Structure {
  const whole = lines.map(wholeLine);
  const notes = [...markAozoraHeadings(whole), ...markNotes(whole)];
  const contents = markContents(whole).map(({ first, count }) =>
    finding('contents-list-kept', { count }, first.start),
  );
  if (whole.some(({ role }) => role === 'heading'))
    return book(whole, layout, { edits: notes, findings: contents });
  const headings = findHeadings(whole, layout);
  const chapters = headings.filter(({ rank }) => rank <= 1).length;
  if (chapters < 2) {
    const page = splitLines(whole);
    if (known.isNewspaper || isNewspaper(page.segments, known.pageHeads))
      return newspaperPage({ ...page, edits: [...notes, ...page.edits] }, layout, contents);
  }
  markChapters(whole, headings, lines);
  markTitlesBelow(whole, layout);
  markSetOffTitles(whole, layout);
  if (whole.some((segment) => segment.role === 'heading'))
    return book(whole, layout, {
      edits: notes,
      findings: [...contents, ...numberingFindings(headings, lines)],
    });
  const page = splitLines(whole);
  return plainText({ ...page, edits: [...notes, ...page.edits] }, layout, contents);
}

function book(
  segments: readonly Segment[],
  layout: Layout,
  found: Pick<Structure, 'edits' | 'findings'>,
): Structure {
  markTitleLine(segments, layout);
  markSignOffs(segments);
  return { kind: 'book', segments, ...found };
}

interface SplitPage {
  readonly segments: readonly Segment[];
  readonly edits: readonly Edit[];
}

/** Sets apart what stands on one line: jump lines, captions and their credits. */
function splitLines(whole: readonly Segment[]): SplitPage {
  const jumps = splitJumpLines(whole);
  const captions = markCaptions(jumps.segments);
  return { segments: captions.segments, edits: [...jumps.edits, ...captions.edits] };
}

function newspaperPage(
  { segments, edits }: SplitPage,
  layout: Layout,
  findings: readonly Finding[],
): Structure {
  markSignOffs(segments);
  readPage(segments, layout, new Set([...findSubheadSeries(segments), ...sections(segments, layout)]));
  return { kind: 'newspaper', segments, edits, findings };
}

/** Longest text that is read like a page of a newspaper though nothing shows that it is one, in UTF-16 code units. */
const longestPage = 20_000;

function plainText(page: SplitPage, layout: Layout, findings: readonly Finding[]): Structure {
  const { segments, edits } = page;
  const kana = segments.filter(({ text }) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)).length;
  const han = segments.filter(({ text }) => /\p{Script=Han}/u.test(text)).length;
  const isChinese = han * 2 > segments.length && kana * 5 < segments.length;
  if (isChinese && (segments.at(-1)?.end ?? 0) <= longestPage) {
    const read = newspaperPage(page, layout, findings);
    const articles = segments.filter(({ opens }) => opens).length;
    return articles > 1 ? read : { ...read, kind: 'plain' };
  }
  markSubheads(segments);
  markSignOffs(segments);
  markTitleLine(segments, layout);
  return { kind: 'plain', segments, edits, findings };
}

/** Least text under a number that heads a section, in UTF-16 code units; in a table less stands between numbers. */
const leastSection = 80;

/** The numbered sections of articles: 一、…, or a number alone. */
function sections(segments: readonly Segment[], layout: Layout): readonly Segment[] {
  const found = findHeadings(segments, layout).flatMap(({ index, rank }) =>
    rank >= 3 ? [{ rank, segment: segments[index] }] : [],
  );
  return found.flatMap(({ rank, segment }, i) => {
    const length = (found[i + 1]?.segment?.start ?? Infinity) - (segment?.end ?? 0);
    return segment && (rank > 3 || length >= leastSection) ? [segment] : [];
  });
}

function findHeadings(segments: readonly Segment[], layout: Layout): readonly ChapterHeading[] {
  return findChapterHeadings(segments, {
    isText: (index) => segments[index]?.role === 'body',
    ends: (index) => segments[index]?.role !== 'body' || endsParagraph(segments, index, layout),
    fills: (index) => fills(segments, index, layout),
  });
}

function markChapters(
  segments: readonly Segment[],
  headings: readonly ChapterHeading[],
  lines: readonly SourceLine[],
): void {
  const depths = depthsOf(headings, lines);
  for (const { index, rank, confidence } of headings) {
    const segment = segments[index];
    if (segment)
      Object.assign(segment, { role: 'heading', ...depths(rank), rule: 'chapter-heading', confidence });
  }
}

/** Least text of a chapter that a mere number opens, in UTF-16 code units; shorter ones are sections. */
const leastChapter = 1500;

/**
 * What depth each rank has in this book. Volumes and the highest rank below them open chapter files;
 * where that is no more than numbers, only if what stands under them is long enough for a chapter.
 */
function depthsOf(
  headings: readonly ChapterHeading[],
  lines: readonly SourceLine[],
): (rank: number) => { readonly level: number; readonly opens: boolean } {
  const ranks = [...new Set(headings.map(({ rank }) => rank))].sort((a, b) => a - b);
  const first = ranks.find((rank) => rank > 0) ?? 0;
  const opens = (rank: number): boolean =>
    rank === 0 || (rank === first && (first < 3 || medianLength(headings, first, lines) >= leastChapter));
  const inner = ranks.filter((rank) => !opens(rank));
  return (rank) =>
    opens(rank) ? { level: 1, opens: true } : { level: Math.min(6, 2 + inner.indexOf(rank)), opens: false };
}

/** The median of the text from one heading of a rank to the next, in UTF-16 code units. */
function medianLength(
  headings: readonly ChapterHeading[],
  rank: number,
  lines: readonly SourceLine[],
): number {
  const starts = headings
    .filter((heading) => heading.rank === rank)
    .map(({ index }) => lines[index]?.start ?? 0);
  const lengths = starts.map((start, i) => (starts[i + 1] ?? lines.at(-1)?.end ?? start) - start);
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 0;
}

function endsParagraph(segments: readonly Segment[], index: number, layout: Layout): boolean {
  const [segment, next] = [segments[index], segments[index + 1]];
  if (!segment || !next || endsSentence(segment.text)) return true;
  if (next.line.blanksBefore > layout.usualBlanks || next.line.pageBefore) return true;
  if (layout.measureAt(segment.line) !== undefined) return !fills(segments, index, layout);
  return segment.text.length <= 40;
}

function fills(segments: readonly Segment[], index: number, layout: Layout): boolean {
  const segment = segments[index];
  return segment !== undefined && fillsMeasure(segment.line, segments[index + 1]?.line, layout);
}

/** A short first line without marks, before all else, is the title of what follows it. */
function markTitleLine(segments: readonly Segment[], layout: Layout): void {
  const [first, second] = segments;
  if (!first || !second || first.text.length > 30 || !isHeadlineLike(first)) return;
  if (/[，。；：,;:]/u.test(first.text) || looksNumbered(first.text) || /^\p{Ll}/u.test(second.text)) return;
  if (fillsMeasure(first.line, second.line, layout)) return;
  if (second.role === 'body' && wordStraddles(first.text, second.text)) return;
  Object.assign(first, { role: 'heading', level: 1, opens: true, rule: 'title-line', confidence: 0.7 });
}
