import type { PageDesign } from './page-design.js';
import type { PageLines, Paragraph } from './paragraphs.js';
import type { TextLine } from './text-line.js';

/** What the rules look at: a book's pages, line by line, and its paragraphs. */
export interface Setting {
  readonly design: PageDesign;
  readonly pages: readonly PageLines[];
  readonly paragraphs: readonly Paragraph[];
}

/** A line that breaks a rule. */
export interface Fault {
  readonly line: TextLine;
  /** How bad: pt, em or lines, as the rule says. */
  readonly amount: number;
}

/** One rule: what it counts, and among how many. */
export interface Rule {
  readonly kind: FaultKind;
  readonly find: (setting: Setting) => readonly Fault[];
  /** Of how many lines (paragraphs, pages …) the faults are a share. */
  readonly among: (setting: Setting) => number;
}

export type FaultKind =
  | 'ragged'
  | 'single-character'
  | 'forbidden-mark'
  | 'off-grid'
  | 'not-level'
  | 'loose'
  | 'tight'
  | 'lone-line'
  | 'heading-at-foot'
  | 'hyphens'
  | 'short-page';

/** Every line of a page's text and notes. */
export function allLines({ pages }: Setting): readonly TextLine[] {
  return pages.flatMap(({ text, notes }) => [...text, ...notes]);
}

/** Lines that are meant to fill the measure: all but the last of justified paragraphs. */
export function fullLines({ paragraphs }: Setting): readonly TextLine[] {
  return paragraphs
    .filter(({ justified }) => justified)
    .flatMap(({ lines }) => lines.slice(0, -1).map(({ line }) => line));
}
