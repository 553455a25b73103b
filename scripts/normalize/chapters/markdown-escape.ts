/** Characters that Markdown or the dialect's extensions may read as markup anywhere in a line. */
const anywhere = /[\\`*_[\]{}<>&~|]/g;
/** What opens a block at the start of a line: headings, lists, rules, fences of `:::`, setext underlines. */
const lineStart = /^(?:[+=:-]|\d{1,9}[.)](?=\s|$))/;

/** A line of plain text as Markdown that prints exactly that text (CommonMark 0.31 section 2.4). */
export function escapeLine(text: string): string {
  const escaped = text.replace(anywhere, '\\$&').replace(/!(?=\\\[)/g, '\\!');
  return escaped
    .replace(lineStart, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`)
    .replace(/^#+|#+$/g, (marks) => marks.replace(/#/g, '\\#'));
}

/** The plain text of a line that `escapeLine` wrote. */
export function unescapeLine(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
