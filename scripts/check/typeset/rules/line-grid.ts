import { fromGrid } from '../page-design.js';
import type { PageLines } from '../paragraphs.js';
import type { Fault, Rule, Setting } from '../rule.js';
import type { TextLine } from '../text-line.js';

/** What the eye does not see at a page's two sides, pt. */
const tolerance = 0.5;

/**
 * 行格: lines of body size whose baseline stands off the grid of lines. Headings, notes and captions have
 * distances of their own and take whole lines together: whether they did shows in the text after them.
 */
export const linesOffGrid: Rule = {
  kind: 'off-grid',
  find: (setting) =>
    setting.pages.flatMap((page) =>
      bodyLines(page, setting).flatMap((line): readonly Fault[] => {
        const off = fromGrid(line.y, setting.design);
        return Math.abs(off) > tolerance ? [{ line, amount: off }] : [];
      }),
    ),
  among: (setting) => setting.pages.flatMap((page) => bodyLines(page, setting)).length,
};

/** Lines of a left-hand page that stand between two lines of the page that faces it. */
export const linesNotLevel: Rule = {
  kind: 'not-level',
  find: (setting) =>
    spreads(setting).flatMap(([verso, recto]) => {
      const facing = bodyLines(recto, setting).map(({ y }) => y);
      return bodyLines(verso, setting).flatMap((line): readonly Fault[] => {
        const off = Math.min(...facing.map((y) => Math.abs(y - line.y)));
        return off > tolerance && off < setting.design.line * 0.6 ? [{ line, amount: off }] : [];
      });
    }),
  among: (setting) => spreads(setting).flatMap(([verso]) => bodyLines(verso, setting)).length,
};

/** Sheet 1 is a right-hand page: an even one faces the odd one after it. */
function spreads({ pages }: Setting): readonly (readonly [PageLines, PageLines])[] {
  return pages.flatMap((page, index) => {
    const next = pages[index + 1];
    return page.sheet % 2 === 0 && next ? [[page, next] as const] : [];
  });
}

function bodyLines({ text }: PageLines, { design }: Setting): readonly TextLine[] {
  return text.filter(({ size, inColumns }) => Math.abs(size - design.size) < 0.25 && !inColumns);
}
