import type { EditedPiece } from '../text/edits.js';

/** Characters that Markdown or the dialect's extensions may read as markup anywhere in a line. */
const anywhere = /[\\`*_[\]{}<>&~|]/g;
/** What opens a block at the start of a line: headings, lists, rules, fences of `:::`, setext underlines. */
const lineStart = /^(?:[+=:-]|\d{1,9}[.)](?=\s|$))/;

/** A line as Markdown that prints exactly its plain characters (CommonMark 0.31 section 2.4); markup stands as it is. */
export function markdownLine(pieces: readonly EditedPiece[]): string {
  return pieces
    .map(({ text, markup }, i) => {
      if (markup) return text;
      const escaped = text.replace(anywhere, '\\$&').replace(/!(?=\\\[)/g, '\\!');
      const start = i === 0 ? escapeStart(escaped) : escaped;
      return i === pieces.length - 1 ? start.replace(/#+$/g, escapeHashes) : start;
    })
    .join('');
}

function escapeStart(line: string): string {
  return line
    .replace(lineStart, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
    .replace(/^#+/g, escapeHashes);
}

function escapeHashes(marks: string): string {
  return marks.replace(/#/g, '\\#');
}

/** The plain text of a line that `markdownLine` wrote; markup stands as it is. */
export function unescapeLine(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
