import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { type Operation, readOperations } from '../pdf/content-stream.js';
import { componentsOf, contentOf, drawnBy, nameIn } from './drawings.js';
import { pointsPerMm } from './page-boxes.js';
import type { Box } from './page-geometry.js';
import { MarkFinder, type PageMark } from './page-marks.js';

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

/** What a press file says of itself, read back from its bytes. */
export interface PressFacts {
  /** `PDF/X-4`, `PDF/X-1a:2003` …; nothing of other PDFs. */
  readonly version: string | undefined;
  /** As its first line says: `1.6`. */
  readonly format: string;
  readonly pages: number;
  readonly fonts: readonly { readonly name: string; readonly kind: string; readonly embedded: boolean }[];
  /** What the standard asks for and the file lacks. */
  readonly lacks: readonly PressLack[];
  readonly boxes: readonly { readonly media: Box; readonly bleed: Box; readonly trim: Box }[];
  readonly spots: readonly string[];
  readonly faults: readonly PressFault[];
}

export type PressLack = 'intent' | 'trapped' | 'identifier' | 'metadata' | 'boxes' | 'version';

/** What is too little or too much (ISO 12647 and what printing houses ask for). */
export const pressLimits = {
  /** Thinnest line, pt. */
  line: 0.25,
  /** Pixels an inch of pictures, and of those in black and white alone. */
  resolution: 300,
  lineArt: 1200,
  /** Between text and the trim, mm. */
  margin: 3,
  /** What ends so near the trim, or beyond it, is cut, mm. */
  edge: 0.3,
  /** A browser places things on whole px: so much less than the bleed is no fault, mm. */
  pixel: 0.15,
} as const;

/** Most ink of one spot where nobody says, per cent. */
export const usualInk = 300;

/** Reads a press file; `undefined` for bytes that are no PDF. */
export async function readPress(bytes: Uint8Array, ink = usualInk): Promise<PressFacts | undefined> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
    return factsOf(pdf, bytes, ink);
  } catch {
    return undefined;
  }
}

/** Whether a PDF calls itself one of the family PDF/X. */
export function isPressFile(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return text.includes('GTS_PDFXVersion');
}

function factsOf(pdf: PDFDocument, bytes: Uint8Array, ink: number): PressFacts {
  const boxes = pdf.getPages().map((page) => ({
    media: boxOf(page.getMediaBox()),
    bleed: boxOf(page.getBleedBox()),
    trim: boxOf(page.getTrimBox()),
  }));
  const info = pdf.context.lookupMaybe(pdf.context.trailerInfo.Info, PDFDict);
  const version = info?.lookup(PDFName.of('GTS_PDFXVersion'));
  const named =
    version instanceof PDFString || version instanceof PDFHexString ? version.decodeText() : undefined;
  return {
    version: named,
    format: Buffer.from(bytes.subarray(5, 8)).toString('latin1'),
    pages: boxes.length,
    fonts: fontsOf(pdf),
    lacks: lacksOf(pdf, info, named),
    boxes,
    spots: spotsOf(pdf),
    faults: faultsOf(pdf, boxes, ink, named?.startsWith('PDF/X-1') ?? false),
  };
}

function boxOf({ x, y, width, height }: { x: number; y: number; width: number; height: number }): Box {
  return [x, y, x + width, y + height];
}

function lacksOf(
  pdf: PDFDocument,
  info: PDFDict | undefined,
  version: string | undefined,
): readonly PressLack[] {
  const intents = pdf.catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray);
  const intent = intents?.lookupMaybe(0, PDFDict);
  const metadata = pdf.catalog.lookup(PDFName.of('Metadata'));
  const packet = metadata instanceof PDFRawStream ? Buffer.from(metadata.contents).toString('utf8') : '';
  const withBoxes = pdf
    .getPages()
    .every(({ node }) => node.has(PDFName.of('TrimBox')) || node.has(PDFName.of('ArtBox')));
  const has: Readonly<Record<PressLack, boolean>> = {
    intent:
      intent !== undefined &&
      nameIn(intent, 'S') === 'GTS_PDFX' &&
      intent.has(PDFName.of('OutputConditionIdentifier')),
    trapped: ['True', 'False'].includes((info && nameIn(info, 'Trapped')) ?? ''),
    identifier: pdf.context.trailerInfo.ID !== undefined,
    metadata: packet.includes('xmpMM:DocumentID') && (version === undefined || packet.includes(version)),
    boxes: withBoxes,
    version: version !== undefined,
  };
  return (['intent', 'trapped', 'identifier', 'metadata', 'boxes', 'version'] as const).filter(
    (name) => !has[name],
  );
}

