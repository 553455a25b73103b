import { basename } from 'node:path';
import { decodePDFRawStream, PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { usualLimits } from '../../scripts/press/find-marks.js';
import { readPress } from '../../scripts/press/read-press.js';
import { colouredBook, gradientBook, inkProfile, pressOf, textBook } from './press-book.js';
import { coloursOf, look, opened } from './read-back.js';

const mm = 72 / 25.4;
type Made = Awaited<ReturnType<typeof pressOf>>;

describe('a press file of black text', () => {
  let made: Made;
  let file: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    made = await pressOf(await textBook('{ signature: 16 }'));
    file = await opened(made.press);
  });

  it('passes its check and has nothing to say but of the pages that fill the signature', () => {
    expect(made.check?.status).toBe('passed');
    expect(made.check?.diagnostics).toEqual([]);
    expect(made.outcome.diagnostics.map(({ code }) => code)).toEqual(['press-blanks']);
    expect(file.pdf.getPageCount() % 16).toBe(0);
  });

  it('has trim, bleed and media box to a hundredth of a millimetre, though the browser rounds its pages', () => {
    for (const page of file.pdf.getPages()) {
      const { x, y, width, height } = page.getTrimBox();
      const [media, bleed] = [page.getMediaBox(), page.getBleedBox()];
      const found = [x, y, width, height, media.width, media.height, bleed.x, bleed.width, bleed.height];
      const wanted = [3, 3, 140, 203, 146, 209, 0, 146, 209];
      for (const [index, value] of found.entries())
        expect(Math.abs(value / mm - (wanted[index] ?? 0)), `${index}`).toBeLessThan(0.01);
    }
  });

  it('is made from a screen PDF whose pages are the trim to a hundredth of a millimetre', async () => {
    for (const page of (await opened(made.screen)).pdf.getPages())
      for (const { x, y, width, height } of [page.getMediaBox(), page.getTrimBox()]) {
        expect([x, y]).toEqual([0, 0]);
        expect(Math.abs(width / mm - 140)).toBeLessThan(0.01);
        expect(Math.abs(height / mm - 203)).toBeLessThan(0.01);
      }
  });

  it('is printed in black alone: no other ink, no grey of screens, no RGB on any page', () => {
    const colours = new Set(file.pdf.getPages().flatMap((_, page) => [...coloursOf(file.operations(page))]));
    expect(colours.size).toBeGreaterThan(1);
    expect([...colours].filter((colour) => !/^0 0 0 (?:0|1|0?\.\d+) [kK]$/.test(colour))).toEqual([]);
    expect(colours).toContain('0 0 0 1 k');
  });

  it('has nothing that is for screens: no tags, links, bookmarks, marks of content', () => {
    const { catalog } = file.pdf;
    for (const key of ['StructTreeRoot', 'MarkInfo', 'Outlines', 'Dests', 'AcroForm'])
      expect(catalog.has(PDFName.of(key)), key).toBe(false);
    for (const [index, page] of file.pdf.getPages().entries()) {
      expect(page.node.has(PDFName.of('Annots'))).toBe(false);
      expect(file.operations(index).filter(({ operator }) => /^(?:BDC|BMC|EMC)$/.test(operator))).toEqual([]);
    }
    expect(
      file.dicts.filter((dict) => /StructElem|Annot/.test(String(dict.get(PDFName.of('Type'))))),
    ).toEqual([]);
  });

  it('says that it is PDF/X-4: header, Info, XMP, identifiers, output intent', () => {
    expect(Buffer.from(made.press.subarray(0, 8)).toString()).toBe('%PDF-1.6');
    const info = file.pdf.context.lookup(file.pdf.context.trailerInfo.Info, PDFDict);
    expect(info.lookup(PDFName.of('GTS_PDFXVersion'), PDFString).asString()).toBe('PDF/X-4');
    expect(String(info.get(PDFName.of('Trapped')))).toBe('/False');
    const intent = file.pdf.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.lookup(PDFName.of('OutputConditionIdentifier'), PDFString).asString()).toBe('FOGRA39');
    const text = Buffer.from(made.press).toString('utf8');
    expect(text).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
    expect(text).toMatch(/<xmpMM:DocumentID>uuid:[0-9a-f-]{36}</);
    expect(file.pdf.context.trailerInfo.ID).toBeInstanceOf(PDFArray);
    expect(info.lookup(PDFName.of('Title'), PDFHexString).decodeText()).toBe('样书');
  });

  it('looks as the screen PDF does', async () => {
    for (const number of [5, 7, 8]) {
      const cut = { width: 396, height: 575 };
      const screen = await look(made.screen, number, { ...cut, left: 0, top: 0 });
      const press = await look(made.press, number, { ...cut, left: 3 * mm, top: 3 * mm });
      expect(distance(screen, press), `page ${number}`).toBeLessThan(3);
      expect(distance(screen, new Uint8ClampedArray(screen.length).fill(255))).toBeGreaterThan(0);
    }
  });

  it('is the same twice', async () => {
    const again = await pressOf(await textBook('{ signature: 16 }'));
    expect(Buffer.compare(again.press, made.press)).toBe(0);
  });
});

