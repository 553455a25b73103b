import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, type PDFRef } from '@cantoo/pdf-lib';
import { openPdf } from '../../scripts/check/pdf-file.js';
import { readLines } from '../../scripts/check/typeset/read-lines.js';
import type { TextLine } from '../../scripts/check/typeset/text-line.js';

/** The lines of every page of a PDF from top to bottom. */
export async function printedLines(bytes: Uint8Array): Promise<readonly (readonly TextLine[])[]> {
  const pdf = await openPdf(bytes);
  if (!pdf) throw new Error('this is no PDF');
  const pages: (readonly TextLine[])[] = [];
  for (let sheet = 1; sheet <= pdf.pages; sheet++) pages.push(readLines(sheet, await pdf.readGlyphs(sheet)));
  await pdf.close();
  return pages;
}

/** What the PDF says is printed on each page (`iv`, `12`). */
export async function printedLabels(bytes: Uint8Array): Promise<readonly string[] | undefined> {
  const pdf = await openPdf(bytes);
  const labels = await pdf?.readLabels();
  await pdf?.close();
  return labels;
}

/** Every link of a PDF: from where it leads, and to which page and which place of it (pt from its top left corner). */
export async function printedLinks(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const pages = pdf.getPages();
  const places = pdf.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const heightOf = (page: number): number => pages[page]?.getHeight() ?? 0;
  return pages.flatMap(({ node }, index) =>
    (node.Annots()?.asArray() ?? []).flatMap((entry): string[] => {
      const link = pdf.context.lookup(entry, PDFDict);
      const from = `page ${index + 1} [${numbersOf(link.lookup(PDFName.of('Rect'), PDFArray), heightOf(index))}]`;
      const target = link.lookup(PDFName.of('Dest'));
      if (!target) return [];
      const place = target instanceof PDFName ? places?.lookup(target) : target;
      if (!(place instanceof PDFArray)) return [`${from} → nowhere (${String(target)})`];
      const page = pages.findIndex(({ ref }) => ref === (place.get(0) as PDFRef));
      return [`${from} → page ${page + 1} [${numbersOf(place, heightOf(page))}]`];
    }),
  );
}

/** Every other number is a height; files differ in how a browser rounded the pages', so that it is taken from the top,
 * and rounded where no multiple of a quarter lies. */
function numbersOf(array: PDFArray, height: number): string {
  return array
    .asArray()
    .flatMap((item) => (item instanceof PDFNumber ? [item.asNumber()] : []))
    .map((number, at) => Math.floor((at % 2 === 1 ? height - number : number) + 0.6))
    .join(' ');
}
