import { beginsCjk, displayWidth, endsCjk, endsSentence, startsWithCloser } from '../text/characters.js';
import type { SourceLine } from '../text/source-lines.js';

/** What kind of page the text was set on; every line break is judged against it. */
export interface Layout {
  /** Columns of the measure if the lines were broken at a fixed width; the widest where it varies. */
  readonly measure: number | undefined;
  /** The measure around a line, if lines are broken at one there: editions change it from chapter to chapter. */
  readonly measureAt: (line: SourceLine) => number | undefined;
  /** Columns by which the first line of a paragraph is short, where its indent was stripped; else 0. */
  readonly lostIndent: number;
  /** Columns by which a full line may be short: a mark pushed to the next line (避头尾, CLREQ 3.1.3). */
  readonly slack: number;
  /** Blank lines between two lines of one paragraph: 0, or 1 where every line is followed by one. */
  readonly usualBlanks: number;
  /** Whether blank lines set paragraphs apart throughout. */
  readonly blanksBetweenParagraphs: boolean;
  /** Whether a paragraph shows by the indent of its first line. */
  readonly indented: boolean;
  /** Whether nearly every line is indented, as where one line is one paragraph. */
  readonly everyLineIndented: boolean;
}

/** Measures a text. Lines of furniture should be left out of `lines`. */
export function measureLayout(lines: readonly SourceLine[]): Layout {
  const whole = findMeasure(lines);
  const regions = whole === undefined ? regionalMeasures(lines) : undefined;
  const measure = whole ?? regions?.widest;
  const measureAt =
    whole === undefined ? (regions?.measureAt ?? (() => undefined)) : localMeasure(lines, whole);
  // Blank lines between one-line paragraphs mean nothing; in wrapped text they do, unless all lines have them.
  const usualBlanks = usualGap(lines, measure === undefined ? 0.5 : 0.8);
  const gaps = lines.length - 1;
  const wider = lines.slice(1).filter((line) => line.blanksBefore > usualBlanks).length;
  const indentShare = lines.filter((line) => line.indent >= 2).length / Math.max(1, lines.length);
  const indented = indentShare >= 0.02 && indentShare <= 0.75;
  return {
    measure,
    measureAt,
    lostIndent:
      measure === undefined || indented || !isEastAsianPage(lines) ? 0 : lostIndent(lines, measureAt),
    slack: measure === undefined ? 0 : kinsokuSlack(lines),
    usualBlanks,
    blanksBetweenParagraphs: usualBlanks === 0 && wider >= 0.03 * gaps,
    indented,
    everyLineIndented: indentShare > 0.75 || (measure === undefined && indentShare >= 0.4),
  };
}

/** The most common number of blank lines before a line, if at least this share of lines has it; else none. */
function usualGap(lines: readonly SourceLine[], share: number): number {
  const counts = new Map<number, number>();
  for (const line of lines.slice(1)) counts.set(line.blanksBefore, (counts.get(line.blanksBefore) ?? 0) + 1);
  const [gap, count] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return count >= share * (lines.length - 1) ? gap : 0;
}

/** Least and greatest measure that is taken for one, in columns; real pages lie between. */
const narrowest = 16;
const widest = 160;

/**
 * The width at which lines were broken, or nothing if each line is a paragraph. The candidate is the
 * width that all but one line in a hundred keep to; it is one if enough lines fill it.
 */
function findMeasure(lines: readonly SourceLine[]): number | undefined {
  if (lines.length < 12) return undefined;
  const widths = lines.map((line) => line.indent + line.width).sort((a, b) => a - b);
  for (const share of [0.995, 0.97, 0.9]) {
    const candidate = widths[Math.floor(share * (widths.length - 1))] ?? 0;
    if (candidate < narrowest || candidate > widest) continue;
    const full = lines.filter((line, i) => isFull(line, lines[i + 1], candidate, 4)).length;
    if (full >= 0.3 * lines.length) return trueMeasure(lines, candidate);
  }
  return undefined;
}

/** In Chinese text the commonest width near the candidate is the measure; Latin lines are ragged, so the candidate stays. */
function trueMeasure(lines: readonly SourceLine[], candidate: number): number {
  const near = lines.filter((line) => Math.abs(line.indent + line.width - candidate) <= 6);
  const { width, count } = commonestWidth(near);
  return count >= 0.25 * lines.length ? width : candidate;
}

function commonestWidth(lines: readonly SourceLine[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const { indent, width } of lines) counts.set(indent + width, (counts.get(indent + width) ?? 0) + 1);
  let best = { width: 0, count: 0 };
  for (const [width, count] of counts) {
    if (count > best.count || (count === best.count && width > best.width)) best = { width, count };
  }
  return best;
}

/** Lines looked at before and after, and how often a new look is taken. */
const [reach, stride] = [25, 10];

function isEastAsianPage(lines: readonly SourceLine[]): boolean {
  return lines.filter((line) => endsCjk(line.text)).length * 2 >= lines.length;
}

