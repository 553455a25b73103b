import { PDFArray, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { settleStructureIds } from '../../scripts/print/structure-ids.js';

/** A PDF with header cells named as Chromium would name them, and a data cell that refers to them. */
async function tagged(ids: readonly string[]): Promise<PDFDocument> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const { context } = pdf;
  const cells = ids.map((id) => context.register(context.obj({ S: 'TH', ID: PDFString.of(id) })));
  const headers = ids.map((id) => PDFString.of(id));
  context.register(context.obj({ S: 'TD', A: { O: 'Table', Headers: headers } }));
  const sorted = ids.map((id, index) => ({ id, cell: cells[index] })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const names = context.obj([]);
  for (const { id, cell } of sorted) {
    names.push(PDFString.of(id));
    if (cell) names.push(cell);
  }
  const leaf = context.register(context.obj({ Names: names }));
  const tree = context.register(context.obj({ Kids: [leaf] }));
  pdf.catalog.set(
    PDFName.of('StructTreeRoot'),
    context.register(context.obj({ Type: 'StructTreeRoot', IDTree: tree })),
  );
  settleStructureIds(pdf);
  return pdf;
}

describe('ids of structure elements', () => {
  it('are the same whatever numbers the browser drew, and in whatever order', async () => {
    const [one, other] = [
      await tagged(['node00000009', 'node00000010']),
      await tagged(['node00000500', 'node00000177']),
    ];
    expect(Buffer.compare(await one.save(), await other.save())).toBe(0);
  });

  it('still lead from a cell to its headers', async () => {
    const pdf = await tagged(['node00000500', 'node00000177']);
    const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
    const names = root.lookup(PDFName.of('IDTree'), PDFDict).lookup(PDFName.of('Names'), PDFArray);
    expect(names.asArray().map(String)).toEqual(['(node00000001)', '3 0 R', '(node00000002)', '4 0 R']);
    const all = pdf.context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(all).toMatch(/Headers \[ \(node00000001\) \(node00000002\) \]/);
    expect(all).not.toMatch(/node00000(?:500|177)/);
  });
});
