import { hasChinese } from '../characters.js';
import { allLines, type Fault, fullLines, type Rule } from '../rule.js';
import type { TextLine } from '../text-line.js';

/** A line may end so far before the edge, pt: rounding, and the blank beside a mark, are less. */
const mostShortfall = 1;

/**
 * Lines of a justified paragraph that end before the edge, though what follows would not have fitted. Where it
 * would have, the line was ended by hand (an address, a poem among the text).
 */
export const raggedLines: Rule = {
  kind: 'ragged',
  find: ({ paragraphs }) =>
    paragraphs
      .filter(({ justified }) => justified)
      .flatMap(({ lines }) =>
        lines.slice(0, -1).flatMap(({ line, shortfall }, index): readonly Fault[] => {
          const next = lines[index + 1]?.line.firstUnit ?? 0;
          return shortfall > mostShortfall && next > shortfall ? [{ line, amount: shortfall }] : [];
        }),
      ),
  among: (setting) => fullLines(setting).length,
};

/** 孤字 (CLREQ 3.4.4): a last line of one character, with marks or without; in Latin one shorter than the indent. */
export const singleCharacters: Rule = {
  kind: 'single-character',
  find: ({ design, paragraphs }) =>
    paragraphs.flatMap(({ lines }): readonly Fault[] => {
      const last = lines.at(-1)?.line;
      if (!last || lines.length < 2) return [];
      const letters = [...last.text].filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
      const width = last.right - last.left;
      const isLone = hasChinese(last.text)
        ? letters <= 1
        : width < Math.max(design.indent, 1.5 * last.size) &&
          lines.some(({ line }) => !hasChinese(line.text));
      return isLone ? [{ line: last, amount: width }] : [];
    }),
  among: ({ paragraphs }) => paragraphs.filter(({ lines }) => lines.length > 1).length,
};

/**
 * 避头尾, CLREQ 3.1.4, basic rules with GB's for the solidus: pauses and stops, closing marks, connectors, middle
 * dots and solidi begin no line; opening marks and solidi end none. CLREQ 3.1.5.2: no unit is parted from its figure.
 */
const neverFirst =
  /^(?:[、，。．；：！？‼⁇⁈⁉・·‧•〜～–％％℃‰ー々〻]|[\p{Pe}\p{Pf}](?!\p{Script=Latin})|[,.;:!?%](?![\p{L}\p{N}])|[/／](?!\p{Script=Latin}))/u;
const neverLast = /[\p{Ps}\p{Pi}/／$￥¥€£№]$/u;

/** Two-em dashes and ellipses are one mark (CLREQ 3.1.5.1): an odd half at a line's end has the other on the next. */
function isParted(line: TextLine, next: TextLine): boolean {
  const [end, start] = [/[—⸺]+$|…+$/u.exec(line.text)?.[0], next.text[0]];
  return end !== undefined && end[0] === start && [...end].length % 2 === 1;
}

export const forbiddenMarks: Rule = {
  kind: 'forbidden-mark',
  find: ({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.slice(1).flatMap(({ line }, index): readonly Fault[] => {
        const before = lines[index]?.line;
        if (!before) return [];
        const starts = neverFirst.test(line.text) ? [{ line, amount: 1 }] : [];
        const ends =
          neverLast.test(before.text) || isParted(before, line) ? [{ line: before, amount: 1 }] : [];
        return [...ends, ...starts];
      }),
    ),
  among: (setting) => allLines(setting).length,
};

/** So many lines that end in a hyphen may follow each other (The Chicago Manual of Style, 7.47). */
const mostHyphens = 2;

export const hyphensInARow: Rule = {
  kind: 'hyphens',
  find: ({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) => {
      let row = 0;
      return lines.flatMap(({ line }): readonly Fault[] => {
        row = /\p{L}[-\u00ad\u2010]$/u.test(line.text) ? row + 1 : 0;
        return row > mostHyphens ? [{ line, amount: row }] : [];
      });
    }),
  among: (setting) => fullLines(setting).length,
};