/** Lines of a stretch that is measured for itself, where the whole has no measure. */
const stretch = 40;

/** Where only parts of a text are broken at a measure, the measure of each part. */
function regionalMeasures(
  lines: readonly SourceLine[],
): { readonly widest: number; readonly measureAt: Layout['measureAt'] } | undefined {
  const local = new Map<SourceLine, number>();
  for (let i = 0; i < lines.length; i += stretch / 2) {
    const measure = findMeasure(lines.slice(Math.max(0, i - stretch / 4), i + (3 * stretch) / 4));
    if (measure === undefined) continue;
    for (const line of lines.slice(i, i + stretch / 2))
      if (line.indent + line.width <= measure + stretch / 4) local.set(line, measure);
  }
  if (local.size < stretch) return undefined;
  return { widest: Math.max(...new Set(local.values())), measureAt: (line) => local.get(line) };
}

/** In Chinese text, the commonest width among the longer lines around each line; in Latin text the measure of the whole. */
function localMeasure(lines: readonly SourceLine[], measure: number): (line: SourceLine) => number {
  if (!isEastAsianPage(lines)) return () => measure;
  const local = new Map<SourceLine, number>();
  for (let i = 0; i < lines.length; i += stride) {
    const around = lines.slice(Math.max(0, i - reach), i + reach);
    const widths = around.map((line) => line.indent + line.width).sort((a, b) => a - b);
    const long = 0.8 * (widths[Math.floor(0.9 * (widths.length - 1))] ?? 0);
    const { width, count } = commonestWidth(around.filter((line) => line.indent + line.width >= long));
    const found = count >= 0.2 * around.length && width >= narrowest ? width : measure;
    for (const line of lines.slice(i, i + stride)) local.set(line, found);
  }
  return (line) => local.get(line) ?? measure;
}

/**
 * Where indents were stripped, the first line of a paragraph lacks their two characters (CLREQ 3.1.2),
 * and such lines mostly follow one that ended a sentence.
 */
function lostIndent(lines: readonly SourceLine[], measureAt: Layout['measureAt']): number {
  let [lacking, after] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const measure = measureAt(line);
    if (!before || measure === undefined || !lacksIndent(line, lines[i + 1], measure, 4)) continue;
    lacking++;
    if (endsSentence(before.text) || measure - before.width > 8) after++;
  }
  return lacking >= 0.03 * lines.length && after >= 0.7 * lacking ? 4 : 0;
}

/**
 * Whether a line is as short as a first line whose indent of so many columns was stripped. What was
 * pushed to the next line for the sake of a mark that may not begin it (避头尾) is counted in.
 */
export function lacksIndent(
  line: SourceLine,
  next: SourceLine | undefined,
  measure: number,
  indent: number,
): boolean {
  if (indent === 0) return false;
  const lack = measure - line.indent - line.width;
  const near = (pushed: number): boolean => Math.abs(lack - pushed - indent) <= 1;
  const pushed = pushedDown(next);
  return near(0) ? !pushed.includes(lack) : pushed.some(near);
}

/** Columns that a line may lack because its last characters went down with a mark: those before the mark, or with one mark. */
function pushedDown(next: SourceLine | undefined): readonly number[] {
  const [, first = '', second = ''] = [...(next?.text.slice(0, 3) ?? '')].map((char) => char);
  if (!startsWithCloser(first)) return [];
  return startsWithCloser(second) ? [2, 4] : [2];
}

/** Where closing marks begin lines freely, no mark was ever pushed down, and full lines are full. */
function kinsokuSlack(lines: readonly SourceLine[]): number {
  const hanging = lines.filter((line) => startsWithCloser(line.text)).length;
  return hanging > 0.005 * lines.length ? 1 : 4;
}

/** Whether a line fills the measure where it stands; nothing fills a text whose lines are not broken at one. */
export function fillsMeasure(
  line: SourceLine,
  next: SourceLine | undefined,
  layout: Layout,
  moreSlack = 0,
): boolean {
  const measure = layout.measureAt(line);
  return measure !== undefined && isFull(line, next, measure, layout.slack + moreSlack);
}

/**
 * Whether a line reaches the measure: it fills it but for the slack, or (Latin) the next line's first
 * word would not have fitted any more.
 */
export function isFull(
  line: SourceLine,
  next: SourceLine | undefined,
  measure: number,
  slack: number,
): boolean {
  return shortfall(line, next, measure) <= slack;
}

/** Columns that a line lacks to the measure, after what the next line would have had to bring up. */
export function shortfall(line: SourceLine, next: SourceLine | undefined, measure: number): number {
  const lack = measure - line.indent - line.width;
  if (!next || beginsCjk(next.text) || endsCjk(line.text)) return lack;
  const word = /^\S+/.exec(next.text)?.[0] ?? '';
  const piece = /^[\p{L}’']+-(?=\p{L})/u.exec(word)?.[0] ?? word;
  return lack >= displayWidth(piece, false) + 1 ? lack : 0;
}
