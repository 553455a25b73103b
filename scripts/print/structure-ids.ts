import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

const idKey = PDFName.of('ID');

/**
 * Chromium names the structure elements that others refer to (header cells of tables) by numbers that differ
 * from run to run. Gives them numbers in the order of the file, wherever they are mentioned, and builds the
 * tree of ids anew (ISO 32000-1 sections 14.7.2 and 7.9.6), so that the same book gives the same bytes.
 */
export function settleStructureIds(pdf: PDFDocument): void {
  const root = pdf.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const objects = pdf.context.enumerateIndirectObjects();
  const settled = new Map<string, { readonly name: string; readonly ref: PDFRef }>();
  for (const [ref, object] of objects) {
    const id =
      object instanceof PDFDict && object.has(PDFName.of('S')) ? textOf(object.get(idKey)) : undefined;
    if (id === undefined) continue;
    settled.set(id, { name: `node${String(settled.size + 1).padStart(8, '0')}`, ref });
  }
  if (!root || settled.size === 0) return;
  deleteTree(pdf, root.get(PDFName.of('IDTree')));
  root.delete(PDFName.of('IDTree'));
  for (const [, object] of pdf.context.enumerateIndirectObjects()) rename(object, settled);
  const names = pdf.context.obj([]);
  for (const { name, ref } of settled.values()) {
    names.push(PDFString.of(name));
    names.push(ref);
  }
  root.set(PDFName.of('IDTree'), pdf.context.obj({ Names: names }));
}

/** The old tree is sorted by the old ids: left in the file, it alone would make the bytes differ. */
function deleteTree(pdf: PDFDocument, node: PDFObject | undefined): void {
  const dict = pdf.context.lookupMaybe(node, PDFDict);
  const kids = dict?.lookupMaybe(PDFName.of('Kids'), PDFArray)?.asArray() ?? [];
  for (const kid of kids) deleteTree(pdf, kid);
  for (const part of [node, dict?.get(PDFName.of('Names')), dict?.get(PDFName.of('Kids'))]) {
    if (part instanceof PDFRef) pdf.context.delete(part);
  }
}

/** Renames ids inside one object; what it refers to comes in its own turn. */
function rename(object: PDFObject, settled: ReadonlyMap<string, { readonly name: string }>): void {
  if (object instanceof PDFDict) {
    for (const [key, value] of object.entries()) {
      const name = settled.get(textOf(value) ?? '')?.name;
      if (name === undefined) rename(value, settled);
      else object.set(key, PDFString.of(name));
    }
  }
  if (object instanceof PDFArray) {
    object.asArray().forEach((value, index) => {
      const name = settled.get(textOf(value) ?? '')?.name;
      if (name === undefined) rename(value, settled);
      else object.set(index, PDFString.of(name));
    });
  }
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}
