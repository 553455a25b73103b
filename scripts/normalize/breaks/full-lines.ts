import { beginsCjk, displayWidth, endsCjk, startsWithCloser } from '../text/characters.js';
import type { SourceLine } from '../text/source-lines.js';

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

/**
 * Whether what a line lacks is what could not be set on it: a character that was pushed down with the
 * mark after it, a mark that may not end a line (“ （), or one that is not cut (—— ……, a word, a number).
 */
export function lackIsExplained(line: SourceLine, next: SourceLine, measure: number): boolean {
  const lack = shortfall(line, next, measure);
  if (lack <= 1 || pushedDown(next).some((pushed) => Math.abs(pushed - lack) <= 1)) return true;
  const unit = /^(?:[“‘「『《〈（【〔([]+.|——|……|[\p{ASCII}\p{Script=Latin}]+)/u.exec(next.text)?.[0];
  return unit !== undefined && lack < displayWidth(unit, true);
}
