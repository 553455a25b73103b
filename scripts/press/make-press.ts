import { ParseSpeeds, PDFDict, PDFDocument, PDFHeader, PDFName } from '@cantoo/pdf-lib';
import type { BookMeta } from '../model/book.js';
import type { PressSettings, PrintingCondition } from '../model/press.js';
import type { TrimSize } from '../model/theme.js';
import type { Box } from '../pdf/page-geometry.js';
import { deflated } from './deflated.js';
import { describePress, dropScreenParts } from './describe-press.js';
import { type Drawn, drawnBy } from './drawings.js';
import { dropUnreachable } from './drop-unreachable.js';
import { InkWell, written } from './ink-well.js';
import type { InkTable } from './inks.js';
import { type PressBoxes, pointsPerMm, pressBoxes } from './page-boxes.js';
import { type PictureNote, printPictures } from './pictures.js';
import { printerMarks, registrationSpace } from './printer-marks.js';
import { putInInks } from './put-in-inks.js';
import { type Slug, slugLine } from './slug-line.js';

/** What a press file is made of. */
export interface PressInput {
  /** The printed layout: a PDF of a browser, in RGB. */
  readonly bytes: Uint8Array;
  /** Where the trim begins on its pages, pt from their top left corner. */
  readonly offset: number;
  readonly meta: BookMeta;
  readonly trim: TrimSize;
  readonly settings: PressSettings;
  readonly inks: InkTable;
  readonly condition: PrintingCondition | undefined;
  readonly modified: Date;
  /** Hex, at least 32 digits: the same for the same input. */
  readonly identity: string;
  /** What stands beside the marks. */
  readonly slug?: Slug;
}

/** A press file, and what had to be done to make it. */
export interface PressFile {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Blank pages that fill the last signature. */
  readonly blanks: number;
  /** Colours without a declared ink, and the pages (from 0) they stand on. */
  readonly unmapped: ReadonlyMap<string, ReadonlySet<number>>;
  /** Pages (from 0) with gradients whose colours could not be taken one by one. */
  readonly gradients: readonly number[];
  readonly pictures: readonly PictureNote[];
  /** Pages (from 0) with transparency that X-1a does not have. */
  readonly transparent: readonly number[];
}

/**
 * Makes of a printed layout what a printing house takes (PDF/X-4, ISO 15930-7; PDF/X-1a, ISO 15930-4 and -1): exact boxes,
 * inks in place of RGB, marks, and nothing that is for screens. The same input gives the same bytes.
 */
