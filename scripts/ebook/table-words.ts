import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { textOf } from '../model/text-of.js';

/** The style sheet leaves words and figures of such a table whole (`overflow-wrap: break-word`). */
const wholeWordsClass = 'whole-words';

/** Width in em that every screen has: half a telephone at its usual size of type, all of it at twice that. */
const surelyThere = 11;
/** Widths in em of a letter or figure, of a letter of code, of a Chinese character, of a cell's sides. */
const letter = 0.55;
const codeLetter = 0.5;
const ideograph = 1;
const sides = 1;

/**
 * Marks, in place, the tables whose longest words stand side by side on any screen. In a wider one a word must be able to break
 * anywhere, or the last column would stand outside of the page; but a browser that may break 2016 does, to give a long
 * sentence in the next column more room.
 */
export function keepTableWords(tree: Root): void {
  visit(tree, 'element', (table) => {
    if (table.tagName !== 'table') return;
    const widths: number[] = [];
    visit(table, 'element', (row) => {
      if (row.tagName === 'tr') widen(widths, row);
    });
    if (widths.reduce((sum, width) => sum + width + sides, 0) > surelyThere) return;
    const { className } = table.properties;
    table.properties.className = [...(Array.isArray(className) ? className : []), wholeWordsClass];
  });
}

/** Makes each column as wide as its word in a row. A cell over several columns is wide enough in any case. */
function widen(widths: number[], row: Element): void {
  const cells = row.children.filter((child): child is Element => child.type === 'element');
  for (const [column, cell] of cells.entries()) {
    const width = Number(cell.properties.colSpan ?? 1) > 1 ? 0 : widthOfWords(cell);
    widths[column] = Math.max(widths[column] ?? 0, width);
  }
}

function widthOfWords(cell: Element): number {
  const isCode = cell.children.some((child) => child.type === 'element' && child.tagName === 'code');
  const words = textOf(cell).match(/[!-\u024f]+|\S/gu) ?? [''];
  return Math.max(
    ...words.map((word) =>
      /[!-\u024f]/.test(word) ? word.length * (isCode ? codeLetter : letter) : ideograph,
    ),
  );
}
