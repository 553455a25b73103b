import {
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
} from '@cantoo/pdf-lib';
import type { BookMeta } from '../model/book.js';
import type { NumberedPage } from '../model/pages.js';
import type { TrimSize } from '../model/theme.js';
import { settleStructureIds } from './structure-ids.js';

const pointsPerMm = 72 / 25.4;

/**
 * Gives a printed PDF what Chromium leaves out: metadata, dates that do not vary, page labels (ISO 32000-1
 * section 12.4.2), trim boxes (section 14.11.2), the title in the window's bar. The same input gives the same bytes,
 * so the file's identifier is made from `identity` (hex, at least 32 digits), never from the time.
 */
export async function finishPdf(
  bytes: Uint8Array,
  meta: BookMeta,
  headings: readonly string[],
  pages: readonly NumberedPage[],
  trim: TrimSize,
  modified: Date,
  identity: string,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  describe(pdf, meta, modified);
  labelPages(pdf, pages);
  restoreOutlineTitles(pdf, headings);
  settleStructureIds(pdf);
  for (const page of pdf.getPages()) {
    const height = trim.height * pointsPerMm;
    // Chromium rounds page sizes up or down; the trim box is exact, measured from the top left corner.
    page.setTrimBox(0, page.getHeight() - height, trim.width * pointsPerMm, height);
  }
  const id = PDFHexString.of(identity.slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
  return pdf.save({ useObjectStreams: true, updateFieldAppearances: false, objectsPerTick: Infinity });
}

function describe(pdf: PDFDocument, meta: BookMeta, modified: Date): void {
  pdf.setTitle(meta.title, { showInWindowTitleBar: true });
  if (meta.authors.length > 0) pdf.setAuthor(meta.authors.map((author) => author.name).join('; '));
  if (meta.description) pdf.setSubject(meta.description);
  pdf.setLanguage(meta.language);
  pdf.setProducer('Banxin');
  pdf.setCreator('Banxin');
  pdf.setCreationDate(modified);
  pdf.setModificationDate(modified);
}

/** Chromium drops the space where a heading's line ends; the outline gets the headings' own words back. */
function restoreOutlineTitles(pdf: PDFDocument, headings: readonly string[]): void {
  const words = new Map(headings.map((heading) => [heading.replace(/\s/gu, ''), heading]));
  const visitItems = (parent: PDFDict | undefined): void => {
    for (let item = parent?.lookupMaybe(PDFName.of('First'), PDFDict); item; ) {
      const title = item.lookupMaybe(PDFName.of('Title'), PDFString, PDFHexString)?.decodeText() ?? '';
      const whole = words.get(title.replace(/\s/gu, ''));
      if (whole !== undefined && whole !== title) item.set(PDFName.of('Title'), PDFHexString.fromText(whole));
      visitItems(item);
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
  };
  visitItems(pdf.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict));
}

/** One label range for each run of the same numbering. */
function labelPages(pdf: PDFDocument, pages: readonly NumberedPage[]): void {
  const ranges = pdf.context.obj([]);
  let style = '';
  for (const [index, page] of pages.entries()) {
    const own = /^\d+$/.test(page.label) ? 'D' : 'r';
    if (own === style) continue;
    style = own;
    ranges.push(PDFNumber.of(index));
    ranges.push(pdf.context.obj({ S: PDFName.of(own), St: PDFNumber.of(1) }));
  }
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: ranges }));
}