/** The mean difference of two pictures, of 255. */
function distance(one: Uint8ClampedArray, other: Uint8ClampedArray): number {
  return one.reduce((sum, value, index) => sum + Math.abs(value - (other[index] ?? 0)), 0) / one.length;
}

describe('a press file with colours and pictures', () => {
  let made: Made;
  let file: Awaited<ReturnType<typeof opened>>;
  beforeAll(async () => {
    const book = await colouredBook(
      '{ marks: true, profile: press.icc, ink: 180, colours: { heading: "Rot 7 / 10 90 80 20" } }',
    );
    await inkProfile(book);
    made = await pressOf(book);
    file = await opened(made.press);
  });

  it('prints declared colours in their inks, and a spot colour on a plate of its own', () => {
    const page = made.outcome.value ? openingOf(file) : 0;
    const colours = coloursOf(file.operations(page));
    expect(colours).toContain('0 0.15 0.5 0.2 k');
    const resources = file.pdf.getPage(page).node.Resources();
    const spaces = resources?.lookup(PDFName.of('ColorSpace'), PDFDict);
    const spot = spaces?.lookup(PDFName.of('Spot1'), PDFArray);
    expect(spot?.lookup(1, PDFName).decodeText()).toBe('Rot 7');
    expect([...colours].some((colour) => colour === '/Spot1 cs')).toBe(true);
    expect(made.outcome.diagnostics.filter(({ code }) => code === 'press-colour-unmapped')).toEqual([]);
  });

  it('lets a ground go on to the end of the bleed', async () => {
    const number = openingOf(file) + 1;
    const bleed = file.pdf.getPage(number - 1).getBleedBox();
    const { height } = file.pdf.getPage(number - 1).getMediaBox();
    const corner = await look(made.press, number, {
      left: Math.ceil(bleed.x) + 1,
      top: Math.ceil(height - bleed.y - bleed.height) + 1,
      width: 4,
      height: 4,
    });
    expect(corner[2]).toBeLessThan(200);
    expect(made.check?.diagnostics.filter(({ code }) => code === 'press-bleed')).toEqual([]);
  });

  it('has each picture once, in inks or grey, none in RGB', () => {
    const spaces = file.images.map(
      ({ dict }) => `${dict.get(PDFName.of('ColorSpace'))} ${dict.get(PDFName.of('BitsPerComponent'))}`,
    );
    // The photograph, the one to be seen through and its mask, the grey one, the line drawing.
    expect(spaces.sort()).toEqual([
      '/DeviceCMYK 8',
      '/DeviceCMYK 8',
      '/DeviceGray 1',
      '/DeviceGray 8',
      '/DeviceGray 8',
    ]);
  });

  it('keeps the limit of ink, and says of which picture it had to lower it', async () => {
    const photo = file.images.find(({ dict }) => String(dict.get(PDFName.of('Filter'))) === '/DCTDecode');
    const { data } = await sharp(photo?.contents)
      .pipelineColourspace('cmyk')
      .toColourspace('cmyk')
      .raw()
      .toBuffer({ resolveWithObject: true });
    let most = 0;
    for (let i = 0; i < data.length; i += 4)
      most = Math.max(
        most,
        [0, 1, 2, 3].reduce((sum, ink) => sum + (data[i + ink] ?? 0), 0),
      );
    // A JPEG is not exact to a hundredth.
    expect((most / 255) * 100).toBeLessThan(192);
    expect(most).toBeGreaterThan(0);
    const lowered = made.outcome.diagnostics.find(({ code }) => code === 'press-ink-lowered');
    expect(lowered?.values.limit).toBe(180);
    expect(basename(lowered?.place?.file ?? '')).toBe('1.md');
  });

  it('embeds the profile', () => {
    const intent = file.pdf.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict);
    expect(intent.has(PDFName.of('DestOutputProfile'))).toBe(true);
  });

  it('names each picture that is too coarse at the line of the manuscript', () => {
    const coarse =
      made.check?.diagnostics.filter(({ code }) => /press-(?:resolution|line-art)/.test(code)) ?? [];
    expect(coarse.map(({ code, place }) => [code, place?.line]).sort()).toEqual([
      ['press-line-art', 11],
      ['press-resolution', 3],
      ['press-resolution', 5],
      ['press-resolution', 7],
      ['press-resolution', 9],
    ]);
  });

  it('has its marks and its slug line outside the bleed, and the marks on all plates', () => {
    const page = file.pdf.getPage(0);
    const [media, bleed] = [page.getMediaBox(), page.getBleedBox()];
    expect(bleed.x - media.x).toBeGreaterThan(8 * mm);
    const colours = coloursOf(file.operations(0));
    expect(colours).toContain('/Registration CS');
    expect(
      String(
        page.node.Resources()?.lookup(PDFName.of('ColorSpace'), PDFDict).lookup(PDFName.of('Registration')),
      ),
    ).toContain('/All');
    expect(
      file.operations(0).some(({ operator, operands }) => operator === 'Do' && operands[0] === '/SlugLine'),
    ).toBe(true);
  });

  it('says so where it is read back without the book', async () => {
    const facts = await readPress(made.press, { ...usualLimits, ink: 180 });
    expect(facts?.version).toBe('PDF/X-4');
    expect(facts?.spots).toEqual(['Rot 7']);
    expect(facts?.lacks).toEqual([]);
  });
});

