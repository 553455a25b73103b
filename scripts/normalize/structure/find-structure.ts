import { fillsMeasure, type Layout } from '../breaks/layout.js';
import { endsSentence } from '../text/characters.js';
import type { Edit } from '../text/edits.js';
import type { Finding } from '../text/finding.js';
import { type Segment, wholeLine } from '../text/segments.js';
import type { SourceLine } from '../text/source-lines.js';
import { wordStraddles } from '../text/words.js';
import { markAozoraHeadings } from './aozora.js';
import { markCaptions } from './captions.js';
import { findChapterHeadings, looksNumbered } from './chapter-headings.js';
import { markTitlesBelow } from './chapter-titles.js';
import { isHeadlineLike, isNewspaper, markHeadlines, markLoneSubheads } from './headlines.js';
import { splitJumpLines } from './jump-lines.js';
import { numberingFindings } from './numbering.js';
import { findSetOffTitles } from './set-off-titles.js';
import { markSignOffs } from './sign-off.js';
import { markSubheads } from './subheads.js';

/** What each stretch of the text is, with the edits that set stretches of one line apart. */
export interface Structure {
  readonly kind: 'book' | 'newspaper' | 'plain';
  readonly segments: readonly Segment[];
  readonly edits: readonly Edit[];
  /** What an editor should know of the structure: gaps in the numbering, halves that are missing. */
  readonly findings: readonly Finding[];
}

/** Finds the structure of a text: a book by its headings, else a newspaper page by its furniture of the trade. */
export function findStructure(lines: readonly SourceLine[], layout: Layout): Structure {
  const whole = lines.map(wholeLine);
  const notes = markAozoraHeadings(whole);
  const findings = notes.length === 0 ? markChapterHeadings(whole, lines, layout) : [];
  if (notes.length === 0) markSetOffTitles(whole);
  if (whole.some((segment) => segment.role === 'heading')) {
    markTitlesBelow(whole, layout);
    markTitleLine(whole, layout);
    markSignOffs(whole);
    return { kind: 'book', segments: whole, edits: notes, findings };
  }
  return newspaperPage(whole, layout);
}

function newspaperPage(whole: readonly Segment[], layout: Layout): Structure {
  const jumps = splitJumpLines(whole);
  const captions = markCaptions(jumps.segments);
  const { segments } = captions;
  const edits = [...jumps.edits, ...captions.edits];
  markSubheads(segments);
  markSignOffs(segments);
  if (!isNewspaper(segments)) {
    markTitleLine(segments, layout);
    return { kind: 'plain', segments, edits, findings: [] };
  }
  markHeadlines(segments, layout);
  markLoneSubheads(segments, layout);
  return { kind: 'newspaper', segments, edits, findings: [] };
}

function markChapterHeadings(
  segments: readonly Segment[],
  lines: readonly SourceLine[],
  layout: Layout,
): readonly Finding[] {
  const headings = findChapterHeadings(lines, {
    ends: (index) => endsParagraph(lines, index, layout),
    fills: (index) => lines[index] !== undefined && fillsMeasure(lines[index], lines[index + 1], layout),
  });
  const named = headings.map(({ rank }) => rank).filter((rank) => rank > 0);
  // Volumes (rank 0) and chapters open files; where a book has neither, its highest rank does.
  const opening = Math.max(0, Math.min(...(named.length > 0 ? named : [0])));
  for (const { index, rank, confidence } of headings) {
    const segment = segments[index];
    const opens = rank <= opening;
    const level = opens ? 1 : 1 + rank - opening;
    if (segment)
      Object.assign(segment, { role: 'heading', level, opens, rule: 'chapter-heading', confidence });
  }
  return numberingFindings(headings, lines);
}

/** Titles without a number stand above those with one: a story has its own 一, 二, 三. */
function markSetOffTitles(segments: readonly Segment[]): void {
  const titles = findSetOffTitles(segments);
  if (titles.length === 0) return;
  for (const segment of titles)
    Object.assign(segment, {
      role: 'heading',
      level: 1,
      opens: true,
      rule: 'set-off-title',
      confidence: 0.7,
    });
  for (const segment of segments)
    if (segment.rule === 'chapter-heading')
      Object.assign(segment, { level: (segment.level ?? 1) + (segment.opens ? 1 : 0), opens: false });
}

function endsParagraph(lines: readonly SourceLine[], index: number, layout: Layout): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (!line || !next || endsSentence(line.text)) return true;
  if (next.blanksBefore > layout.usualBlanks || next.pageBefore) return true;
  if (layout.measureAt(line) !== undefined) return !fillsMeasure(line, next, layout);
  return line.text.length <= 40;
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
