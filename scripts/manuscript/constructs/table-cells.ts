import type { Element } from 'hast';
import { textOf } from '../../model/text-of.js';
import type { TreeContext } from './construct.js';

/** A cell, and the columns and rows that it has taken in. */
interface Owner {
  readonly cell: Element;
  columns: number;
  rows: number;
  readonly row: number;
  readonly column: number;
}

/**
 * Joins cells: one that says `<<` and nothing else belongs to the cell at its left, one that says `^^` to the cell above
 * it. What is joined is a rectangle: under a wide cell every cell of the row says so. A cell that would join nothing is
 * reported and stays. Changes the table in place.
 */
export function mergeCells(table: Element, context: TreeContext): void {
  for (const group of table.children) {
    if (group.type === 'element' && ['thead', 'tbody', 'tfoot'].includes(group.tagName))
      mergeIn(group, context);
  }
}

function mergeIn(group: Element, context: TreeContext): void {
  const rows = elementsOf(group);
  const owners: Owner[][] = [];
  for (const [row, element] of rows.entries()) {
    const own: Owner[] = [];
    const cells = elementsOf(element);
    for (const [column, cell] of cells.entries()) {
      const above = owners[row - 1]?.[column];
      const isWhole = above && cells.slice(above.column, above.column + above.columns).every(isMark);
      const joined = joinedOwner(cell, own[column - 1], isWhole ? above : undefined, row);
      if (isMark(cell) && !joined) reportNothing(cell, element, context);
      own.push(joined ?? { cell, columns: 1, rows: 1, row, column });
    }
    owners.push(own);
  }
  const kept = new Set(owners.flat().map(({ cell }) => cell));
  for (const { cell, columns, rows: height } of owners.flat()) {
    if (columns > 1) cell.properties.colSpan = columns;
    if (height > 1) cell.properties.rowSpan = height;
  }
  for (const row of rows)
    row.children = row.children.filter((cell) => cell.type !== 'element' || kept.has(cell));
}

/** The cell that takes this one in, grown by it; a cell that has its own words is taken by none. */
function joinedOwner(
  cell: Element,
  left: Owner | undefined,
  above: Owner | undefined,
  row: number,
): Owner | undefined {
  const mark = textOf(cell).trim();
  if (mark === '^^' && above) above.rows = Math.max(above.rows, row - above.row + 1);
  if (mark === '<<' && left?.row === row) left.columns += 1;
  return mark === '<<' ? left : mark === '^^' ? above : undefined;
}

function isMark(cell: Element): boolean {
  return ['<<', '^^'].includes(textOf(cell).trim());
}

function reportNothing(cell: Element, row: Element, { findings }: TreeContext): void {
  findings.report('table-merge-nothing', { mark: textOf(cell).trim() }, row.position?.start.line);
}

function elementsOf(parent: Element): readonly Element[] {
  return parent.children.filter((child): child is Element => child.type === 'element');
}
