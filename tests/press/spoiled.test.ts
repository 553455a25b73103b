import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { check } from '../../scripts/pipeline/check.js';
import { makeBook } from '../pipeline/make-book.js';
import { colouredBook, pressOf, textBook } from './press-book.js';

const mm = 72 / 25.4;

/** A PDF that calls itself PDF/X, with what `draw` puts on its only page of 100 × 150 mm and 3 mm of bleed. */
async function pressPage(
  draw: (page: ReturnType<PDFDocument['addPage']>, pdf: PDFDocument) => void | Promise<void>,
) {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([106 * mm, 156 * mm]);
  page.setBleedBox(0, 0, 106 * mm, 156 * mm);
  page.setTrimBox(3 * mm, 3 * mm, 100 * mm, 150 * mm);
  await draw(page, pdf);
  pdf.setTitle('x');
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info);
  if (info && 'set' in info && typeof info.set === 'function')
    info.set(PDFName.of('GTS_PDFXVersion'), PDFString.of('PDF/X-4'));
  const path = join(await mkdtemp(join(tmpdir(), 'banxin-x-')), 'x.press.pdf');
  await writeFile(path, await pdf.save({ useObjectStreams: false }));
  const { value = [] } = await check({ subject: path });
  return value.flatMap(({ diagnostics }) => diagnostics);
}

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code);

describe('the check of a press file finds', () => {
  it('a hairline, and not a line of a quarter of a point', async () => {
    const found = await pressPage((page) => {
      page.drawLine({
        start: { x: 50, y: 100 },
        end: { x: 150, y: 100 },
        thickness: 0.2,
        color: rgb(0, 0, 0),
      });
    });
    expect(found.find(({ code }) => code === 'press-hairline')?.values.width).toBe('0.20');
    const sound = await pressPage((page) => {
      page.drawLine({
        start: { x: 50, y: 100 },
        end: { x: 150, y: 100 },
        thickness: 0.25,
        color: rgb(0, 0, 0),
      });
    });
    expect(codes(sound)).not.toContain('press-hairline');
  });

  it('RGB that was left', async () => {
    const found = await pressPage((page) => {
      page.drawRectangle({ x: 50, y: 50, width: 50, height: 50, color: rgb(1, 0, 0) });
    });
    expect(codes(found)).toContain('press-rgb');
  });

  it('text near the trim, and a font that is not embedded', async () => {
    const found = await pressPage(async (page, pdf) => {
      const font = await pdf.embedFont(StandardFonts.Helvetica);
      page.drawText('near', { x: 5 * mm, y: 60 * mm, size: 10, font });
    });
    expect(found.find(({ code }) => code === 'press-margin')?.values.distance).toBe('2.0');
    expect(codes(found)).toContain('press-font');
  });

  it('ground that ends at the trim, and not one that goes on', async () => {
    const ground = (by: number) =>
      pressPage((page) => {
        page.drawRectangle({
          x: (3 - by) * mm,
          y: (3 - by) * mm,
          width: (100 + 2 * by) * mm,
          height: (150 + 2 * by) * mm,
        });
      });
    expect(codes(await ground(0))).toContain('press-bleed');
    expect(codes(await ground(3))).not.toContain('press-bleed');
  });

  it('what PDF/X asks for and the file lacks', async () => {
    const found = await pressPage(() => undefined);
    expect(String(found.find(({ code }) => code === 'press-lacks')?.values.what)).toContain(
      'intent, trapped',
    );
  });
});

describe('a book that cannot be printed as it is meant says so', () => {
  it('of a profile that is missing, lies outside, or is none', async () => {
    for (const [path, code] of [
      ['none.icc', 'press-profile-missing'],
      ['../none.icc', 'press-profile-outside'],
      ['chapters/1.md', 'press-profile-unfit'],
    ]) {
      const { outcome } = await pressOf(await textBook(`{ profile: ${path} }`));
      expect(outcome.value).toBeUndefined();
      expect(outcome.diagnostics.map((found) => [found.code, found.place?.line])).toEqual([[code, 6]]);
    }
  });

  it('of a condition that nobody knows, with the nearest one, and of an ink that cannot be read', async () => {
    const { outcome } = await pressOf(await textBook('{ condition: FOGRA93, colours: { "#fff": 1 2 3 } }'));
    expect(codes(outcome.diagnostics)).toEqual(['press-condition-unknown', 'press-ink-unreadable']);
    expect(outcome.diagnostics[0]?.values.nearest).toBe('FOGRA39');
  });

  it('of a colour without an ink, with its page and the file it comes from', async () => {
    const { outcome } = await pressOf(await colouredBook('{}'));
    const found = outcome.diagnostics.filter(({ code }) => code === 'press-colour-unmapped');
    expect(found.map(({ values }) => values.colour)).toEqual(['#8c2f26']);
    expect(found[0]?.values.page).toBe('1');
    expect(found[0]?.place?.line).toBe(1);
  });

  it('of pages that do not fill a signature, where no blanks are wanted', async () => {
    const { outcome } = await pressOf(await textBook('{ signature: 16, fill: none }'));
    expect(codes(outcome.diagnostics)).toEqual(['press-signature']);
  });

  it('and of those of a theme that fills none, unless the book does', async () => {
    const faces = ['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'kai-400'];
    const theme = { openOn: 'next', lastLeaves: 'none', body: { size: 10.5, line: 18 }, faces };
    const bookWith = async (press: string): Promise<string> =>
      makeBook({
        'book.yaml': `id: a\ntitle: 书\nlanguage: zh-Hans\ntheme: own\npress: ${press}\n`,
        'chapters/1.md': '# 章\n\n文。\n',
        'styles/themes/own/theme.json': JSON.stringify(theme),
      });
    const bare = await pressOf(await bookWith('{ signature: 16 }'));
    expect(codes(bare.outcome.diagnostics)).toEqual(['press-signature']);
    const filled = await pressOf(await bookWith('{ signature: 16, fill: blank }'));
    expect(codes(filled.outcome.diagnostics)).toEqual(['press-blanks']);
  });

  it('and a wrong word under `press` at its place', async () => {
    const book = await makeBook({
      'book.yaml': 'id: a\ntitle: 书\nlanguage: zh\npress:\n  standard: x-9\n  bleed: wide\n',
      'chapters/1.md': '# 章\n\n文。\n',
    });
    const { outcome } = await pressOf(book);
    expect(outcome.diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['value-unknown', 5],
      ['value-type', 6],
    ]);
  });
});
