import { ParseSpeeds, PDFDocument, PDFHeader, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import type { Book, BookMeta } from '../model/book.js';
import type { NumberedPage, PaginatedBook } from '../model/pages.js';
import type { TrimSize } from '../model/theme.js';
import { cropToTrim } from './crop-to-trim.js';
import { mendUnicodeMaps } from './mend-unicode-maps.js';
import { settleOutline } from './tags/outline.js';
import { tagBook } from './tags/tag-book.js';
import { setXmp } from './tags/xmp-packet.js';

/** Deepest headings that the outline lists where the book does not say how deep its contents goes. */
const deepestOutline = 3;

/**
 * Gives a printed PDF what Chromium leaves out: metadata, dates that do not vary, page labels (ISO 32000-1
 * section 12.4.2), trim boxes (section 14.11.2), the title in the window's bar, and a structure tree of the book (PDF/UA-1). The same input gives the same bytes,
 * so the file's identifier is made from `identity` (hex, at least 32 digits), never from the time.
 */
export async function finishPdf(
  bytes: Uint8Array,
  book: Book,
  { pages, anchors }: Pick<PaginatedBook, 'pages' | 'anchors'>,
  { trim, offset }: { readonly trim: TrimSize; readonly offset: number },
  modified: Date,
  identity: string,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  describe(pdf, book.meta, modified);
  labelPages(pdf, pages);
  const headings = book.chapters.flatMap((chapter) => chapter.headings.map(({ text }) => text));
  settleOutline(pdf, headings, typeof book.contents === 'number' ? book.contents : deepestOutline);
  tagBook(pdf, book, { pages, anchors }, cropToTrim(pdf, trim, offset));
  mendUnicodeMaps(pdf);
  setXmp(pdf, book.meta, modified);
  pdf.context.header = PDFHeader.forVersion(1, 7);
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
