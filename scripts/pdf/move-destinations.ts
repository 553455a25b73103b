import { PDFArray, PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { moveNumbers, type Shift } from './move-page.js';

/** Where the coordinates stand in a destination, by its kind, 0 for those to the right (ISO 32000-1, table 151). */
const coordinates: Readonly<Record<string, readonly (0 | 1)[]>> = {
  '/XYZ': [0, 1],
  '/FitH': [1],
  '/FitV': [0],
  '/FitR': [0, 1, 0, 1],
  '/FitBH': [1],
  '/FitBV': [0],
};

/**
 * Moves the places that links and the outline lead to (sections 12.3.2 and 12.3.3), each once, in whatever of the ways
 * a browser has written them down: by name or not, in the catalog or in its name tree, with or without an action.
 */
export function moveDestinations(pdf: PDFDocument, shift: Shift): void {
  for (const destination of new Set(destinationsOf(pdf))) {
    const axes = coordinates[String(destination.get(1))] ?? [];
    moveNumbers(destination, 2, (at) => {
      const axis = axes[at - 2];
      return axis === undefined ? 0 : shift[axis];
    });
  }
}

function* destinationsOf(pdf: PDFDocument): Generator<PDFArray> {
  const { catalog } = pdf;
  const named = dictOf(catalog, 'Dests');
  for (const name of named?.keys() ?? []) yield* placeIn(named?.lookup(name));
  const names = dictOf(catalog, 'Names');
  if (names) yield* leavesOf(dictOf(names, 'Dests'), new Set());
  yield* leadsBelow(dictOf(catalog, 'Outlines'));
  for (const { node } of pdf.getPages())
    for (const annotation of itemsOf(node.lookup(PDFName.of('Annots')))) yield* leadOf(annotation);
}

/** A destination is an array, or a dictionary that has one (section 12.3.2.3); a name is in the catalog. */
function* placeIn(value: unknown): Generator<PDFArray> {
  if (value instanceof PDFArray) yield value;
  if (value instanceof PDFDict) yield* placeIn(value.lookup(PDFName.of('D')));
}

/** The values of a name tree (section 7.9.6), which alternate with their names. */
function* leavesOf(node: unknown, seen: Set<unknown>): Generator<PDFArray> {
  if (!(node instanceof PDFDict) || seen.has(node)) return;
  seen.add(node);
  for (const [at, value] of itemsOf(node.lookup(PDFName.of('Names'))).entries())
    if (at % 2 === 1) yield* placeIn(value);
  for (const kid of itemsOf(node.lookup(PDFName.of('Kids')))) yield* leavesOf(kid, seen);
}

function* leadsBelow(parent: PDFDict | undefined): Generator<PDFArray> {
  for (let item = parent && dictOf(parent, 'First'); item; item = dictOf(item, 'Next')) {
    yield* leadOf(item);
    yield* leadsBelow(item);
  }
}

/** Where a link or an entry of the outline leads to in this file. */
function* leadOf(item: unknown): Generator<PDFArray> {
  if (!(item instanceof PDFDict)) return;
  yield* placeIn(item.lookup(PDFName.of('Dest')));
  const action = dictOf(item, 'A');
  if (String(action?.get(PDFName.of('S'))) === '/GoTo') yield* placeIn(action?.lookup(PDFName.of('D')));
}

function dictOf(parent: PDFDict, key: string): PDFDict | undefined {
  return parent.lookupMaybe(PDFName.of(key), PDFDict);
}

function itemsOf(array: unknown): readonly unknown[] {
  if (!(array instanceof PDFArray)) return [];
  return Array.from({ length: array.size() }, (_, at) => array.lookup(at));
}
