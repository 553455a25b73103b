import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName, PDFRawStream, StandardFonts } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { imposeFile } from '../../scripts/pipeline/impose.js';
import type { Imposition } from '../../scripts/press/impose/place-pages.js';
import { banxin } from '../commands/run-banxin.js';

const mm = 72 / 25.4;

/** A press PDF of 100 × 150 mm and 3 mm of bleed, on each page its number at the lower left corner of the trim. */
async function numbered(pages: number): Promise<string> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([106 * mm, 156 * mm]);
    page.setBleedBox(0, 0, 106 * mm, 156 * mm);
    page.setTrimBox(3 * mm, 3 * mm, 100 * mm, 150 * mm);
    page.drawText(String(number), { x: 3 * mm, y: 3 * mm, size: 12, font });
  }
  const path = join(await mkdtemp(join(tmpdir(), 'banxin-impose-')), 'book.press.pdf');
  await writeFile(path, await pdf.save());
  return path;
}

interface Found {
  readonly page: number;
  /** Of the lower left corner of its trim, mm from that of the sheet. */
  readonly x: number;
  readonly y: number;
  readonly turned: boolean;
}

/** Where the numbers stand on each side, read back by another reader of PDFs, from left to right and from the top. */
async function sidesOf(pages: number, imposition: Imposition): Promise<readonly (readonly Found[])[]> {
  const { value, diagnostics } = await imposeFile({ pdf: await numbered(pages), imposition });
  expect(diagnostics).toEqual([]);
  const data = new Uint8Array(await readFile(value?.file ?? ''));
  const pdf = await getDocument({ data, verbosity: 0 }).promise;
  const sides: Found[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const found = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 0, , , , x = 0, y = 0] = item.transform.map(Number);
      return [{ page: Number(item.str), x: x / mm, y: y / mm, turned: a < 0 }];
    });
    sides.push(found.sort((one, other) => Math.round(other.y - one.y) || one.x - other.x));
  }
  await pdf.destroy();
  return sides;
}

const numbersOf = (sides: readonly (readonly Found[])[]) => sides.map((side) => side.map(({ page }) => page));

/** Folding by hand: the back of a page is the one at the same place of the sheet turned over, left to right. */
function backs(sides: readonly (readonly Found[])[], width: number): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0; i < sides.length; i += 2)
    for (const front of sides[i] ?? []) {
      const centre = (found: Found): number => found.x + (found.turned ? -50 : 50);
      const back = sides[i + 1]?.find(
        (found) => Math.abs(centre(found) - (width - centre(front))) < 1 && Math.abs(found.y - front.y) < 1,
      );
      expect(back?.turned).toBe(front.turned);
      pairs.push([front.page, back?.page ?? 0]);
    }
  return pairs;
}

