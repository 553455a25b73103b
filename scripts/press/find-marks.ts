import { PDFDict, type PDFDocument, PDFName, type PDFRawStream } from '@cantoo/pdf-lib';
import { type Operation, readOperations } from '../pdf/content-stream.js';
import type { Box } from '../pdf/page-geometry.js';
import { MarkFinder, type PageMark } from '../pdf/page-marks.js';
import { contentOf } from '../pdf/stream-content.js';
import { componentsOf, drawnBy } from './drawings.js';
import { pointsPerMm } from './page-boxes.js';

/** Something on a page that may not be printed as it is meant. */
export interface PressFault {
  readonly kind: 'bleed' | 'hairline' | 'ink' | 'line-art' | 'margin' | 'resolution' | 'rgb' | 'transparency';
  /** From 0. */
  readonly page: number;
  /** pt of a hairline, mm of a margin, per cent of ink, pixels an inch of a picture. */
  readonly value: number;
  /** Which picture of the page it is, from 0. */
  readonly picture?: number;
}

/** What may be asked for in place of the usual. */
export interface PressLimits {
  /** Most ink of one spot, all colours together, per cent. */
  readonly ink: number;
  /** Pixels an inch of pictures, and of those in black and white alone. */
  readonly resolution: number;
  readonly lineArt: number;
}

/** How far text and pictures that are not cut stay from the four edges of the trim, mm; nothing of a page without any. */
export interface PageRoom {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What is too little or too much (ISO 12647 and what printing houses ask for). */
export const pressLimits = {
  /** Thinnest line, pt. */
  line: 0.25,
  /** Between text and the trim, mm. */
  margin: 3,
  /** What ends so near the trim, or beyond it, is cut, mm. */
  edge: 0.3,
  /** A browser places things on whole px: so much less than the bleed is no fault, mm. */
  pixel: 0.15,
} as const;

/** What holds where nobody says. */
export const usualLimits: PressLimits = { ink: 300, resolution: 300, lineArt: 1200 };

/** What was found on the pages. */
export interface FoundMarks {
  readonly faults: readonly PressFault[];
  /** Of each page, from the first. */
  readonly rooms: readonly (PageRoom | undefined)[];
  /** Pages (from 0) with other inks than black. */
  readonly coloured: readonly number[];
  /** Whether colour reaches the trim of any page. */
  readonly reachesTrim: boolean;
}

interface PageBoxes {
  readonly bleed: Box;
  readonly trim: Box;
}

/** Goes through all that is painted on the pages. */
export function findMarks(
  pdf: PDFDocument,
  boxes: readonly PageBoxes[],
  limits: PressLimits,
  isOpaque: boolean,
): FoundMarks {
  const faults = new Faults();
  const rooms = new Rooms();
  const coloured = new Set<number>();
  let reachesTrim = false;
  const drawn = drawnBy(pdf);
  const finder = new MarkFinder();
  for (const drawing of drawn.pages) {
    const { page } = drawing;
    const around: PageBoxes = boxes[page] ?? { trim: [0, 0, 0, 0], bleed: [0, 0, 0, 0] };
    let pictures = 0;
    const mark = (found: PageMark): void => {
      const picture = found.picture && { picture: pictures++ };
      if (!meets(found.box, around.trim)) return;
      if (lookAtPlace(found, around, page, faults, picture)) reachesTrim = true;
      if (found.kind === 'text' || found.picture) rooms.add(page, found, around.trim);
      if (!found.picture) return;
      lookAtPicture(found, page, faults, picture ?? { picture: 0 }, { ...limits, isOpaque });
      if (isColoured(found.picture)) coloured.add(page);
    };
    const stream = (operations: readonly Operation[], resources: PDFDict): void => {
      lookAtColours(operations, resources, page, limits.ink, faults);
      if (operations.some(isInColour)) coloured.add(page);
    };
    finder.find(readOperations(contentOf(drawing)), drawing.resources, { mark, stream });
  }
  for (const [shading, page] of drawn.shadings)
    if (componentsOf(shading.get(PDFName.of('ColorSpace')), pdf.context) === 3) faults.add('rgb', page, 0);
  if (isOpaque)
    for (const [state, page] of drawn.states)
      if (['ca', 'CA'].some((key) => Number(String(state.lookup(PDFName.of(key)) ?? 1)) < 1))
        faults.add('transparency', page, 0);
  return {
    faults: faults.all(),
    rooms: boxes.map((_, page) => rooms.of(page)),
    coloured: [...coloured].sort((a, b) => a - b),
    reachesTrim,
  };
}

/** Looks whether a mark is too thin, too near to the trim, or ends short of the bleed; gives whether it is colour at the trim. */
function lookAtPlace(
  { kind, box, thin, picture: isPicture }: PageMark,
  { trim, bleed }: PageBoxes,
  page: number,
  faults: Faults,
  picture: { readonly picture: number } | undefined,
): boolean {
  if (thin !== undefined && thin < pressLimits.line - 0.005) faults.add('hairline', page, thin);
  if (kind === 'text') lookAtMargin(box, trim, page, faults);
  if (kind === 'text' || (kind === 'object' && !isPicture)) return false;
  const reaches = gaps(box, trim).map((gap) => gap < pressLimits.edge * pointsPerMm);
  const short = Math.max(...gaps(box, bleed).map((gap, side) => (reaches[side] ? gap : 0)));
  // Colour that ends at the trim, or nearly there, must go on to the end of the bleed, or a cut shows the paper.
  if (short > pressLimits.pixel * pointsPerMm) faults.add('bleed', page, short / pointsPerMm, picture);
  return reaches.includes(true);
}

/** A picture of more than greys. */
function isColoured({ dict }: PDFRawStream): boolean {
  return componentsOf(dict.get(PDFName.of('ColorSpace')), dict.context) > 1;
}

/** Whether an operator sets another colour than black and its tints. */
function isInColour({ operator, operands }: Operation): boolean {
  const [first = 0, second = 0, third = 0] = operands.map(Number);
  if (/^k$/i.test(operator)) return first + second + third > 0;
  return /^rg$/i.test(operator) && (first !== second || second !== third);
}

/** How near text and pictures come to the edges of each page. */
class Rooms {
  readonly #found = new Map<number, readonly number[]>();

