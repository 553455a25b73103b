import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';

/** How far something is moved to the right and upwards, pt. */
export type Shift = readonly [number, number];

/** Moves the rectangles of a page's annotations, which are not part of its content (ISO 32000-1, section 12.5.2). */
export function moveAnnotations(page: PDFDict, shift: Shift): void {
  const annotations = page.lookupMaybe(PDFName.of('Annots'), PDFArray);
  for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
    const annotation = annotations?.lookup(index);
    if (!(annotation instanceof PDFDict)) continue;
    for (const key of ['Rect', 'QuadPoints'])
      moveNumbers(annotation.lookup(PDFName.of(key)), 0, (at) => shift[at % 2 === 0 ? 0 : 1]);
  }
}

/**
 * Moves the patterns among resources, unless they are `moved`: a pattern lies on its page wherever what it fills is moved to,
 * so that it has to be moved itself (section 8.7.3.1).
 */
export function movePatterns(resources: PDFDict | undefined, [x, y]: Shift, moved: Set<PDFDict>): void {
  const patterns = resources?.lookupMaybe(PDFName.of('Pattern'), PDFDict);
  for (const name of patterns?.keys() ?? []) {
    const value = patterns?.lookup(name);
    const dict = value instanceof PDFRawStream ? value.dict : value;
    if (!(dict instanceof PDFDict) || moved.has(dict)) continue;
    moved.add(dict);
    const matrix = dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)?.asArray();
    const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = (matrix ?? []).map((part) => Number(String(part)));
    dict.set(PDFName.of('Matrix'), dict.context.obj([a, b, c, d, e + x, f + y]));
  }
}

/** Adds to the numbers of an array, from one on, what each is moved by. */
export function moveNumbers(numbers: unknown, from: number, by: (at: number) => number): void {
  if (!(numbers instanceof PDFArray)) return;
  for (let at = from; at < numbers.size(); at += 1) {
    const number = numbers.lookup(at);
    const shift = by(at);
    if (number instanceof PDFNumber && shift !== 0)
      numbers.set(at, PDFNumber.of(Number((number.asNumber() + shift).toFixed(4))));
  }
}
