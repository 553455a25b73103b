import { openKeptPdf } from '../check/kept-pages.js';
import { checkLayout } from '../check/layout.js';
import { checkPdfContents } from '../check/pdf-contents.js';
import { checkPdfOrder } from '../check/pdf-order.js';
import { checkPdfStructure } from '../check/pdf-structure.js';
import { checkPdfText } from '../check/pdf-text.js';
import { checkPdfUa } from '../check/pdf-ua.js';
import { drawThumbnails } from '../check/thumbnails.js';
import type { Artifact } from '../model/artifact.js';
import type { PaginatedBook } from '../model/pages.js';
import { glyphTwins } from '../theme/font-file.js';
import type { PdfProof } from './outputs.js';
import type { Material, Workshop } from './workshop.js';

/** Holds a printed book against its manuscript and against what a printer and a reader need. */
export async function provePdf(
  { bytes, fileName }: Artifact,
  paginated: PaginatedBook,
  { design, store, onProgress }: Workshop,
  { editions, fonts }: Material,
): Promise<PdfProof> {
  onProgress({ stage: 'check', done: 0, total: 1 });
  const { book, reference } = editions.print;
  const layout = checkLayout(paginated);
  const { readPdfObjects } = await import('../print/pdf-facts.js');
  const objects = await readPdfObjects(bytes);
  const structure = checkPdfStructure(objects?.facts, fileName, design.trim);
  const parts = paginated.pages.map(({ part }) => part);
  const pdf = objects && (await openKeptPdf(bytes, objects.pageKeys(), parts, store));
  if (!pdf) return { checks: [layout, structure], thumbnails: [] };
  try {
    const printed = {
      pdf,
      pages: paginated.pages,
      trim: design.trim,
      body: design.theme.body,
      footNotes: paginated.footNotes,
      twins: glyphTwins(fonts.map((font) => font.bytes)),
    };
    const text = await checkPdfText(printed, book, reference);
    const contents = await checkPdfContents(printed, book);
    const tagged = objects.tagged();
    const order = checkPdfOrder(tagged, printed, book, reference);
    const accessible = checkPdfUa(tagged, fileName);
    const named = new Set(text.diagnostics.map((diagnostic) => String(diagnostic.values.page)));
    return {
      checks: [layout, text, order, contents, structure, accessible],
      thumbnails: await drawThumbnails(pdf, paginated.pages, named),
    };
  } finally {
    await pdf.close();
  }
}
