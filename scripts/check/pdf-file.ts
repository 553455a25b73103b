import { createRequire } from 'node:module';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { packagedFileIdentity } from '../files/identity.js';
import { keyOf } from '../files/key-of.js';
import { type PlacedGlyph, placeGlyphs } from './pdf-glyphs.js';

/** A piece of text on a page, in pt from the top left corner of the page; `y` is the baseline. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of the type, pt. */
  readonly size: number;
}

export interface ReadPage {
  /** Size of the page, pt. */
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

/** What shows the pages of a PDF, counted from 1. `close` frees it. */
export interface PageReader {
  readonly pages: number;
  readPage(number: number): Promise<ReadPage>;
  /** A small picture of a page as JPEG, or nothing where this machine cannot draw. */
  drawPage(number: number, width: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** A PDF opened for reading. */
export interface OpenPdf extends PageReader {
  /** Every glyph of a page with its place, in the order of drawing: what the measuring of lines needs. */
  readGlyphs(number: number): Promise<readonly PlacedGlyph[]>;
  /** What the file says is printed on each page (`iv`, `12`); nothing where it does not say. */
  readLabels(): Promise<readonly string[] | undefined>;
}

/** pdf.js is large, and what was read before can be used without it. */
const loadPdfjs = () => import('pdfjs-dist/legacy/build/pdf.mjs');

/** What reads and draws pages: another version may read the same page otherwise. */
export async function readerIdentity(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  const identities = ['pdfjs-dist/legacy/build/pdf.mjs', '@napi-rs/canvas'].map(async (name) =>
    packagedFileIdentity(resolve(name)).catch(() => `no ${name}`),
  );
  return keyOf(...(await Promise.all(identities)), String(readPage), String(drawPage), process.version);
}

/** Opens a PDF; gives `undefined` for bytes that are none. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | undefined> {
  const { getDocument, VerbosityLevel } = await loadPdfjs();
  const task = getDocument({
    // pdf.js takes the buffer away from its owner, so it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
  });
  try {
    return openDocument(await task.promise);
  } catch {
    return undefined;
  }
}

function openDocument(pdf: PDFDocumentProxy): OpenPdf {
  return {
    pages: pdf.numPages,
    readPage: (number) => readPage(pdf, number),
    readGlyphs: (number) => readGlyphs(pdf, number),
    readLabels: async () => (await pdf.getPageLabels()) ?? undefined,
    drawPage: (number, width) => drawPage(pdf, number, width),
    close: () => pdf.loadingTask.destroy(),
  };
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ disableNormalization: true });
  const texts = items.flatMap((item): PlacedText[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y: height - y, size }];
  });
  page.cleanup();
  return { width, height, texts };
}

async function readGlyphs(pdf: PDFDocumentProxy, number: number): Promise<readonly PlacedGlyph[]> {
  const { OPS } = await loadPdfjs();
  const stepNames = new Map(Object.entries(OPS).map(([name, code]) => [code, name]));
  const page = await pdf.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const steps = fnArray.map((code, index) => ({
    name: stepNames.get(code) ?? '',
    args: (argsArray[index] ?? []) as readonly unknown[],
  }));
  const [left = 0, , , top = 0] = page.view;
  const glyphs = placeGlyphs(steps, (id) => fontName(page, id), { left, top });
  page.cleanup();
  return glyphs;
}

/** Fonts of the whole file have ids that begin with `g_`; those of a page alone (Type 3) have not. */
function fontName(page: PDFPageProxy, id: string): string {
  const objects = id.startsWith('g_') ? page.commonObjs : page.objs;
  const font: unknown = objects.has(id) ? objects.get(id) : undefined;
  const name = typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : id;
  return name.replace(/^[A-Z]{6}\+/, '');
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
): Promise<Uint8Array | undefined> {
  const canvasModule = await import('@napi-rs/canvas').catch(() => undefined);
  if (!canvasModule) return undefined;
  const page = await pdf.getPage(number);
  const scale = width / page.getViewport({ scale: 1 }).width;
  const viewport = page.getViewport({ scale });
  const canvas = canvasModule.createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  // The types speak of a browser's canvas; this one draws the same.
  const target: unknown = canvas;
  await page.render({ canvas: target as HTMLCanvasElement, viewport }).promise;
  page.cleanup();
  return canvas.toBuffer('image/jpeg', 72);
}
