import { ParseSpeeds, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { deflated } from '../deflated.js';
import { pointsPerMm } from '../page-boxes.js';
import {
  type Imposed,
  type Imposition,
  type PageSize,
  type PlacedPage,
  placePages,
  type SheetSize,
} from './place-pages.js';

export type ImposeResult =
  | { readonly bytes: Uint8Array; readonly pages: number; readonly sheets: number }
  | { readonly needed: SheetSize };

/**
 * Puts the pages of a PDF on sheets to be folded, with marks where to cut and fold. Pages are taken at their trim and
 * bleed boxes, all at the size of the first. `identity` is hex, at least 32 digits.
 */
export async function impose(
  bytes: Uint8Array,
  imposition: Imposition,
  identity: string,
): Promise<ImposeResult> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const pages = source.getPages();
  const first = pages[0];
  if (!first) throw new Error('a PDF without pages');
  const size = sizeOf(first);
  const imposed = placePages(pages.length, size, imposition);
  if ('needed' in imposed) return imposed;
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const boxes = pages.map((page) => {
    const { x, y, width, height } = page.getBleedBox();
    return { left: x, bottom: y, right: x + width, top: y + height };
  });
  // A blank page may have no content at all, which the copying of pages does not expect.
  for (const { node } of pages)
    if (!node.Contents())
      node.set(PDFName.of('Contents'), source.context.register(deflated(source, new Uint8Array())));
  const embedded = await pdf.embedPages(pages, boxes);
  // What a page's box is away from its trim, in case a page has none of its own.
  const offsets = pages.map((page) => {
    const [trim, bleed] = [page.getTrimBox(), page.getBleedBox()];
    return [trim.x - bleed.x, trim.y - bleed.y] as const;
  });
  for (const side of imposed.sides) {
    const page = pdf.addPage([imposed.sheet[0] * pointsPerMm, imposed.sheet[1] * pointsPerMm]);
    const drawing = side.flatMap((placed) => {
      const form = embedded[placed.page];
      if (!form) return [];
      const name = page.node.newXObject(`P${placed.page + 1}-`, form.ref);
      return drawn(placed, size, offsets[placed.page] ?? [0, 0], name.asString());
    });
    const marks = imposition.kind === 'two-up' || side.length === 0 ? [] : cutMarks(side, size, imposed);
    const content = Buffer.from([...drawing, ...marks].join('\n'), 'latin1');
    page.node.set(PDFName.of('Contents'), pdf.context.register(deflated(pdf, content)));
  }
  const id = PDFHexString.of(identity.slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  const made = await pdf.save({
    useObjectStreams: true,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  const sheets = imposition.kind === 'two-up' ? imposed.sides.length : imposed.sides.length / 2;
  return { bytes: made, pages: pages.length, sheets };
}

function sizeOf(page: ReturnType<PDFDocument['getPage']>): PageSize {
  const [trim, bleed] = [page.getTrimBox(), page.getBleedBox()];
  return {
    width: trim.width / pointsPerMm,
    height: trim.height / pointsPerMm,
    bleed: Math.max(0, (bleed.width - trim.width) / 2 / pointsPerMm),
  };
}

/** One page, cut at the spine's side at its trim, and at the others at its bleed. */
function drawn(
  { left, bottom, turned, spine, scale, shift }: PlacedPage,
  { width, height, bleed }: PageSize,
  [offsetX, offsetY]: readonly [number, number],
  name: string,
): string {
  // Paper is cut and folded where it is, wherever its pages are moved for the creep.
  const start = left - shift;
  const cut = {
    left: start - (spine === 'left' ? 0 : bleed * scale),
    right: start + width * scale + (spine === 'right' ? 0 : bleed * scale),
    bottom: bottom - bleed * scale,
    top: bottom + (height + bleed) * scale,
  };
  const clip = [cut.left, cut.bottom, cut.right - cut.left, cut.top - cut.bottom].map(points).join(' ');
  const [x, y] = [left * pointsPerMm, bottom * pointsPerMm];
  const matrix = turned
    ? [
        -scale,
        0,
        0,
        -scale,
        x + (width * pointsPerMm + offsetX) * scale,
        y + (height * pointsPerMm + offsetY) * scale,
      ]
    : [scale, 0, 0, scale, x - offsetX * scale, y - offsetY * scale];
  return `q ${clip} re W n ${matrix.map(rounded).join(' ')} cm ${name} Do Q`;
}

/** Where to cut, as lines at the edges of the sheet; where to fold, dashed. */
function cutMarks(
  pages: readonly PlacedPage[],
  { width, height, bleed }: PageSize,
  { sheet }: Imposed,
): readonly string[] {
  const side = pages.map((placed) => ({ ...placed, left: placed.left - placed.shift }));
  const inner = {
    left: Math.min(...side.map(({ left }) => left)) - bleed - 1,
    right: Math.max(...side.map(({ left }) => left + width)) + bleed + 1,
    bottom: Math.min(...side.map(({ bottom }) => bottom)) - bleed - 1,
    top: Math.max(...side.map(({ bottom }) => bottom + height)) + bleed + 1,
  };
  const length = 5;
  const upright = (x: number): readonly string[] =>
    [
      [inner.bottom, Math.max(0, inner.bottom - length)],
      [inner.top, Math.min(sheet[1], inner.top + length)],
    ].map(([from = 0, to = 0]) => `${points(x)} ${points(from)} m ${points(x)} ${points(to)} l S`);
  const level = (y: number): readonly string[] =>
    [
      [inner.left, Math.max(0, inner.left - length)],
      [inner.right, Math.min(sheet[0], inner.right + length)],
    ].map(([from = 0, to = 0]) => `${points(from)} ${points(y)} m ${points(to)} ${points(y)} l S`);
  const edges = new Set(side.map(({ left, spine }) => (spine === 'right' ? left : left + width)));
  const spines = new Set(
    side.map(({ left, spine }) => Number((spine === 'right' ? left + width : left).toFixed(1))),
  );
  const levels = new Set(side.flatMap(({ bottom }) => [bottom, bottom + height]));
  return [
    'q 0 0 0 1 K 0.25 w',
    ...[...edges].flatMap(upright),
    ...[...levels].flatMap(level),
    '[2 2] 0 d',
    ...[...spines].flatMap(upright),
    'Q',
  ];
}

function points(mm: number): string {
  return rounded(mm * pointsPerMm);
}

function rounded(number: number): string {
  return String(Number(number.toFixed(4)));
}
