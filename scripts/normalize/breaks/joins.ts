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
import { lackIsExplained, lacksIndent, shortfall } from './full-lines.js';
import type { Layout } from './layout.js';
import type { ParagraphHabits } from './paragraph-habits.js';

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

/** Columns by which a line may be longer than its measure. */
const mostOver = 2;

/**
 * Decides a line end from all signals together. Each adds to a sum of log-odds; above zero the lines
 * are one. The weights follow the measured strength of the signals (README.md has the table).
 */
export function decideBreak(seam: Seam, layout: Layout, habits: ParagraphHabits | undefined): BreakDecision {
  const measure = layout.measureAt(seam.before.line);
  const isWrapped = measure !== undefined && !isTooWide(seam.before, measure);
  const sum = !isWrapped ? oneLineOneParagraph(seam, layout) : wrapped(seam, layout, measure, habits);
  return { join: sum > 0, confidence: 1 / (1 + Math.exp(-Math.abs(sum))) };
}

/** Whether a line without marks is longer than any that was broken at the measure. */
function isTooWide({ line, text }: Segment, measure: number): boolean {
  return line.width > measure + mostOver && !/[，。、；：！？,;:.!?]/u.test(text);
}

/** Lines broken at a measure: a full line goes on, a short one ends, and the marks decide between. */
function wrapped(seam: Seam, layout: Layout, measure: number, habits: ParagraphHabits | undefined): number {
  const { before, after } = seam;
  if (startsWithCloser(after.text)) return 6;
  const lack = shortfall(before.line, after.line, measure);
  const full =
    (lack <= layout.slack && (!layout.strict || lackIsExplained(before.line, after.line, measure))) ||
    lacksIndent(before.line, after.line, measure, layout.lostIndent);
  // Indents and blank lines say it outright; where there are none, the habits of the text must.
  const bare = !layout.indented && !layout.blanksBetweenParagraphs;
  let sum = full ? 3 : lack <= layout.slack + 6 ? -0.5 : isDisplayed(before, measure) ? -5 : -3;
  if (full && bare && habits && layout.lostIndent === 0 && endsSentence(before.text))
    sum = -habits.endsAtFullLine(before.line, after.line);
  else sum += endSignal(before.text, before.line.width > 0.6 * measure);
  sum += blankSignal(after, layout) + indentSignal(before, after, layout) + openerSignal(seam);
  sum += lostIndentSignal(seam, layout);
  // Where indents or blank lines part paragraphs, they part verse from prose as well.
  if (bare && introducesVerse(before.text, after.text) && after.line.width < measure - 6) sum -= 3.5;
  if (seam.openQuotes > 0) sum += 1;
  if (sum < 3 && !endsSentence(before.text) && wordStraddles(before.text, after.text)) sum += 3;
  return sum;
}

/** A line that is far from full and has no mark but within a number is set for itself. */
function isDisplayed({ line, text }: Segment, measure: number): boolean {
  if (line.width > 0.6 * measure) return false;
  return !/[，。、；：！？…—,;:!?.“”「」]/u.test(text.replace(/\d[.:,]\d/gu, ''));
}

/** What the last mark of a line says: a comma goes on, and so does a long line without any mark. */
function endSignal(text: string, long: boolean): number {
  if (endsSentence(text)) return -1.2;
  if (/[，、,]$/u.test(text)) return 3;
  if (/[：:]$/u.test(text)) return 0.5;
  if (/[；;—-]$/u.test(text)) return 1.5;
  return long ? 3 : 1.5;
}

/** 詩云：, 正是：, or 唱道： without a quote: what follows is set off from the line. */
function introducesVerse(before: string, after: string): boolean {
  if (startsWithOpeningQuote(after)) return false;
  return /(?:[詩诗詞词歌偈贊赞賦赋聯联句云雲曰]|道是|為證|为证|正是|但見|但见|[唱念吟]道)\s*[：:]$/u.test(
    before,
  );
}

/** Where indents were stripped, a line short by one begins a paragraph, and a full one does not. */
function lostIndentSignal({ before, after, following }: Seam, layout: Layout): number {
  const measure = layout.measureAt(after.line);
  if (layout.lostIndent === 0 || measure === undefined) return 0;
  if (lacksIndent(after.line, following, measure, layout.lostIndent)) {
    if (endsSentence(before.text)) return -4;
    // A paragraph does not end in mid-sentence, but what a colon announces may stand by itself.
    return /[：:]$/u.test(before.text) ? -4 : -1;
  }
  return after.line.width >= measure ? 3 : 0;
}

/** Lines of any length: each is a paragraph unless it stops in mid-sentence. */
function oneLineOneParagraph(seam: Seam, layout: Layout): number {
  const { before, after } = seam;
  if (startsWithCloser(after.text)) return 4;
  const prose = before.prose ?? isProse(before.text);
  if (isDropCap(before, after)) return 4;
  let sum = prose ? 1 : -3;
  sum += midSentence(before.text, after.text);
  if (after.line.blanksBefore > layout.usualBlanks) sum -= 3;
  if (layout.everyLineIndented || layout.indented) sum += after.line.indent >= 2 ? -4 : 0.5;
  // Where paragraphs are indented, speech that begins a line bare is one as well.
  if ((layout.everyLineIndented || layout.indented) && startsWithOpeningQuote(after.text)) sum -= 5;
  if (seam.openQuotes > 0) sum += 0.5;
  if (!endsSentence(before.text) && wordStraddles(before.text, after.text)) sum += prose ? 3 : 1.5;
  return sum + Math.min(0, openerSignal(seam));
}

/** Whether a line is the first character of a paragraph, set large and torn from its word. */
export function isDropCap(before: Segment, after: Segment): boolean {
  return (
    /^\p{Script=Han}$/u.test(before.text) && after.text.length >= 20 && wordStraddles(before.text, after.text)
  );
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

/** A turn of an interview, or how to reach the paper. */
const beginsItsOwn =
  /^(?:(?:[问問答]|Q|A|记者|記者)[：:]|(?:投稿|来稿|來稿|联系|聯絡|编辑部|编辑|读者|新闻|本报|本刊)?(?:邮箱|信箱|电话|電話|热线|熱線|地址|网址)[：: ]|(?:来稿|稿件|投稿)(?:请|請)?(?:寄|发))/u;

function openerSignal({ after, openQuotes, before }: Seam): number {
  if (/^\p{Ll}/u.test(after.text)) return 2;
  if (endsSentence(before.text) && startsWithOpeningQuote(after.text)) {
    // A quote that closes at a line end and one that opens the next are two speakers.
    return /[”」』"]$/u.test(before.text) ? -4 : openQuotes === 0 ? -1 : 0;
  }
  if (endsSentence(before.text) && beginsItsOwn.test(after.text)) return -4;
  return /^(?:[①-⑳•●■◆▲]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*\S)/u.test(after.text) ? -1 : 0;
}
