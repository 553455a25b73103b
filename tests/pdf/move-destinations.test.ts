import { PDFArray, type PDFDict, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { moveDestinations } from '../../scripts/pdf/move-destinations.js';
import type { Shift } from '../../scripts/pdf/move-page.js';

const shift: Shift = [-3, -5];

/** What a destination of a page reads after the move, however the file has it. */
async function moved(
  write: (pdf: PDFDocument, destination: PDFRef | PDFArray) => void,
  written: readonly (string | number | null)[] = ['XYZ', 100, 200, null],
): Promise<string> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([300, 400]);
  const destination = pdf.context.obj([
    page.ref,
    ...written.map((part) => (typeof part === 'string' ? PDFName.of(part) : part)),
  ]);
  if (!(destination instanceof PDFArray)) throw new Error('no array');
  write(pdf, destination);
  moveDestinations(pdf, shift);
  return destination.asArray().slice(1).map(String).join(' ');
}

const put = (pdf: PDFDocument, key: string, value: object): void => {
  pdf.catalog.set(PDFName.of(key), pdf.context.obj(value as never));
};

/** An outline of one entry within another one. */
const outlineOf = (pdf: PDFDocument, entry: object): void => {
  const inner = pdf.context.register(pdf.context.obj(entry as never));
  put(pdf, 'Outlines', { First: pdf.context.obj({ First: inner }) });
};

const linkOf = (pdf: PDFDocument, entry: object): void => {
  const { node } = pdf.getPage(0);
  node.set(PDFName.of('Annots'), pdf.context.obj([{ Subtype: 'Link', ...entry } as never]));
};

describe('what links and the outline lead to moves with the pages', () => {
  it.each<[string, Parameters<typeof moved>[0]]>([
    ['by name in the catalog', (pdf, place) => put(pdf, 'Dests', { one: place })],
    ['by name, in a dictionary', (pdf, place) => put(pdf, 'Dests', { one: { D: place } })],
    [
      'in a name tree',
      (pdf, place) => put(pdf, 'Names', { Dests: { Kids: [{ Names: [PDFName.of('one'), { D: place }] }] } }),
    ],
    ['from the outline', (pdf, Dest) => outlineOf(pdf, { Dest })],
    ['from the outline by an action', (pdf, D) => outlineOf(pdf, { A: { S: 'GoTo', D } })],
    ['from a link', (pdf, Dest) => linkOf(pdf, { Dest })],
    ['from a link by an action', (pdf, D) => linkOf(pdf, { A: { S: 'GoTo', D } })],
    [
      'once, though several lead there',
      (pdf, place) => {
        const shared = pdf.context.register(place as PDFArray);
        put(pdf, 'Dests', { one: shared });
        outlineOf(pdf, { Dest: shared });
        linkOf(pdf, { Dest: shared });
      },
    ],
  ])('%s', async (_, write) => {
    expect(await moved(write)).toBe('/XYZ 97 195 null');
  });

  it.each([
    [['Fit'], '/Fit'],
    [['FitH', 200], '/FitH 195'],
    [['FitV', 100], '/FitV 97'],
    [['FitR', 1, 2, 3, 4], '/FitR -2 -3 0 -1'],
    [['XYZ', null, 200, 2], '/XYZ null 195 2'],
  ])('in each of its numbers that is a place: %s', async (written, expected) => {
    expect(await moved((pdf, place) => put(pdf, 'Dests', { one: place }), written)).toBe(expected);
  });

  it('and in another file it does not', async () => {
    expect(await moved((pdf, D) => linkOf(pdf, { A: { S: 'GoToR', D } }))).toBe('/XYZ 100 200 null');
  });

  it('and does not end in a tree that holds itself', async () => {
    const pdf = await PDFDocument.create();
    const tree = pdf.context.obj({}) as PDFDict;
    tree.set(PDFName.of('Kids'), pdf.context.obj([pdf.context.register(tree)]));
    put(pdf, 'Names', { Dests: tree });
    expect(() => moveDestinations(pdf, shift)).not.toThrow();
  });
});
