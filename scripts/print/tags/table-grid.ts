import { Tag } from './tag.js';

/**
 * Makes the grid of a table whole, as its reader's software counts cells (ISO 32000-1, section 14.8.4.3.4; ISO 14289-1,
 * section 7.5): a short row gets empty cells, no cell reaches below the last row of its part, and a head without a body is
 * rows alone. A page shows such tables as one expects; a structure tree has to say it.
 */
export function squareTable(table: Tag): void {
  const parts = table.kids.filter(
    (kid): kid is Tag => kid instanceof Tag && /^T(?:Head|Body|Foot)$/.test(kid.type),
  );
  if (parts.length > 0 && !parts.some(({ type }) => type === 'TBody'))
    table.kids.splice(
      0,
      table.kids.length,
      ...table.kids.flatMap((kid) => (isAmong(kid, parts) ? kid.kids : [kid])),
    );
  const groups = [table, ...table.kids.filter((kid): kid is Tag => isAmong(kid, parts))].map(rowsOf);
  for (const rows of groups) endSpansWith(rows);
  const filled = groups.map(columnsOf);
  const width = Math.max(0, ...filled.flat());
  for (const [group, rows] of groups.entries()) {
    for (const [index, row] of rows.entries()) {
      const missing = width - (filled[group]?.[index] ?? 0);
      for (let cell = 0; cell < missing; cell++) row.kids.push(new Tag('TD'));
    }
  }
}

function isAmong(kid: unknown, parts: readonly Tag[]): kid is Tag {
  return parts.some((part) => part === kid);
}

function rowsOf({ kids }: Tag): readonly Tag[] {
  return kids.filter((kid): kid is Tag => kid instanceof Tag && kid.type === 'TR');
}

function cellsOf({ kids }: Tag): readonly Tag[] {
  return kids.filter((kid): kid is Tag => kid instanceof Tag);
}

/** Over how many rows or columns a cell reaches, its own among them. */
export function spanOf({ settings }: Tag, key: 'RowSpan' | 'ColSpan'): number {
  const span = settings.attributes?.Table?.[key];
  return typeof span === 'number' ? span : 1;
}

function endSpansWith(rows: readonly Tag[]): void {
  for (const [index, row] of rows.entries()) {
    const left = rows.length - index;
    for (const cell of cellsOf(row)) {
      if (spanOf(cell, 'RowSpan') > left) row.kids[row.kids.indexOf(cell)] = withRowSpan(cell, left);
    }
  }
}

function withRowSpan({ type, settings, kids }: Tag, rows: number): Tag {
  const table = { ...settings.attributes?.Table, RowSpan: rows };
  const cell = new Tag(type, { ...settings, attributes: { ...settings.attributes, Table: table } });
  cell.kids.push(...kids);
  return cell;
}

/** How many columns each row fills, by cells of its own and those that reach into it from above. */
function columnsOf(rows: readonly Tag[]): readonly number[] {
  let reaching: readonly { readonly columns: number; readonly rows: number }[] = [];
  return rows.map((row) => {
    const cells = cellsOf(row).map((cell) => ({
      columns: spanOf(cell, 'ColSpan'),
      rows: spanOf(cell, 'RowSpan'),
    }));
    const all = [...reaching, ...cells];
    reaching = all.filter((cell) => cell.rows > 1).map((cell) => ({ ...cell, rows: cell.rows - 1 }));
    return all.reduce((sum, { columns }) => sum + columns, 0);
  });
}
