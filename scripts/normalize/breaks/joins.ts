import {
  beginsCjk,
  endsCjk,
  endsSentence,
  startsWithCloser,
  startsWithOpeningQuote,
} from '../text/characters.js';
import type { Segment } from '../text/segments.js';
import type { SourceLine } from '../text/source-lines.js';
import { wordStraddles } from '../text/words.js';
import { type Layout, lacksIndent, shortfall } from './layout.js';

/** What was decided of one line end between two stretches of running text. */
export interface BreakDecision {
  readonly join: boolean;
  /** 0.5 to 1. */
  readonly confidence: number;
}

/** The two lines that meet, and how many quotes and brackets are open where they do. */
export interface Seam {
  readonly before: Segment;
  readonly after: Segment;
  readonly openQuotes: number;
  /** The line after the second, which tells what was pushed down to it. */
  readonly following?: SourceLine | undefined;
}

/**
 * Decides a line end from all signals together. Each adds to a sum of log-odds; above zero the lines
 * are one. The weights follow the measured strength of the signals (README.md has the table).
 */
export function decideBreak(seam: Seam, layout: Layout): BreakDecision {
  const sum = layout.measure === undefined ? oneLineOneParagraph(seam, layout) : wrapped(seam, layout);
  return { join: sum > 0, confidence: 1 / (1 + Math.exp(-Math.abs(sum))) };
}

/** Lines broken at a measure: a full line goes on, a short one ends, and the marks decide between. */
function wrapped(seam: Seam, layout: Layout): number {
  const { before, after } = seam;
  if (startsWithCloser(after.text)) return 6;
  const measure = layout.measureAt(before.line);
  const lack = shortfall(before.line, after.line, measure);
  const full = lack <= layout.slack || lacksIndent(before.line, after.line, measure, layout.lostIndent);
  let sum = full ? 3 : lack <= layout.slack + 6 ? -0.5 : -3;
  sum += endsSentence(before.text) ? -1.2 : 1.5;
  if (/[，、,]$/u.test(before.text)) sum += 1.5;
  if (/[：:]$/u.test(before.text) && startsWithOpeningQuote(after.text)) sum -= 1;
  sum += blankSignal(after, layout) + indentSignal(before, after, layout) + openerSignal(seam);
  sum += lostIndentSignal(seam, layout);
  if (seam.openQuotes > 0) sum += 1;
  if (sum < 3 && !endsSentence(before.text) && wordStraddles(before.text, after.text)) sum += 3;
  return sum;
}

/** Where indents were stripped, a line short by one begins a paragraph, and a full one does not. */
function lostIndentSignal({ before, after, following }: Seam, layout: Layout): number {
  if (layout.lostIndent === 0) return 0;
  const measure = layout.measureAt(after.line);
  if (lacksIndent(after.line, following, measure, layout.lostIndent))
    return endsSentence(before.text) ? -4 : -3;
  return after.line.width >= measure ? 3 : 0;
}

/** Lines of any length: each is a paragraph unless it stops in mid-sentence. */
function oneLineOneParagraph(seam: Seam, layout: Layout): number {
  const { before, after } = seam;
  if (startsWithCloser(after.text)) return 4;
  const prose = isProse(before.text);
  let sum = prose ? 1 : -3;
  sum += midSentence(before.text, after.text);
  if (after.line.blanksBefore > layout.usualBlanks) sum -= 3;
  if (layout.everyLineIndented || layout.indented) sum += after.line.indent >= 2 ? -4 : 0.5;
  if (seam.openQuotes > 0) sum += 0.5;
  if (!endsSentence(before.text) && wordStraddles(before.text, after.text)) sum += prose ? 3 : 1.5;
  return sum + Math.min(0, openerSignal(seam));
}

function midSentence(before: string, after: string): number {
  if (endsSentence(before)) return -4;
  if (/[，、,]$/u.test(before)) return 3;
  if (/[；：;:—]$/u.test(before)) return -2;
  if (beginsCjk(after) || endsCjk(before)) return 1;
  return /^\p{Ll}/u.test(after) ? 2 : -2;
}

/** Running prose, not a title, a name or a line of a list: it has sentence marks, or is long. */
function isProse(text: string): boolean {
  return text.length >= 60 || /[。！？；.!?;]/u.test(text) || (text.match(/[，,、]/gu)?.length ?? 0) >= 2;
}

function blankSignal(after: Segment, layout: Layout): number {
  if (after.line.blanksBefore > layout.usualBlanks) return -6;
  return layout.blanksBetweenParagraphs ? 2 : 0;
}

function indentSignal(before: Segment, after: Segment, layout: Layout): number {
  if (!layout.indented) return 0;
  if (after.line.indent >= 2) return after.line.indent > before.line.indent ? -6 : -4;
  return 2;
}

function openerSignal({ after, openQuotes, before }: Seam): number {
  if (/^\p{Ll}/u.test(after.text)) return 2;
  if (endsSentence(before.text) && startsWithOpeningQuote(after.text)) {
    // A quote that closes at a line end and one that opens the next are two speakers.
    return /[”」』"]$/u.test(before.text) ? -4 : openQuotes === 0 ? -1 : 0;
  }
  return /^(?:[①-⑳•●■◆▲]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*\S)/u.test(after.text) ? -1 : 0;
}
