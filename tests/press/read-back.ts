import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { createCanvas } from '@napi-rs/canvas';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Operation, readOperations } from '../../scripts/pdf/content-stream.js';

/** A press file taken apart with pdf-lib alone. */
export async function opened(bytes: Uint8Array) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const dicts = pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? object.dict : object))
    .filter((object) => object instanceof PDFDict);
  const streams = pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFRawStream);
  const images = streams.filter(({ dict }) => String(dict.get(PDFName.of('Subtype'))) === '/Image');
  return { pdf, dicts, streams, images, operations: (page: number) => operationsOf(pdf, page) };
}

function operationsOf(pdf: PDFDocument, page: number): readonly Operation[] {
  const contents = pdf.getPage(page).node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((item) => pdf.context.lookup(item)) : [contents];
  return streams
    .filter((stream) => stream instanceof PDFRawStream)
    .flatMap((stream) => readOperations(decodePDFRawStream(stream).decode()));
}

/** Operations that set a colour, as they are written. */
export function coloursOf(operations: readonly Operation[]): ReadonlySet<string> {
  const setters = /^(?:g|G|rg|RG|k|K|cs|CS|sc|SC|scn|SCN)$/;
  return new Set(
    operations
      .filter(({ operator }) => setters.test(operator))
      .map(({ operands, operator }) => [...operands, operator].join(' ')),
  );
}

/** A page as it looks, 72 pixels an inch, cut to a rectangle measured from its top left corner: red, green and blue. */
export async function look(
  bytes: Uint8Array,
  number: number,
  cut: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
): Promise<Uint8ClampedArray> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1, offsetX: -cut.left, offsetY: -cut.top });
  const canvas = createCanvas(cut.width, cut.height);
  const target: unknown = canvas;
  await page.render({ canvas: target as HTMLCanvasElement, viewport }).promise;
  const { data } = canvas.getContext('2d').getImageData(0, 0, cut.width, cut.height);
  await pdf.destroy();
  return data;
}
