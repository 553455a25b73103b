import { displayWidth } from './characters.js';

/** A stretch of text and where it stands: UTF-16 code units in the decoded text, white space at both ends left out. */
export interface TextLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One line of the source that holds text. */
export interface SourceLine extends TextLine {
  /** Width of the white space before the text, in display columns (U+3000 counts two). */
  readonly indent: number;
  /** Width of the text in display columns. */
  readonly width: number;
  /** Empty lines between this line and the one before it. */
  readonly blanksBefore: number;
  /** Whether a form feed stands between this line and the one before it. */
  readonly pageBefore: boolean;
}

/** What ends a line of raw text; a form feed begins a page, too. */
export const lineEnd = /\r\n|[\n\r\f\v\u2028\u2029]/g;

/** The lines of a text that are not blank, in order; widths as East Asian text has them, or not. */
export function readLines(text: string, eastAsian: boolean): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let from = 0;
  let blanks = 0;
  let page = false;
  const take = (to: number): void => {
    const line = trimmedLine(text, from, to, eastAsian);
    if (!line) blanks++;
    else {
      lines.push({ ...line, blanksBefore: blanks, pageBefore: page });
      blanks = 0;
      page = false;
    }
  };
  for (const match of text.matchAll(lineEnd)) {
    take(match.index);
    from = match.index + match[0].length;
    if (match[0] === '\f') page = true;
  }
  take(text.length);
  return lines;
}

function trimmedLine(
  text: string,
  from: number,
  to: number,
  eastAsian: boolean,
): Pick<SourceLine, 'start' | 'end' | 'text' | 'indent' | 'width'> | undefined {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (trimmed === '') return undefined;
  const lead = raw.length - raw.trimStart().length;
  return {
    start: from + lead,
    end: from + lead + trimmed.length,
    text: trimmed,
    indent: displayWidth(raw.slice(0, lead), eastAsian),
    width: displayWidth(trimmed, eastAsian),
  };
}
