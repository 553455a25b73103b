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
      const start = i === 0 ? escaped.replace(lineStart, escapeLast) : escaped;
      return escapeHashes(start, i === 0, i === pieces.length - 1);
    })
    .join('');
}

function escapeLast(start: string): string {
  return `${start.slice(0, -1)}\\${start.slice(-1)}`;
}

/** Hashes open a heading at the start of a line and close one at its end. */
function escapeHashes(text: string, atStart: boolean, atEnd: boolean): string {
  const start = atStart ? (/^#+/.exec(text)?.[0] ?? '') : '';
  const rest = text.slice(start.length);
  const end = atEnd ? (/#+$/.exec(rest)?.[0] ?? '') : '';
  const escaped = (hashes: string): string => hashes.replace(/#/g, '\\#');
  return escaped(start) + rest.slice(0, rest.length - end.length) + escaped(end);
}

/** The plain text of a line that `markdownLine` wrote; markup stands as it is. */
export function unescapeLine(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
