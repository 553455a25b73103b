import { endsCjk, endsSentence } from '../text/characters.js';
import type { SourceLine } from '../text/source-lines.js';
import { isFull } from './full-lines.js';

/** Least and greatest measure that is taken for one, in columns; real pages lie between. */
const narrowest = 16;
const widest = 160;

/**
 * The width at which lines were broken, or nothing if each line is a paragraph. The candidate is the
 * width that all but one line in a hundred keep to; it is one if enough lines fill it.
 */
export function findMeasure(lines: readonly SourceLine[]): number | undefined {
  if (lines.length < 12) return undefined;
  const widths = lines.map((line) => line.indent + line.width).sort((a, b) => a - b);
  for (const share of [0.995, 0.97, 0.9]) {
    const candidate = widths[Math.floor(share * (widths.length - 1))] ?? 0;
    if (candidate < narrowest || candidate > widest) continue;
    const full = lines.filter((line, i) => isFull(line, lines[i + 1], candidate, 4));
    // Where lines were broken at a width, most full ones stop in mid-sentence.
    const ended = full.filter(({ text }) => endsSentence(text)).length;
    if (full.length >= 0.3 * lines.length && ended <= 0.7 * full.length) return trueMeasure(lines, candidate);
  }
  return undefined;
}

/** In Chinese text a common width near the candidate is the measure; Latin lines are ragged, so the candidate stays. */
function trueMeasure(lines: readonly SourceLine[], candidate: number): number {
  const { width, count } = fullWidth(lines, candidate - 6);
  return count >= 0.25 * lines.length ? width : candidate;
}

/** Columns of the indent of a Chinese paragraph, two characters (CLREQ 3.4.1). */
const indentColumns = 4;

/**
 * The width that full lines have: the commonest, and how many lines have it. Where indents were
 * stripped, the first lines of short paragraphs may be commoner than full ones: then those that are
 * wider by an indent are the full ones.
 */
function fullWidth(lines: readonly SourceLine[], least: number): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const { indent, width } of lines)
    if (indent + width >= least) counts.set(indent + width, (counts.get(indent + width) ?? 0) + 1);
  let best = { width: 0, count: 0 };
  for (const [width, count] of counts) {
    if (count > best.count || (count === best.count && width > best.width)) best = { width, count };
  }
  const wider = counts.get(best.width + indentColumns) ?? 0;
  const isWider = wider * 4 >= best.count && areFirstLines(lines, best.width);
  return isWider ? { width: best.width + indentColumns, count: best.count } : best;
}

/** Whether the lines of a width mostly follow the end of a sentence, as first lines do. */
function areFirstLines(lines: readonly SourceLine[], width: number): boolean {
  let [all, first] = [0, 0];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (!before || line.indent + line.width !== width) continue;
    all++;
    if (endsSentence(before.text)) first++;
  }
  return first >= 0.7 * all;
}

/** Lines looked at before and after, and how often a new look is taken. */
const [reach, stride] = [25, 10];

export function isEastAsianPage(lines: readonly SourceLine[]): boolean {
  return lines.filter((line) => endsCjk(line.text)).length * 2 >= lines.length;
}

/** Lines of a stretch that is measured for itself, where the whole has no measure. */
const stretch = 40;

/** Where only parts of a text are broken at a measure, the measure of each part. */
export function regionalMeasures(
  lines: readonly SourceLine[],
): { readonly widest: number; readonly measureAt: (line: SourceLine) => number | undefined } | undefined {
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

/** In Chinese text, the width of full lines among the longer ones around each line; in Latin text the measure of the whole. */
export function localMeasure(lines: readonly SourceLine[], measure: number): (line: SourceLine) => number {
  if (!isEastAsianPage(lines)) return () => measure;
  const local = new Map<SourceLine, number>();
  for (let i = 0; i < lines.length; i += stride) {
    const around = lines.slice(Math.max(0, i - reach), i + reach);
    const widths = around.map((line) => line.indent + line.width).sort((a, b) => a - b);
    const long = 0.8 * (widths[Math.floor(0.9 * (widths.length - 1))] ?? 0);
    const { width, count } = fullWidth(around, long);
    const found = count >= 0.2 * around.length && width >= narrowest ? width : measure;
    for (const line of lines.slice(i, i + stride)) local.set(line, found);
  }
  return (line) => local.get(line) ?? measure;
}
