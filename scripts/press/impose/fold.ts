/** A page on one side of a sheet. */
export interface Cell {
  /** From the left and from the top, as the side is looked at. */
  readonly column: number;
  readonly row: number;
  /** Page of the signature, from 0. */
  readonly page: number;
  /** Standing on its head. */
  readonly turned: boolean;
}

/** A sheet that is folded into a signature: its two sides, the outer one (with the first page) first. */
export interface FoldedSheet {
  readonly columns: number;
  readonly rows: number;
  readonly sides: readonly [readonly Cell[], readonly Cell[]];
}

/** `across`: the left half comes over the right one, and the fold is its left edge; `down`: the upper half over the lower. */
type Fold = 'across' | 'down';

/** Folds by the pages of a signature: right-angle folds, the last one makes the spine. */
const folds: ReadonlyMap<number, readonly Fold[]> = new Map([
  [4, ['across']],
  [8, ['down', 'across']],
  [16, ['across', 'down', 'across']],
  [32, ['down', 'across', 'down', 'across']],
]);

export const signatureSizes: readonly number[] = [...folds.keys()];

/** One leaf of the paper on its way through the folds. */
interface Leaf {
  readonly column: number;
  readonly row: number;
  readonly turned: boolean;
  /** Whether the side that lay up at first lies up now. */
  readonly upright: boolean;
}

/** Folds a sheet in mind and reads the page numbers off it; only sizes of `signatureSizes`. */
export function foldedSheet(pages: number): FoldedSheet {
  const order = folds.get(pages);
  if (!order) throw new Error(`no folds for ${pages} pages`);
  const columns = 2 ** order.filter((fold) => fold === 'across').length;
  const rows = 2 ** order.filter((fold) => fold === 'down').length;
  const stack = order.reduce(folded, flat(columns, rows))[0]?.[0] ?? [];
  const up: Cell[] = [];
  const under: Cell[] = [];
  for (const [index, { column, row, turned, upright }] of stack.entries()) {
    // The side that lies down is looked at after the sheet is turned over, left to right.
    const [above, below] = [2 * index, 2 * index + 1];
    up.push({ column, row, turned, page: upright ? above : below });
    under.push({ column: columns - 1 - column, row, turned, page: upright ? below : above });
  }
  const outerFirst = up.some(({ page }) => page === 0);
  return { columns, rows, sides: outerFirst ? [inOrder(up), inOrder(under)] : [inOrder(under), inOrder(up)] };
}

/** Stacks of leaves, from the top, by row and column. */
type Stacks = readonly (readonly (readonly Leaf[])[])[];

function flat(columns: number, rows: number): Stacks {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => [{ column, row, turned: false, upright: true }]),
  );
}

function folded(stacks: Stacks, fold: Fold): Stacks {
  if (fold === 'across') {
    return stacks.map((line) => {
      const half = line.length / 2;
      return line.slice(half).map((below, index) => [...over(line[half - 1 - index] ?? [], false), ...below]);
    });
  }
  const half = stacks.length / 2;
  return stacks
    .slice(half)
    .map((line, index) =>
      line.map((below, column) => [...over(stacks[half - 1 - index]?.[column] ?? [], true), ...below]),
    );
}

/** A stack turned over: its order, its sides, and across a level fold its heads and feet. */
function over(stack: readonly Leaf[], headsDown: boolean): readonly Leaf[] {
  return stack
    .map((leaf) => ({ ...leaf, upright: !leaf.upright, turned: headsDown ? !leaf.turned : leaf.turned }))
    .reverse();
}

function inOrder(cells: readonly Cell[]): readonly Cell[] {
  return cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
}
