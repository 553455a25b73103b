import type { Chance } from './chance.js';
import { type Piece, piece } from './piece.js';
import type { BlockMaker } from './random-blocks.js';
import type { RandomText } from './random-text.js';

/** Lists and tables: the blocks that nest. */
export const nestedBlocks: Readonly<Record<string, BlockMaker>> = {
  list: (text, chance) => list(text, chance, ''),
  longList: (text, chance) =>
    piece(
      '',
      chance.times(chance.between(30, 120), (index) => `${index + 95}. ${text.word()}`),
      '\n',
    ),
  definitions: (text, chance) =>
    piece(
      '<dl>',
      chance.times(
        chance.seldomUpTo(1, 30),
        () => `<dt>${text.word()}</dt><dd>${text.sentence()}${text.plain()}</dd>`,
      ),
      '',
      '</dl>',
    ),
  table: (text, chance) => pipeTable(text, chance, chance.seldomUpTo(2, 60), () => text.word()),
  wordyTable: (text, chance) =>
    pipeTable(text, chance, chance.seldomUpTo(2, 20), () =>
      chance.times(chance.seldomUpTo(1, 5), () => text.plain()).join(''),
    ),
  wideTable: (text, chance) =>
    htmlTable(chance, chance.between(6, 16), chance.seldomUpTo(2, 12), () => text.word()),
  spannedTable: (text, chance) =>
    htmlTable(chance, chance.between(2, 6), chance.seldomUpTo(2, 50), () => text.word(), true),
  tallRow: (text, chance) =>
    htmlTable(chance, chance.between(1, 3), chance.between(1, 4), () =>
      chance.isOnce(3) ? text.chinese(chance.seldomUpTo(300, 2500)) : text.word(),
    ),
  tableOfBlocks: (text, chance) =>
    htmlTable(chance, 2, chance.seldomUpTo(1, 8), () =>
      chance.of([
        text.word(),
        `<p>${text.plain()}</p><p>${text.plain()}</p>`,
        `<ul><li>${text.word()}</li><li>${text.word()}</li></ul>`,
      ]),
    ),
};

function list(text: RandomText, chance: Chance, indent: string): Piece {
  const ordered = chance.isOnce(2);
  const items = chance.times(chance.seldomUpTo(1, 14), (index) => {
    const mark = ordered ? `${index + 1}. ` : '- ';
    const inner = indent + ' '.repeat(mark.length);
    const parts: (Piece | string)[] = [chance.times(chance.seldomUpTo(1, 6), () => text.sentence()).join('')];
    if (chance.isOnce(6)) parts.push(`\n\n${inner}${text.plain()}`);
    if (inner.length < 13 && chance.isOnce(4)) parts.push(piece('\n', [list(text, chance, inner)]));
    return piece(`${indent}${mark}`, parts);
  });
  return piece('', items, '\n');
}

function pipeTable(text: RandomText, chance: Chance, rows: number, cell: () => string): Piece {
  const columns = chance.between(1, 5);
  const row = (): string => `| ${chance.times(columns, cell).join(' | ')} |`;
  const head = `| ${chance.times(columns, () => text.word()).join(' | ')} |\n|${'---|'.repeat(columns)}\n`;
  return piece(head, chance.times(rows, row), '\n');
}

/** A table of HTML; with spans it has cells that take several columns or rows, and each row begins with a head. */
function htmlTable(chance: Chance, columns: number, rows: number, cell: () => string, spans = false): Piece {
  const headRow = (): string => `<tr>${chance.times(columns, () => `<th>${cell()}</th>`).join('')}</tr>`;
  const head = chance.isOnce(2) ? `<thead>${headRow()}${chance.isOnce(4) ? headRow() : ''}</thead>` : '';
  const title = chance.isOnce(4) ? `<caption>${cell()}</caption>` : '';
  const foot = chance.isOnce(8) ? `<tfoot>${plainRow(chance, columns, cell)}</tfoot>` : '';
  const body = spans
    ? spannedRows(chance, columns, rows, cell)
    : chance.times(rows, () => plainRow(chance, columns, cell));
  return piece(`<table>${title}${head}<tbody>`, body, '', `</tbody>${foot}</table>`);
}

function plainRow(chance: Chance, columns: number, cell: () => string): string {
  return `<tr>${chance.times(columns, () => `<td>${cell()}</td>`).join('')}</tr>`;
}

/** Rows whose spans fit together: what a cell takes of later rows, they leave out. Groups of joined rows are one part. */
function spannedRows(chance: Chance, columns: number, rows: number, cell: () => string): string[] {
  const groups: string[] = [];
  for (let made = 0; made < rows; ) {
    const height = Math.min(rows - made, chance.seldomUpTo(1, 12));
    groups.push(joinedRows(chance, columns, height, cell));
    made += height;
  }
  return groups;
}

function joinedRows(chance: Chance, columns: number, height: number, cell: () => string): string {
  /** The columns of each row that cells from above or from the left take. */
  const taken = Array.from({ length: height }, () => new Set<number>());
  return taken
    .map((own, index) => {
      const cells: string[] = [];
      for (let column = 0; column < columns; column++) {
        if (own.has(column)) continue;
        const across = spanIn(chance, own, column, columns);
        const down = chance.isOnce(4) ? chance.between(1, height - index) : 1;
        take(taken.slice(index, index + down), column, across);
        const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
        const tag = cells.length === 0 ? 'th' : 'td';
        cells.push(`<${tag}${spans}>${cell()}</${tag}>`);
      }
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
}

function take(rows: readonly Set<number>[], column: number, across: number): void {
  for (const row of rows) for (let c = 0; c < across; c++) row.add(column + c);
}

/** How many columns a cell takes, as far as they are free. */
function spanIn(chance: Chance, taken: ReadonlySet<number>, column: number, columns: number): number {
  let across = 1;
  while (chance.isOnce(5) && column + across < columns && !taken.has(column + across)) across += 1;
  return across;
}