describe('imposition', () => {
  it('lays a booklet out so that its sheets, in each other, give the pages in order', async () => {
    const sides = await sidesOf(12, { kind: 'booklet', creep: 0 });
    expect(numbersOf(sides)).toEqual([
      [12, 1],
      [2, 11],
      [10, 3],
      [4, 9],
      [8, 5],
      [6, 7],
    ]);
  });

  it('leaves places empty where a booklet has no page for them', async () => {
    expect(numbersOf(await sidesOf(6, { kind: 'booklet', creep: 0 }))).toEqual([[1], [2], [6, 3], [4, 5]]);
  });

  it('moves the inner pages of a booklet to the spine by the thickness of the leaves around them', async () => {
    const [flat, crept] = await Promise.all([0, 0.1].map((creep) => sidesOf(16, { kind: 'booklet', creep })));
    const moved = (page: number): number => {
      const of = (sides: readonly (readonly Found[])[] = []) =>
        sides.flat().find((found) => found.page === page)?.x ?? 0;
      return of(crept) - of(flat);
    };
    expect([1, 2, 3, 4, 7, 8, 9, 16].map((page) => Number(moved(page).toFixed(2)) + 0)).toEqual([
      0, 0, -0.1, 0.1, -0.3, 0.3, -0.3, 0,
    ]);
  });

  it.each([
    8, 16, 32,
  ])('folds signatures of %i pages: each leaf has its two pages back to back', async (signature) => {
    const sides = await sidesOf(2 * signature, { kind: signature, creep: 0 });
    expect(sides).toHaveLength(4);
    const columns = signature === 8 ? 2 : 4;
    const leaves = backs(sides, columns * 103 + 16);
    expect(leaves).toHaveLength(signature);
    const leafOf = (page: number): number => Math.floor((page - 1) / 2);
    for (const [front, back] of leaves) expect(leafOf(front), `${front} ${back}`).toBe(leafOf(back));
    // Pages that meet at a spine: the first with the last, and so on inwards.
    for (const side of sides.slice(0, 2))
      for (let i = 0; i < side.length; i += 2)
        expect((side[i]?.page ?? 0) + (side[i + 1]?.page ?? 0)).toBe(signature + 1);
    expect(leaves.flat().sort((a, b) => a - b)).toEqual(
      Array.from({ length: 2 * signature }, (_, i) => i + 1),
    );
  });

  it('has the sheet of eight pages that every printer knows', async () => {
    const [outer = [], inner = []] = await sidesOf(8, { kind: 8, creep: 0 });
    expect(outer.map(({ page, turned }) => [page, turned])).toEqual([
      [5, true],
      [4, true],
      [8, false],
      [1, false],
    ]);
    expect(inner.map(({ page }) => page)).toEqual([3, 6, 2, 7]);
  });

  it('puts spreads on A4 for proof-reading, the first page on the right', async () => {
    const sides = await sidesOf(5, { kind: 'two-up', creep: 0 });
    expect(numbersOf(sides)).toEqual([[1], [2, 3], [4, 5]]);
    expect(sides[0]?.[0]?.x).toBeCloseTo(148.5, 1);
  });

  it('takes a blank page that has no content at all', async () => {
    const path = await numbered(3);
    const pdf = await PDFDocument.load(await readFile(path));
    pdf.addPage([106 * mm, 156 * mm]).node.delete(PDFName.of('Contents'));
    await writeFile(path, await pdf.save());
    const { value } = await imposeFile({ pdf: path, imposition: { kind: 'booklet', creep: 0 } });
    expect(value).toMatchObject({ pages: 4, sheets: 1 });
  });

  it('puts the block in the middle of the sheet that is named, and refuses one that is too small', async () => {
    const [outer = []] = await sidesOf(16, { kind: 16, creep: 0, sheet: [640, 450] });
    expect(outer.find(({ page }) => page === 16)?.x).toBeCloseTo((640 - 412) / 2 + 3, 1);
    const refused = await imposeFile({
      pdf: await numbered(4),
      imposition: { kind: 16, creep: 0, sheet: [300, 300] },
    });
    expect(refused.diagnostics.map(({ code }) => code)).toEqual(['impose-nothing-fits']);
  });

  it('keeps each page once as a form, however many sheets there are, and gives the same bytes twice', async () => {
    const pdf = await numbered(8);
    const files = await Promise.all(
      ['one', 'two'].map((name) =>
        imposeFile({ pdf, imposition: { kind: 'booklet', creep: 0 }, out: `${pdf}.${name}` }),
      ),
    );
    const [one, two] = await Promise.all(files.map(({ value }) => readFile(value?.file ?? '')));
    expect(one && two && Buffer.compare(one, two)).toBe(0);
    const made = await PDFDocument.load(one ?? '', { updateMetadata: false });
    const forms = made.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter((object) => object instanceof PDFRawStream)
      .filter(({ dict }) => dict instanceof PDFDict && String(dict.get(PDFName.of('Subtype'))) === '/Form');
    expect(forms).toHaveLength(8);
  });

  it('runs from the command line, and says what an option may be', async () => {
    const pdf = await numbered(4);
    const { code, stdout } = await banxin(['impose', pdf, '--signature', '4', '--json']);
    expect({ code, ...JSON.parse(stdout) }).toMatchObject({ code: 0, pages: 4, sheets: 1 });
    const wrong = await banxin(['impose', pdf, '--signature', '12']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('4, 8, 16, 32');
  });
});
