import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

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

/** A PDF opened for reading. `close` frees it. */
export interface OpenPdf {
  readonly pages: number;
  readPage(number: number): Promise<ReadPage>;
  /** A small picture of a page as JPEG, or nothing where this machine cannot draw. */
  drawPage(number: number, width: number): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}

/** Opens a PDF; gives `undefined` for bytes that are none. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf | undefined> {
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
