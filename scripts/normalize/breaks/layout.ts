import { endsSentence, startsWithCloser } from '../text/characters.js';
import type { SourceLine } from '../text/source-lines.js';
import { isFull, lackIsExplained, lacksIndent } from './full-lines.js';
import { findMeasure, isEastAsianPage, localMeasure, regionalMeasures } from './measure.js';

/** What kind of page the text was set on; every line break is judged against it. */
export interface Layout {
  /** Columns of the measure if the lines were broken at a fixed width; the widest where it varies. */
  readonly measure: number | undefined;
  /** The measure around a line, if lines are broken at one there: editions change it from chapter to chapter. */
  readonly measureAt: (line: SourceLine) => number | undefined;
  /** Columns by which the first line of a paragraph is short, where its indent was stripped; else 0. */
  readonly lostIndent: number;
  /** Columns by which a full line may be short: a mark pushed to the next line (避头尾, CLREQ 3.1.4). */
  readonly slack: number;
  /** Whether full lines lack nothing but what could not be set on them: a line that lacks more ends its paragraph. */
  readonly strict: boolean;
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
  const slack = measure === undefined ? 0 : kinsokuSlack(lines);
  return {
    measure,
    measureAt,
    slack,
    strict: isStrict(lines, measureAt, slack),
    lostIndent:
      measure === undefined || indented || !isEastAsianPage(lines) ? 0 : lostIndent(lines, measureAt),
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

/**
 * Where indents were stripped, the first line of a paragraph lacks their two characters (CLREQ 3.4.1),
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

/** Where closing marks begin lines freely, no mark was ever pushed down, and full lines are full. */
function kinsokuSlack(lines: readonly SourceLine[]): number {
  const hanging = lines.filter((line) => startsWithCloser(line.text)).length;
  return hanging > 0.005 * lines.length ? 1 : 4;
}

/** Most lines in mid-sentence, of those that are full, that may be a little short for no reason that shows. */
const mostUnexplained = 0.015;

function isStrict(lines: readonly SourceLine[], measureAt: Layout['measureAt'], slack: number): boolean {
  let [full, unexplained] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    const measure = measureAt(line);
    if (!next || measure === undefined || endsSentence(line.text)) continue;
    const lack = measure - line.indent - line.width;
    if (lack > Math.max(4, slack)) continue;
    if (lackIsExplained(line, next, measure)) full++;
    else unexplained++;
  }
  return full > 0 && unexplained <= mostUnexplained * full;
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