/** The page (from 0) on which the spot colour of the headings is used last: the chapter's opening. */
function openingOf(file: Awaited<ReturnType<typeof opened>>): number {
  const pages = file.pdf.getPages().map((_, page) => page);
  return pages.findLast((page) => coloursOf(file.operations(page)).has('/Spot1 cs')) ?? 0;
}

describe('a press file with gradients', () => {
  it('has them where the screen PDF has them, and in inks', async () => {
    const made = await pressOf(await gradientBook('{}'));
    expect(made.check?.diagnostics).toEqual([]);
    expect(made.outcome.diagnostics.map(({ code }) => code)).toContain('press-gradient');
    const file = await opened(made.press);
    const number = lastWithPattern(file) + 1;
    const cut = { width: 396, height: 575 };
    const screen = await look(made.screen, number, { ...cut, left: 0, top: 0 });
    const press = await look(made.press, number, { ...cut, left: 3 * mm, top: 3 * mm });
    expect(distance(screen, press)).toBeLessThan(4);
    // A pattern lies on the page, not on what it fills: it must have gone the same way as the page.
    const [before, after] = [originsOf(await opened(made.screen)), originsOf(file)];
    const { height } = (await opened(made.screen)).pdf.getPage(0).getMediaBox();
    const moved = after.map(([x, y], index) => [
      x - (before[index]?.[0] ?? 0),
      y - (before[index]?.[1] ?? 0),
    ]);
    expect(moved.length).toBeGreaterThan(1);
    for (const [x = 0, y = 0] of moved) {
      expect(x).toBeCloseTo(3 * mm, 2);
      expect(y).toBeCloseTo(206 * mm - height, 2);
    }
    const spaces = file.dicts
      .map((dict) => dict.lookup(PDFName.of('Shading')))
      .filter((shading) => shading instanceof PDFDict)
      .map((shading) => String(shading.get(PDFName.of('ColorSpace'))));
    expect(new Set(spaces)).toEqual(new Set(['/DeviceCMYK']));
  });

  it('in black alone has them in grey', async () => {
    const made = await pressOf(await gradientBook('{ colour: grey }'));
    expect(made.check?.diagnostics).toEqual([]);
    expect(made.outcome.diagnostics.map(({ code }) => code)).not.toContain('press-gradient');
  });
});

/** The last page (from 0) that is filled with a pattern. */
function lastWithPattern(file: Awaited<ReturnType<typeof opened>>): number {
  const pages = file.pdf.getPages().map((_, page) => page);
  return pages.findLast((page) => coloursOf(file.operations(page)).has('/Pattern cs')) ?? -1;
}

/** Where the patterns of gradients begin, in the order of the file. */
function originsOf(file: Awaited<ReturnType<typeof opened>>): readonly (readonly [number, number])[] {
  return file.dicts
    .filter((dict) => dict.has(PDFName.of('Shading')) && dict.has(PDFName.of('PatternType')))
    .map((dict) => dict.lookup(PDFName.of('Matrix'), PDFArray).asArray())
    .map((matrix) => [Number(String(matrix[4])), Number(String(matrix[5]))] as const);
}

describe('a press file of another kind', () => {
  it('for X-1a has no transparency: what shines through lies on white', async () => {
    const made = await pressOf(await colouredBook('{ standard: x-1a, colours: { heading: 0 90 80 20 } }'));
    const file = await opened(made.press);
    expect(Buffer.from(made.press.subarray(0, 8)).toString()).toBe('%PDF-1.4');
    expect(
      file.dicts.filter((dict) => dict.has(PDFName.of('SMask')) || dict.has(PDFName.of('Group'))),
    ).toEqual([]);
    const codes = made.outcome.diagnostics.map(({ code }) => code);
    expect(codes).toContain('press-picture-flattened');
    expect(codes).toContain('press-pictures-unprofiled');
    expect((await readPress(made.press))?.version).toBe('PDF/X-1a:2003');
    expect(made.check?.status).toBe('passed');
  });

  it('in black alone has no ink but black', async () => {
    const made = await pressOf(await colouredBook('{ colour: grey }'));
    const file = await opened(made.press);
    expect(made.outcome.diagnostics.map(({ code }) => code)).not.toContain('press-colour-unmapped');
    for (const [page] of file.pdf.getPages().entries())
      for (const colour of coloursOf(file.operations(page))) expect(colour).toMatch(/^[\d.]+ [gG]$/);
    expect(file.images.map(({ dict }) => String(dict.get(PDFName.of('ColorSpace'))))).not.toContain(
      '/DeviceCMYK',
    );
    const grey = file.images.find(({ dict }) => String(dict.get(PDFName.of('Filter'))) === '/FlateDecode');
    expect(new Set(grey && decodePDFRawStream(grey).decode()).size).toBeGreaterThan(1);
  });
});