function fontsOf(pdf: PDFDocument): PressFacts['fonts'] {
  const fonts: { name: string; kind: string; embedded: boolean }[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameIn(object, 'Type') !== 'Font') continue;
    const kind = nameIn(object, 'Subtype') ?? '';
    if (kind.startsWith('CIDFont')) continue;
    const descendant = object.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict);
    const descriptor = (descendant ?? object).lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
    fonts.push({ name: nameIn(object, 'BaseFont') ?? '?', kind, embedded });
  }
  return fonts;
}

function spotsOf(pdf: PDFDocument): readonly string[] {
  const names = new Set<string>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFArray) || String(object.get(0)) !== '/Separation') continue;
    const name = object.lookup(1);
    if (name instanceof PDFName && name.decodeText() !== 'All') names.add(name.decodeText());
  }
  return [...names].sort();
}

function faultsOf(
  pdf: PDFDocument,
  boxes: PressFacts['boxes'],
  ink: number,
  isOpaque: boolean,
): readonly PressFault[] {
  const faults = new Faults();
  const drawn = drawnBy(pdf);
  const finder = new MarkFinder();
  for (const drawing of drawn.pages) {
    const { page } = drawing;
    const { trim, bleed } = boxes[page] ?? { trim: [0, 0, 0, 0], bleed: [0, 0, 0, 0] };
    let pictures = 0;
    const mark = (found: PageMark): void => {
      const picture = found.picture && { picture: pictures++ };
      if (!meets(found.box, trim)) return;
      if (found.thin !== undefined && found.thin < pressLimits.line - 0.005)
        faults.add('hairline', page, found.thin);
      if (found.kind === 'text') lookAtMargin(found.box, trim, page, faults);
      else if (found.kind !== 'object' || found.picture)
        lookAtBleed(found.box, trim, bleed, page, faults, picture);
      if (found.picture) lookAtPicture(found, page, faults, picture ?? { picture: 0 }, isOpaque);
    };
    const stream = (operations: readonly Operation[], resources: PDFDict): void =>
      lookAtColours(operations, resources, page, ink, faults);
    finder.find(readOperations(contentOf(drawing)), drawing.resources, { mark, stream });
  }
  for (const [shading, page] of drawn.shadings)
    if (componentsOf(shading.get(PDFName.of('ColorSpace')), pdf.context) === 3) faults.add('rgb', page, 0);
  if (isOpaque)
    for (const [state, page] of drawn.states)
      if (['ca', 'CA'].some((key) => Number(String(state.lookup(PDFName.of(key)) ?? 1)) < 1))
        faults.add('transparency', page, 0);
  return faults.all();
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

/** Colour that ends at the trim, or nearly there, must go on to the end of the bleed, or a cut shows the paper. */
function lookAtBleed(
  box: Box,
  trim: Box,
  bleed: Box,
  page: number,
  faults: Faults,
  picture: { readonly picture: number } | undefined,
): void {
  const outside = gaps(box, bleed);
  const reaches = gaps(box, trim).map((gap) => gap < pressLimits.edge * pointsPerMm);
  const short = Math.max(...outside.map((gap, side) => (reaches[side] ? gap : 0)));
  if (short > pressLimits.pixel * pointsPerMm) faults.add('bleed', page, short / pointsPerMm, picture);
}

function lookAtPicture(
  { matrix, picture: stream }: PageMark,
  page: number,
  faults: Faults,
  picture: { readonly picture: number },
  isOpaque: boolean,
): void {
  if (!stream || !matrix) return;
  const number = (key: string): number => Number(String(stream.dict.lookup(PDFName.of(key)) ?? 0));
  const across = (number('Width') / Math.hypot(matrix[0], matrix[1])) * 72;
  const along = (number('Height') / Math.hypot(matrix[2], matrix[3])) * 72;
  const resolution = Math.min(across, along);
  const isLineArt = number('BitsPerComponent') === 1;
  const least = isLineArt ? pressLimits.lineArt : pressLimits.resolution;
  // Rounding of lengths to the browser's unit is no fault of the picture.
  if (resolution < least * 0.99) faults.add(isLineArt ? 'line-art' : 'resolution', page, resolution, picture);
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