export async function makePress(input: PressInput): Promise<PressFile> {
  const { settings, modified, identity } = input;
  const pdf = await PDFDocument.load(input.bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const drawn = drawnBy(pdf);
  const inBlackAlone = settings.colour === 'grey';
  const boxesOf = bySide((page) => pressBoxes(input.trim, settings, page));
  const well = new InkWell(input.inks, inBlackAlone);
  const marksOf = bySide((page) => (settings.marks ? printerMarks(boxesOf(page), inBlackAlone) : []));
  const slug = settings.marks && input.slug ? slugLine(pdf, boxesOf(0), input.slug) : undefined;
  dropScreenParts(pdf);
  const tops = pdf.getPages().map((page) => page.getMediaBox().y + page.getHeight());
  putInInks(pdf, drawn, well, (page) => {
    const boxes = boxesOf(page);
    const shift = placed(boxes, input.offset, tops[page] ?? 0);
    return {
      shift,
      before: ['q', `${rectangle(boxes.bleed)} re W n`, `1 0 0 1 ${shift.map(written).join(' ')} cm`],
      after: ['Q', ...marksOf(page), ...(slug?.lines(page) ?? [])],
    };
  });
  const print = {
    inBlackAlone,
    profile: settings.profile?.file,
    ink: settings.ink,
    opaque: settings.standard !== 'x-4',
  };
  const pictures = await printPictures(pdf, drawn, print);
  const transparent =
    settings.standard === 'x-4' ? nameBlending(pdf, drawn, inBlackAlone) : makeOpaque(drawn);
  const blanks = settings.fill === 'blank' ? fillSignature(pdf, settings.signature, marksOf) : 0;
  for (const [page, { node }] of pdf.getPages().entries()) setBoxes(node, boxesOf(page));
  if (settings.marks) addMarkResources(pdf, inBlackAlone, slug?.forms);
  describePress(pdf, input.meta, settings, input.condition, modified, identity);
  pdf.context.header = PDFHeader.forVersion(1, { 'x-4': 6, 'x-1a': 4, 'x-1a:2001': 3 }[settings.standard]);
  dropUnreachable(pdf);
  const bytes = await pdf.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  return {
    bytes,
    pages: pdf.getPageCount(),
    blanks,
    unmapped: well.unmapped,
    gradients: [...well.gradients],
    pictures,
    transparent,
  };
}

/** What is the same on all rectos and on all versos; pages count from 0, a recto. */
function bySide<T>(make: (page: number) => T): (page: number) => T {
  const sides = [make(0), make(1)] as const;
  return (page) => sides[page % 2 === 0 ? 0 : 1];
}

/** How far a printed page is moved so that the top left corner of its trim comes to lie on that of the trim box. */
function placed({ trim }: PressBoxes, offset: number, top: number): readonly [number, number] {
  return [trim[0] - offset, trim[3] - (top - offset)];
}

function setBoxes(page: PDFDict, { media, bleed, trim }: PressBoxes): void {
  page.set(PDFName.of('MediaBox'), page.context.obj([...media]));
  page.set(PDFName.of('BleedBox'), page.context.obj([...bleed]));
  page.set(PDFName.of('TrimBox'), page.context.obj([...trim]));
}

function rectangle([left, bottom, right, top]: Box): string {
  return [left, bottom, right - left, top - bottom].map(written).join(' ');
}

/** Adds blank pages until the page count is a multiple of a signature's. */
function fillSignature(
  pdf: PDFDocument,
  signature: number,
  marksOf: (page: number) => readonly string[],
): number {
  const blanks = (signature - (pdf.getPageCount() % signature)) % signature;
  for (let i = 0; i < blanks; i += 1) {
    const page = pdf.addPage([pointsPerMm, pointsPerMm]).node;
    page.set(PDFName.of('Resources'), pdf.context.obj({}));
    const marks = marksOf(pdf.getPageCount() - 1);
    const content = deflated(pdf, Buffer.from(`${marks.join('\n')}\n`, 'latin1'));
    page.set(PDFName.of('Contents'), pdf.context.register(content));
  }
  return blanks;
}

/** Takes transparency out of graphics states; gives the pages whose looks that changes. */
function makeOpaque({ states, parts }: Drawn): readonly number[] {
  const pages = new Set<number>();
  for (const [state, page] of states) {
    const values = ['ca', 'CA'].map((key) => state.lookup(PDFName.of(key)));
    const mask = state.lookup(PDFName.of('SMask'));
    const mode = String(state.lookup(PDFName.of('BM')) ?? '/Normal');
    if (values.some((value) => value !== undefined && Number(String(value)) < 1)) pages.add(page);
    if ((mask !== undefined && String(mask) !== '/None') || !/^\/(?:Normal|Compatible)$/.test(mode))
      pages.add(page);
    for (const key of ['ca', 'CA', 'SMask', 'BM']) state.delete(PDFName.of(key));
  }
  for (const { streams } of parts) for (const { dict } of streams) dict.delete(PDFName.of('Group'));
  return [...pages].sort((a, b) => a - b);
}

/** Says in which inks pages with transparency are mixed (ISO 15930-7; ISO 32000-1, section 11.6.6). */
function nameBlending(
  pdf: PDFDocument,
  { states, pictures }: Drawn,
  inBlackAlone: boolean,
): readonly number[] {
  const pages = new Set<number>();
  for (const [state, page] of states) {
    const isThin = ['ca', 'CA'].some((key) => Number(String(state.lookup(PDFName.of(key)) ?? 1)) < 1);
    if (isThin || state.lookup(PDFName.of('SMask')) instanceof PDFDict) pages.add(page);
  }
  for (const { stream, page } of pictures.values()) if (stream.dict.has(PDFName.of('SMask'))) pages.add(page);
  const space = PDFName.of(inBlackAlone ? 'DeviceGray' : 'DeviceCMYK');
  // A picture may be shown again on any later page, so all pages say it where one has to.
  if (pages.size > 0)
    for (const { node } of pdf.getPages()) {
      const group = pdf.context.obj({ Type: 'Group', S: 'Transparency' });
      group.set(PDFName.of('CS'), space);
      node.set(PDFName.of('Group'), group);
    }
  return [];
}

/** Gives the pages what their marks are drawn with. */
function addMarkResources(
  pdf: PDFDocument,
  inBlackAlone: boolean,
  forms: ReadonlyMap<string, ReturnType<PDFDocument['context']['register']>> = new Map(),
): void {
  const tint = pdf.context.obj({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
  const names = ['Separation', 'All', 'DeviceCMYK'].map((name) => PDFName.of(name));
  const registration = pdf.context.register(pdf.context.obj([...names, tint]));
  for (const { node } of pdf.getPages()) {
    const found = node.getInheritableAttribute(PDFName.of('Resources'));
    const resources = pdf.context.lookupMaybe(found, PDFDict) ?? pdf.context.obj({});
    node.set(PDFName.of('Resources'), resources);
    if (!inBlackAlone) dictIn(resources, 'ColorSpace').set(PDFName.of(registrationSpace), registration);
    for (const [name, reference] of forms) dictIn(resources, 'XObject').set(PDFName.of(name), reference);
  }
}

function dictIn(resources: PDFDict, key: string): PDFDict {
  const found = resources.lookupMaybe(PDFName.of(key), PDFDict) ?? resources.context.obj({});
  resources.set(PDFName.of(key), found);
  return found;
}
