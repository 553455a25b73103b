import type { Element } from 'hast';
import { visit } from 'unist-util-visit';

/** So many columns hold a few characters each on any page; more make the type smaller. */
const most = 5;

/** Tells the style sheet how many columns a wide table has, as `--columns` (see styles/base/print/blocks.css). */
export function countColumns(section: Element): void {
  visit(section, 'element', (table) => {
    if (table.tagName !== 'table') return;
    const columns = Math.max(0, ...rowsOf(table).map(widthOf));
    if (columns > most) table.properties.style = `--columns: ${columns}`;
  });
}

function rowsOf({ children }: Element): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function widthOf(row: Element): number {
  return row.children.reduce(
    (sum, cell) => sum + (cell.type === 'element' ? Number(cell.properties.colSpan ?? 1) : 0),
    0,
  );
}
