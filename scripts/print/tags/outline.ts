import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib';

const key = {
  outlines: PDFName.of('Outlines'),
  title: PDFName.of('Title'),
  first: PDFName.of('First'),
  last: PDFName.of('Last'),
  next: PDFName.of('Next'),
  count: PDFName.of('Count'),
  element: PDFName.of('SE'),
};

/**
 * Settles the outline that the browser made (ISO 32000-1, section 12.3.3): headings' own words, for Chromium drops the
 * space where a heading's line ends; no deeper than `depth`; no ways to elements of the browser's tree, which is gone.
 */
export function settleOutline(pdf: PDFDocument, headings: readonly string[], depth: number): void {
  const words = new Map(headings.map((heading) => [heading.replace(/\s/gu, ''), heading]));
  const outlines = pdf.catalog.lookupMaybe(key.outlines, PDFDict);
  if (outlines) settleItems(outlines, words, depth);
}

/** Settles what is under an item, and gives how many items are seen there. */
function settleItems(parent: PDFDict, words: ReadonlyMap<string, string>, depth: number): number {
  if (depth === 0) {
    for (const name of [key.first, key.last, key.count]) parent.delete(name);
    return 0;
  }
  let seen = 0;
  for (let item = parent.lookupMaybe(key.first, PDFDict); item; item = item.lookupMaybe(key.next, PDFDict)) {
    const title = item.lookupMaybe(key.title, PDFString, PDFHexString)?.decodeText() ?? '';
    const whole = words.get(title.replace(/\s/gu, ''));
    if (whole !== undefined && whole !== title) item.set(key.title, PDFHexString.fromText(whole));
    item.delete(key.element);
    seen += 1 + settleItems(item, words, depth - 1);
  }
  if (seen > 0) parent.set(key.count, PDFNumber.of(seen));
  return seen;
}
