import { Histogram } from './modal-value.js';
import type { TextLine } from './text-line.js';

/** How a book is set, as its own pages show it: what most lines do. Lengths in pt, from the page's top left corner. */
export interface PageDesign {
  /** Size of body type. */
  readonly size: number;
  /** Distance of lines. */
  readonly line: number;
  /** The faces of body type. */
  readonly chineseFont: string | undefined;
  readonly latinFont: string | undefined;
  /** Left and right edge of the type area, on odd and even sheets. */
  readonly recto: Edges;
  readonly verso: Edges;
  /** First-line indent; 0 where paragraphs have none. */
  readonly indent: number;
  /** Baselines of a page's first and last line; the grid goes from the first one down. */
  readonly first: number;
  readonly last: number;
  /** Whether most lines reach the right edge. */
  readonly justified: boolean;
}

export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** A share of all lines so small is chance; a margin or an indent has more. */
const common = 0.04;
/** Full pages may be few: with widows and orphans kept together, most pages lack a line. */
const commonLast = 0.01;

/** Works the design out; `undefined` where there are no two lines of text to compare. */
export function findDesign(pages: readonly (readonly TextLine[])[]): PageDesign | undefined {
  const lines = pages.flat();
  const size = weighted(lines, (line) => line.size.toFixed(1));
  if (size === undefined) return undefined;
  const isBody = (line: TextLine): boolean => Math.abs(line.size - Number(size)) < 0.25;
  const body = pages.map((page) => page.filter((line) => isBody(line) && !line.inColumns));
  const line = lineDistance(body.flatMap(distances));
  if (line === undefined) return undefined;
  const running = body.map((page) => runningText(page, line));
  const first = new Histogram(
    0.25,
    running.flatMap((page) => page[0]?.y ?? []),
  ).leastOf(common);
  const last = new Histogram(
    0.25,
    running.flatMap((page) => page.at(-1)?.y ?? []),
  ).greatestOf(commonLast);
  if (first === undefined || last === undefined) return undefined;
  const area = running.flat().filter(({ y }) => y > first - line / 2 && y < last + line / 2);
  const [recto, verso] = bothEdges(area);
  return {
    size: Number(size),
    line,
    chineseFont: weighted(area, ({ chineseFont }) => chineseFont),
    latinFont: weighted(area, ({ latinFont }) => latinFont),
    recto,
    verso,
    indent: indentOf(area, recto, verso),
    first: first + offGrid(area, first, line),
    last,
    justified: isJustified(area, recto, verso),
  };
}

/** The edges of the page that a line stands on. */
export function edgesOf(design: Pick<PageDesign, 'recto' | 'verso'>, sheet: number): Edges {
  return sheet % 2 === 1 ? design.recto : design.verso;
}

/** How far a line's left end stands from the edge. A mark at the start may have lost its blank half. */
export function startOf(line: TextLine, { left }: Edges): number {
  const offset = line.left - left;
  return line.opens && Math.abs(offset + line.size / 2) < 1 ? 0 : offset;
}

/** How far a line ends before the edge; a closing mark at its end may have lost its blank half, or keep it. */
export function shortfallOf(line: TextLine, { right }: Edges): number {
  const shortfall = right - line.right;
  if (!line.closes || shortfall > 0) return shortfall;
  return Math.max(shortfall, Math.min(0, shortfall + line.size / 2));
}

/** How far a baseline stands from the nearest line of the grid, with its sign. */
export function fromGrid(y: number, { first, line }: Pick<PageDesign, 'first' | 'line'>): number {
  const rows = (y - first) / line;
  return (rows - Math.round(rows)) * line;
}

/**
 * The distance that most lines have. Browsers set each baseline on a whole px (0.75 pt): where the line height is none,
 * distances take turns, and the grid is their mean.
 */
function lineDistance(all: readonly number[]): number | undefined {
  const mode = new Histogram(0.1, all).mode();
  if (mode === undefined) return undefined;
  const near = all.filter((distance) => Math.abs(distance - mode) < 0.8);
  return near.reduce((sum, distance) => sum + distance, 0) / near.length;
}

function distances(page: readonly TextLine[]): readonly number[] {
  return page.slice(1).map((line, index) => line.y - (page[index]?.y ?? 0));
}

/** Lines that have a neighbour at the distance of lines: running heads and folios stand apart. */
function runningText(page: readonly TextLine[], line: number): readonly TextLine[] {
  const isNear = (a: TextLine | undefined, b: TextLine | undefined): boolean =>
    a !== undefined && b !== undefined && Math.abs(b.y - a.y - line) < 0.5;
  return page.filter((own, index) => isNear(page[index - 1], own) || isNear(own, page[index + 1]));
}

/** A page without a partner takes the other side's edges. */
function bothEdges(area: readonly TextLine[]): readonly [Edges, Edges] {
  const odd = area.filter(({ sheet }) => sheet % 2 === 1);
  const even = area.filter(({ sheet }) => sheet % 2 === 0);
  return [edges(odd.length > 0 ? odd : even), edges(even.length > 0 ? even : odd)];
}

function edges(lines: readonly TextLine[]): Edges {
  const lefts = lines.filter(({ opens }) => !opens).map(({ left }) => left);
  const rights = lines.filter(({ closes }) => !closes).map(({ right }) => right);
  return {
    left: new Histogram(0.5, lefts).leastOf(common) ?? 0,
    right: new Histogram(0.5, rights).greatestOf(common) ?? 0,
  };
}

function indentOf(area: readonly TextLine[], recto: Edges, verso: Edges): number {
  const starts = new Histogram(0.5);
  for (const line of area) {
    const start = startOf(line, edgesOf({ recto, verso }, line.sheet));
    if (start > line.size * 0.4 && start < line.size * 5) starts.add(start);
  }
  return starts.count > area.length * 0.01 ? (starts.mode() ?? 0) : 0;
}

function isJustified(area: readonly TextLine[], recto: Edges, verso: Edges): boolean {
  const reaching = area.filter(
    (line) => Math.abs(shortfallOf(line, edgesOf({ recto, verso }, line.sheet))) < 1,
  );
  return reaching.length > area.length * 0.3;
}

function offGrid(area: readonly TextLine[], first: number, line: number): number {
  return (
    new Histogram(
      0.1,
      area.map(({ y }) => fromGrid(y, { first, line })),
    ).mode() ?? 0
  );
}

/** The value that the most characters have. */
function weighted(
  lines: readonly TextLine[],
  read: (line: TextLine) => string | undefined,
): string | undefined {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const value = read(line);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + line.text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
