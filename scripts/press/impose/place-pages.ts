import { type Cell, foldedSheet } from './fold.js';

/** Sizes of the pages that are imposed, mm. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
  readonly bleed: number;
}

/** Width and height, mm. */
export type SheetSize = readonly [number, number];

/** A page on a side: where the lower left corner of its trim lies on the sheet, mm. */
export interface PlacedPage {
  /** From 0. */
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly turned: boolean;
  /** On which side of the sheet the spine lies; nothing of proofs. */
  readonly spine: 'left' | 'right';
  readonly scale: number;
  /** How far it is moved to the right for the creep, mm; `left` has it already. */
  readonly shift: number;
}

export type Side = readonly PlacedPage[];

/** How pages are put on sheets. */
export interface Imposition {
  /** `booklet`: sheets in each other, stapled; a number: signatures of so many pages; `two-up`: spreads for proof-reading. */
  readonly kind: 'booklet' | 'two-up' | number;
  /** The thickness of a leaf, by which the inner ones are pushed out of the fold, mm. */
  readonly creep: number;
  /** @default as small as may be, with room for marks */
  readonly sheet?: SheetSize;
  /**
   * What a printer leaves blank at the edges of a sheet of spreads, mm.
   * @default 5
   */
  readonly margin?: number;
}

/** Room for marks around the pages of a sheet, mm. */
const markRoom = 8;

export interface Imposed {
  readonly sheet: SheetSize;
  readonly sides: readonly Side[];
}

/** Puts pages on sheets; `undefined` where they do not fit. */
export function placePages(
  count: number,
  size: PageSize,
  imposition: Imposition,
): Imposed | { readonly needed: SheetSize } {
  if (imposition.kind === 'two-up') return twoUp(count, size, imposition);
  const pages = imposition.kind === 'booklet' ? Math.ceil(count / 4) * 4 : imposition.kind;
  const isNested = imposition.kind === 'booklet';
  const folded = foldedSheet(isNested ? 4 : pages);
  const block = blockSize(folded.columns, folded.rows, size);
  const sheet = imposition.sheet ?? [block[0] + 2 * markRoom, block[1] + 2 * markRoom];
  // The bleed of the outermost pages must lie on the sheet.
  if (block[0] > sheet[0] + 0.01 || block[1] > sheet[1] + 0.01) return { needed: block };
  const origin = [(sheet[0] - block[0]) / 2, (sheet[1] - block[1]) / 2] as const;
  const sides: Side[] = [];
  const sheets = isNested ? pages / 4 : Math.ceil(count / pages);
  for (let index = 0; index < sheets; index += 1)
    for (const cells of folded.sides) {
      const pageOf = (page: number): number =>
        isNested ? nestedPage(page, index, pages) : index * pages + page;
      const first = isNested ? 0 : index * pages;
      sides.push(
        cells.map((cell) => {
          const page = pageOf(cell.page);
          const depth = depthOf(page - first, pages);
          return placed(cell, page, depth * imposition.creep, size, origin, folded.rows);
        }),
      );
    }
  return { sheet, sides: sides.map((side) => side.filter(({ page }) => page < count)) };
}

/** A page of the `index`th sheet of a booklet, counted from the outside. */
function nestedPage(page: number, index: number, pages: number): number {
  return page < 2 ? 2 * index + page : pages - 4 + page - 2 * index;
}

/** How many leaves lie around a page's leaf in the fold. */
function depthOf(page: number, pages: number): number {
  return Math.floor(Math.min(page, pages - 1 - page) / 2);
}

/** Pages meet at the spine; everywhere else each has its bleed. */
function blockSize(columns: number, rows: number, { width, height, bleed }: PageSize): SheetSize {
  return [columns * width + columns * bleed, rows * (height + 2 * bleed)];
}

function placed(
  { column, row, turned }: Cell,
  page: number,
  creep: number,
  { width, height, bleed }: PageSize,
  [left, bottom]: SheetSize,
  rows: number,
): PlacedPage {
  // Columns stand in pairs, back to back.
  const pair = Math.floor(column / 2);
  const isLeft = column % 2 === 0;
  const shift = isLeft ? creep : -creep;
  return {
    page,
    turned,
    spine: isLeft ? 'right' : 'left',
    scale: 1,
    shift,
    left: left + bleed + pair * 2 * (width + bleed) + (isLeft ? 0 : width) + shift,
    bottom: bottom + bleed + (rows - 1 - row) * (height + 2 * bleed),
  };
}

/** Spreads as the open book shows them, as large as the sheet allows and no larger than they are. */
function twoUp(
  count: number,
  { width, height }: PageSize,
  { sheet = [297, 210], margin = 5 }: Imposition,
): Imposed {
  const scale = Math.min(1, (sheet[0] - 2 * margin) / (2 * width), (sheet[1] - 2 * margin) / height);
  const [left, bottom] = [sheet[0] / 2 - width * scale, (sheet[1] - height * scale) / 2];
  const sides: Side[] = [];
  for (let first = -1; first < count; first += 2) {
    const pages = [first, first + 1].filter((page) => page >= 0 && page < count);
    sides.push(
      pages.map((page) => {
        const isVerso = page === first;
        return {
          page,
          bottom,
          scale,
          shift: 0,
          turned: false,
          left: isVerso ? left : sheet[0] / 2,
          spine: isVerso ? 'right' : 'left',
        } as const;
      }),
    );
  }
  return { sheet, sides };
}
