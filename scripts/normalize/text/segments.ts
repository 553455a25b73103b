import type { SourceLine } from './source-lines.js';

/** What a stretch of a line is. `body` is running text; the others are never joined to it; `break` is a line of ornaments or a rule, `contents` a line of the text's own table of contents. */
export type Role =
  | 'body'
  | 'break'
  | 'byline'
  | 'caption'
  | 'contents'
  | 'continuation'
  | 'credit'
  | 'dateline'
  | 'editors-note'
  | 'epigraph'
  | 'heading'
  | 'kicker'
  | 'letter'
  | 'lines'
  | 'note'
  | 'signoff'
  | 'subtitle'
  | 'verse';

/** A stretch of one source line with one role; most lines are one segment. */
export interface Segment {
  readonly line: SourceLine;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  role: Role;
  /** Depth of a heading, 1 to 6. */
  level?: number;
  /** Whether a chapter file begins here. */
  opens?: boolean;
  /** Whether a stanza begins with this line of verse. */
  stanza?: boolean;
  /** Which way a jump line points, where it does not say so itself. */
  way?: 'from' | 'on';
  /** Whether this is known to be running text, however short. */
  prose?: boolean;
  /** Whether this stands beside the segment before it on one line. */
  readonly sameLine?: boolean;
  /** How sure the role is, 0 to 1. */
  confidence?: number;
  /** The rule that gave the role, where it is not plain body. */
  rule?: StructureRule;
}

/** The kinds of structural decision; README.md has a row for each. */
export type StructureRule =
  | 'byline'
  | 'caption'
  | 'chapter-heading'
  | 'editor'
  | 'editors-note'
  | 'headline'
  | 'jump-line'
  | 'kicker'
  | 'letter'
  | 'lines'
  | 'note'
  | 'set-off-title'
  | 'sign-off'
  | 'subhead'
  | 'title-line'
  | 'verse';

const ornaments = /^(?:[-—–─=_~～*＊·•☆★◇◆○●□■△▲※#\s]{3,}|[*＊☆★◇◆※])$/u;

export function wholeLine(line: SourceLine): Segment {
  return {
    line,
    start: line.start,
    end: line.end,
    text: line.text,
    role: ornaments.test(line.text) ? 'break' : 'body',
  };
}
