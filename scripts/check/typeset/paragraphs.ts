import { Histogram } from './modal-value.js';
import { edgesOf, type PageDesign, shortfallOf, startOf } from './page-design.js';
import type { TextLine } from './text-line.js';

/** A page's lines inside the type area, from top to bottom. */
export interface PageLines {
  readonly sheet: number;
  /** Lines of the running text, headings among them. */
  readonly text: readonly TextLine[];
  /** Smaller lines below all text: the page's notes. */
  readonly notes: readonly TextLine[];
}

/** A line in its paragraph. */
export interface ParagraphLine {
  readonly line: TextLine;
  /** How far it ends before the right edge, pt. */
  readonly shortfall: number;
}

export interface Paragraph {
  readonly lines: readonly ParagraphLine[];
  /** Whether its lines, but the last, are meant to reach the right edge. */
  readonly justified: boolean;
}

/** Leaves out running heads and folios, which stand outside the type area, and sets notes apart. */
export function pageLines(sheet: number, lines: readonly TextLine[], design: PageDesign): PageLines {
  const slack = 0.6 * design.line;
  const inside = lines.filter(({ y }) => y > design.first - slack && y < design.last + slack);
  const lastText = inside.findLastIndex(({ size }) => size > design.size * 0.95);
  return { sheet, text: inside.slice(0, lastText + 1), notes: inside.slice(lastText + 1) };
}

/**
 * The paragraphs of a book, in order. Nothing but the pages tells where they end: a change of face or size, a gap,
 * an indent. A paragraph goes on over a page's end where the next page begins in the same face without an indent.
 */
export function findParagraphs(pages: readonly PageLines[], design: PageDesign): readonly Paragraph[] {
  const gapFor = usualDistances(pages, design);
  const text = blocksOf(
    pages.map(({ text }) => text),
    gapFor,
  );
  const notes = pages.flatMap((page) => blocksOf([page.notes], gapFor));
  return [...text, ...notes].flatMap((block) => partBlock(block, design));
}

/** Whether a line is set in the face and size of body text. */
export function isBodyText(line: TextLine, design: PageDesign): boolean {
  return Math.abs(line.size - design.size) < 0.25 && sameFace(line, design);
}

type Faces = Pick<TextLine, 'chineseFont' | 'latinFont'>;

/** Faces of Chinese text are compared where both lines have some: Latin in it may be set in any other. */
function sameFace(a: Faces, b: Faces): boolean {
  if (a.chineseFont !== undefined && b.chineseFont !== undefined) return a.chineseFont === b.chineseFont;
  if (a.latinFont !== undefined && b.latinFont !== undefined) return a.latinFont === b.latinFont;
  return true;
}

/** The distance of lines for a size of type, by what most lines of that size have, pt. */
function usualDistances(pages: readonly PageLines[], design: PageDesign): (size: number) => number {
  const bySize = new Map<string, Histogram>();
  for (const { text, notes } of pages) {
    for (const lines of [text, notes]) {
      for (const [index, line] of lines.entries()) {
        const before = lines[index - 1];
        if (!before || before.size !== line.size) continue;
        const key = line.size.toFixed(1);
        const histogram = bySize.get(key) ?? new Histogram(0.1);
        histogram.add(line.y - before.y);
        bySize.set(key, histogram);
      }
    }
  }
  const body = design.size.toFixed(1);
  return (size) => {
    const key = size.toFixed(1);
    return key === body ? design.line : (bySize.get(key)?.mode() ?? size * 1.7);
  };
}

/** Runs of lines that nothing parts, over page ends too. */
function blocksOf(
  pages: readonly (readonly TextLine[])[],
  distanceFor: (size: number) => number,
): readonly (readonly TextLine[])[] {
  const blocks: TextLine[][] = [];
  for (const line of pages.flat()) {
    const block = blocks.at(-1);
    const before = block?.at(-1);
    if (block && before && belongsWith(before, line, distanceFor(line.size))) block.push(line);
    else blocks.push([line]);
  }
  return blocks;
}

function belongsWith(before: TextLine, line: TextLine, distance: number): boolean {
  if (Math.abs(before.size - line.size) > 0.25 || !sameFace(before, line)) return false;
  if (before.inColumns || line.inColumns) return false;
  if (before.sheet === line.sheet) return line.y - before.y < 1.2 * distance;
  return line.sheet === before.sheet + 1;
}

/** A block's paragraphs: body text is held against the edge of the type area, other text against its own edge. */
function partBlock(block: readonly TextLine[], design: PageDesign): readonly Paragraph[] {
  const starts = block.map((line) => startOf(line, edgesOf(design, line.sheet)));
  const [first] = block;
  const isBody = first !== undefined && isBodyText(first, design);
  const edge = isBody ? 0 : Math.min(...starts);
  const paragraphs: ParagraphLine[][] = [];
  for (const [index, line] of block.entries()) {
    const own = { line, shortfall: shortfallOf(line, edgesOf(design, line.sheet)) };
    const isFirst = (starts[index] ?? 0) > edge + 0.5 * line.size;
    if (isFirst || paragraphs.length === 0) paragraphs.push([own]);
    else paragraphs.at(-1)?.push(own);
  }
  const justified = isBody ? design.justified : reachesEdge(paragraphs);
  return paragraphs.map((lines) => ({ lines, justified }));
}

/** Verse, addresses and headings end where they end; text that is meant to fill its lines does so in most of them. */
function reachesEdge(paragraphs: readonly (readonly ParagraphLine[])[]): boolean {
  const inner = paragraphs.flatMap((lines) => lines.slice(0, -1));
  const reaching = inner.filter(({ shortfall }) => Math.abs(shortfall) < 1);
  return inner.length > 0 && reaching.length * 2 >= inner.length;
}
