import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib';
import { openPdf } from '../../scripts/check/pdf-file.js';
import { readLines } from '../../scripts/check/typeset/read-lines.js';

/** The lines of every page of a PDF from top to bottom: what stands in them, where, how large and in which faces. */
export async function printedLines(bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  const pdf = await openPdf(bytes);
  if (!pdf) throw new Error('this is no PDF');
  const pages: string[][] = [];
  for (let sheet = 1; sheet <= pdf.pages; sheet++) {
    const lines = readLines(sheet, await pdf.readGlyphs(sheet));
    pages.push(
      lines.map(({ text, left, right, y, size, chineseFont, latinFont }) => {
        const numbers = [left, right, y, size].map((length) => length.toFixed(1));
        return [text, ...numbers, chineseFont ?? '', latinFont ?? ''].join(' | ');
      }),
    );
  }
  await pdf.close();
  return pages;
}

/** Every link of a PDF: from where it leads, and to which page and which height of it (pt). */
export async function printedLinks(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = pdf.getPages();
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  return pages.flatMap(({ node }, index) =>
    (node.Annots()?.asArray() ?? []).flatMap((entry): string[] => {
      const link = pdf.context.lookup(entry, PDFDict);
      const from = `page ${index + 1} [${numbersOf(link.lookup(PDFName.of('Rect'), PDFArray))}]`;
      const target = link.lookup(PDFName.of('Dest'));
      if (!target) return [];
      const place = target instanceof PDFName ? places?.lookup(target) : target;
      if (!(place instanceof PDFArray)) return [`${from} → nowhere (${String(target)})`];
      const page = pages.findIndex(({ ref }) => ref === (place.get(0) as PDFRef));
      return [`${from} → page ${page + 1} [${numbersOf(place)}]`];
    }),
  );
}

function numbersOf(array: PDFArray): string {
  return array
    .asArray()
    .flatMap((item) => (item instanceof PDFNumber ? [item.asNumber().toFixed(0)] : []))
    .join(' ');
}