  add(page: number, { kind, box }: PageMark, trim: Box): void {
    const found = gaps(box, trim).map((gap) => gap / pointsPerMm);
    // A picture that reaches an edge is meant to be cut there.
    const own = found.map((gap) => (kind !== 'text' && gap < pressLimits.edge ? Infinity : gap));
    const known = this.#found.get(page);
    this.#found.set(page, known ? own.map((gap, side) => Math.min(gap, known[side] ?? gap)) : own);
  }

  of(page: number): PageRoom | undefined {
    const found = this.#found.get(page);
    if (!found) return undefined;
    const [left = Infinity, bottom = Infinity, right = Infinity, top = Infinity] = found;
    return { left, bottom, right, top };
  }
}

/** The faults of a file, of each kind the worst one of a page or a picture. */
class Faults {
  readonly #found = new Map<string, PressFault>();

  add(kind: PressFault['kind'], page: number, value: number, picture?: { readonly picture: number }): void {
    const key = `${page} ${kind} ${picture?.picture ?? ''}`;
    const known = this.#found.get(key);
    const isWorse = !known || (kind === 'ink' ? value > known.value : value < known.value);
    if (isWorse) this.#found.set(key, { kind, page, value, ...picture });
  }

  all(): readonly PressFault[] {
    return [...this.#found.values()].sort((a, b) => a.page - b.page || (a.kind < b.kind ? -1 : 1));
  }
}

function meets(one: Box, other: Box): boolean {
  return one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];
}

/** The distances of the four sides of a box from those of one around it, pt; less than nothing is outside. */
function gaps(inner: Box, outer: Box): readonly number[] {
  return [inner[0] - outer[0], inner[1] - outer[1], outer[2] - inner[2], outer[3] - inner[3]];
}

function lookAtMargin(box: Box, trim: Box, page: number, faults: Faults): void {
  const gap = Math.min(...gaps(box, trim)) / pointsPerMm;
  if (gap < pressLimits.margin) faults.add('margin', page, gap);
}

function lookAtPicture(
  { matrix, picture: stream }: PageMark,
  page: number,
  faults: Faults,
  picture: { readonly picture: number },
  { resolution: least, lineArt, isOpaque }: PressLimits & { readonly isOpaque: boolean },
): void {
  if (!stream || !matrix) return;
  const number = (key: string): number => Number(String(stream.dict.lookup(PDFName.of(key)) ?? 0));
  const across = (number('Width') / Math.hypot(matrix[0], matrix[1])) * 72;
  const along = (number('Height') / Math.hypot(matrix[2], matrix[3])) * 72;
  const resolution = Math.min(across, along);
  const isLineArt = number('BitsPerComponent') === 1;
  // Rounding of lengths to the browser's unit is no fault of the picture.
  if (resolution < (isLineArt ? lineArt : least) * 0.99)
    faults.add(isLineArt ? 'line-art' : 'resolution', page, resolution, picture);
  if (componentsOf(stream.dict.get(PDFName.of('ColorSpace')), stream.dict.context) === 3)
    faults.add('rgb', page, 0, picture);
  if (isOpaque && stream.dict.has(PDFName.of('SMask'))) faults.add('transparency', page, 0, picture);
}

function lookAtColours(
  operations: readonly Operation[],
  resources: PDFDict,
  page: number,
  ink: number,
  faults: Faults,
): void {
  const spaces = resources.lookupMaybe(PDFName.of('ColorSpace'), PDFDict);
  for (const { operator, operands } of operations) {
    if (operator === 'rg' || operator === 'RG') faults.add('rgb', page, 0);
    else if (operator === 'k' || operator === 'K') {
      const sum = operands.reduce((total, part) => total + 100 * Number(part), 0);
      if (sum > ink + 0.5) faults.add('ink', page, sum);
    } else if (operator === 'cs' || operator === 'CS') {
      const name = PDFName.of((operands[0] ?? '').slice(1));
      if (componentsOf(spaces?.get(name) ?? name, resources.context) === 3) faults.add('rgb', page, 0);
    }
  }
}
