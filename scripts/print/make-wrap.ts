import { ParseSpeeds, PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { sha256 } from '../files/read.js';
import type { Artifact } from '../model/artifact.js';
import type { Asset, Book } from '../model/book.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { SubsetFont } from '../model/theme.js';
import type { WrapGeometry } from '../model/wrap.js';
import type { BrowserSession } from './browser-session.js';
import { fontCss } from './font-css.js';
import { assetFiles } from './paginate.js';
import { printPages } from './print-pages.js';

const pointsPerMm = 72 / 25.4;

/** What goes into the printed cover. */
export interface WrapInput {
  readonly book: Book;
  readonly html: string;
  readonly geometry: WrapGeometry;
  readonly fonts: readonly SubsetFont[];
  readonly assets: ReadonlyMap<Asset, Uint8Array>;
  readonly modified: Date;
}

/** Prints the cover as one page with its bleed; the boxes are exact, measured from the top left corner. */
export async function makeWrap(session: BrowserSession, input: WrapInput): Promise<Outcome<Artifact>> {
  const { book, html, geometry, fonts, assets, modified } = input;
  const { css, files } = fontCss(fonts);
  const { language, id, title } = book.meta;
  const document = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><style>${css}</style></head><body>${html}</body></html>`;
  const printed = await printPages(session, document, new Map([...files, ...assetFiles(assets)]));
  if (!printed.value) return failure(printed.diagnostics);
  const pdf = await PDFDocument.load(printed.value, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
  });
  setBoxes(pdf, geometry);
  pdf.setTitle(title, { showInWindowTitleBar: true });
  pdf.setLanguage(language);
  pdf.setProducer('Banxin');
  pdf.setCreator('Banxin');
  pdf.setCreationDate(modified);
  pdf.setModificationDate(modified);
  const identity = PDFHexString.of(sha256(`${session.version}\n${document}`).slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([identity, identity]);
  pdf.catalog.delete(PDFName.of('Outlines'));
  const bytes = await pdf.save({
    useObjectStreams: true,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  return success({ kind: 'pdf', fileName: `${id}.wrap.pdf`, bytes }, printed.diagnostics);
}

/** ISO 32000-1, section 14.11.2: the sheet is the bleed box; the trim box is what is left when it is cut. */
function setBoxes(pdf: PDFDocument, { width, height, bleed }: WrapGeometry): void {
  for (const page of pdf.getPages()) {
    const top = page.getHeight();
    const [w, h, b] = [width, height, bleed].map((length) => length * pointsPerMm);
    const bottom = top - (h ?? 0);
    page.setMediaBox(0, bottom, w ?? 0, h ?? 0);
    page.setBleedBox(0, bottom, w ?? 0, h ?? 0);
    page.setTrimBox(b ?? 0, bottom + (b ?? 0), (w ?? 0) - 2 * (b ?? 0), (h ?? 0) - 2 * (b ?? 0));
  }
}
