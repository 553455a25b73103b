import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { checkPdfDestination } from '../../scripts/check/pdf-destination.js';
import { readBook } from '../../scripts/manuscript/read-book.js';
import type { Destination } from '../../scripts/model/destination.js';
import type { Diagnostic } from '../../scripts/model/diagnostic.js';
import { build } from '../../scripts/pipeline/build.js';
import { check } from '../../scripts/pipeline/check.js';
import { outputFolder } from '../../scripts/pipeline/output-folder.js';
import { readPress } from '../../scripts/press/read-press.js';
import { colouredBook } from '../press/press-book.js';
import { makeBook } from './make-book.js';

const mm = 72 / 25.4;
const sentence = '春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明！';

/** A book of `chapters` chapters of `paragraphs` paragraphs each; `more` are further lines of `book.yaml`. */
async function bookOf(
  chapters: number,
  paragraphs: number,
  more = '',
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const text = Array.from({ length: paragraphs }, (_, index) => `第${index}段，${sentence.repeat(4)}`);
  const names = Array.from(
    { length: chapters },
    (_, index) => `chapters/${String(index + 1).padStart(2, '0')}.md`,
  );
  return makeBook({
    'book.yaml': `id: d\ntitle: 长夜行\nauthors: [某某]\nlanguage: zh-Hans\ndescription: 一本好书。\n${more}`,
    ...Object.fromEntries(names.map((name, index) => [name, `# 第${index + 1}章\n\n${text.join('\n\n')}\n`])),
    ...files,
  });
}

async function send(book: string, destination: string) {
  const out = await mkdtemp(join(tmpdir(), 'banxin-for-'));
  const outcome = await build({ book, out, for: destination, cache: false });
  const files = await readdir(out);
  const path = join(out, files.find((file) => /(?<!wrap)\.(?:press|spreads)\.pdf$/.test(file)) ?? '');
  const bytes = outcome.value ? new Uint8Array(await readFile(path)) : new Uint8Array();
  const checked = outcome.value?.checks.find(({ check }) => check === 'pdf-destination');
  return { outcome, files: files.sort(), path, bytes, checked, notes: codes(outcome.diagnostics) };
}

function codes(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

interface PageSides {
  /** Width and height of trim, bleed and media box, mm. */
  readonly trim: readonly [number, number];
  readonly media: readonly [number, number];
  /** How far the bleed goes beyond the trim: left, foot, right, head, mm. */
  readonly bleed: readonly number[];
  /** From the left and the right of the trim to the text that is nearest; from head and foot; mm. */
  readonly text: readonly [left: number, right: number, head: number, foot: number];
}

/** Boxes by pdf-lib, places of text by pdf.js: nothing of Banxin reads here. */
async function sidesOf(bytes: Uint8Array): Promise<readonly PageSides[]> {
  const boxes = (await PDFDocument.load(bytes, { updateMetadata: false })).getPages();
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = await Promise.all(
    boxes.map(async (page, index): Promise<PageSides> => {
      const [trim, bleed, media] = [page.getTrimBox(), page.getBleedBox(), page.getMediaBox()];
      const { items } = await (await pdf.getPage(index + 1)).getTextContent();
      const words = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
      const [right, top] = [trim.x + trim.width, trim.y + trim.height];
      return {
        trim: [trim.width / mm, trim.height / mm],
        media: [media.width / mm, media.height / mm],
        bleed: [
          trim.x - bleed.x,
          trim.y - bleed.y,
          bleed.x + bleed.width - right,
          bleed.y + bleed.height - top,
        ].map((points) => points / mm),
        text: [
          Math.min(...words.map(({ transform }) => transform[4] - trim.x)) / mm,
          Math.min(...words.map(({ transform, width }) => right - transform[4] - width)) / mm,
          Math.min(...words.map(({ transform, height }) => top - transform[5] - 0.88 * height)) / mm,
          Math.min(...words.map(({ transform }) => transform[5] - trim.y)) / mm,
        ],
      };
    }),
  );
  await pdf.destroy();
  return pages;
}

function near(found: readonly number[], wanted: readonly number[], by = 0.01): void {
  for (const [index, length] of wanted.entries())
    expect(Math.abs((found[index] ?? Number.NaN) - length), `${index}: ${found}`).toBeLessThan(by);
}

/** The narrowest inner margin that text leaves on any page. */
function innerOf(pages: readonly PageSides[]): number {
  return Math.min(...pages.map(({ text: [left, right] }, index) => (index % 2 === 0 ? left : right)));
}

describe('a book that goes to KDP', () => {
  it('has pages of 6 × 9 in and nothing around them where nothing reaches an edge; what the book wants else is told', async () => {
    const book = await bookOf(3, 40, 'trim: a5\npress: { standard: x-4, marks: true, signature: 16 }\n');
    const { outcome, bytes, checked, notes, files } = await send(book, 'kdp-6x9');
    const pages = await sidesOf(bytes);
    for (const { trim, media, bleed } of pages) {
      near([...trim, ...media], [152.4, 228.6, 152.4, 228.6]);
      near(bleed, [0, 0, 0, 0]);
    }
    expect(pages.length % 2).toBe(0);
    expect([checked?.status, checked?.diagnostics]).toEqual(['passed', []]);
    expect(files).toEqual(['d.press.pdf', 'd.wrap.pdf', 'd.wrap.press.pdf', 'proof.html', 'proof.json']);
    expect(notes.filter((code) => code !== 'destination-overrides')).toEqual(['destination-bleed-left-out']);
    const told = outcome.diagnostics.filter(({ code }) => code === 'destination-overrides');
    expect(
      told.map(({ severity, values, place }) => [
        severity,
        values.key,
        values.own,
        values.wanted,
        place?.line,
      ]),
    ).toEqual([
      ['info', 'trim', 'a5', 'in-6x9', 6],
      ['info', 'press.standard', 'x-4', 'x-1a', 7],
      ['info', 'press.marks', 'true', 'false', 7],
      ['info', 'press.signature', '16', '2', 7],
    ]);
  });

  it('has a spine as thick as KDP says: pages × 0.002252 in on white paper, 0.0025 on cream', async () => {
    const spineOf = async (more: string): Promise<readonly [number, number]> => {
      const { path, outcome } = await send(await bookOf(2, 40, more), 'kdp-6x9');
      const cover = await readFile(path.replace('.press.', '.wrap.press.'));
      const [{ trim, bleed } = { trim: [0, 0], bleed: [] }] = await sidesOf(new Uint8Array(cover));
      near(bleed, [3.175, 3.175, 3.175, 3.175]);
      return [trim[0] - 2 * 152.4, outcome.value?.figures.pages ?? 0];
    };
    const [white, pages] = await spineOf('');
    const [cream, others] = await spineOf('wrap: { paper: kdp-cream }\n');
    expect(Math.abs(white - pages * 0.002252 * 25.4)).toBeLessThan(0.02);
    expect(Math.abs(cream - others * 0.0025 * 25.4)).toBeLessThan(0.02);
  });

  it('has bleed at head, foot and outer edge, none at the spine, where a ground reaches the edges', async () => {
    const { bytes, notes } = await send(
      await colouredBook('{}', `${sentence.repeat(60)}\n\n# 第二章\n\n文。`),
      'kdp-6x9',
    );
    const pages = await sidesOf(bytes);
    expect(notes).not.toContain('destination-bleed-left-out');
    for (const [index, { trim, media, bleed }] of pages.entries()) {
      near(trim, [152.4, 228.6]);
      near(bleed, index % 2 === 0 ? [0, 3.175, 3.175, 3.175] : [3.175, 3.175, 0, 3.175]);
      near(media, [155.575, 234.95]);
    }
  });

  it('is told to be too thin, and the check fails, but the file is there to look at', async () => {
    const { checked, files } = await send(await bookOf(1, 2), 'kdp-6x9');
    expect(checked?.status).toBe('failed');
    expect(checked?.diagnostics.map(({ code, severity, values }) => [code, severity, values.least])).toEqual([
      ['destination-pages-few', 'error', 24],
    ]);
    expect(files).toContain('d.press.pdf');
  });

  it('is the same file when it is made twice', async () => {
    const [first, second] = [
      await send(await bookOf(1, 9), 'kdp-6x9'),
      await send(await bookOf(1, 9), 'kdp-6x9'),
    ];
    expect(first.bytes.length).toBeGreaterThan(1000);
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});

describe('a book that goes to Ingram', () => {
  it('keeps text, running heads and folios half an inch from every edge, on a small page too', async () => {
    const { bytes, checked } = await send(await bookOf(3, 20, 'trim: b32-130x184\n'), 'ingram');
    const pages = (await sidesOf(bytes)).filter(({ text }) => text.every(Number.isFinite));
    expect(pages.length).toBeGreaterThan(15);
    for (const { text, trim } of pages) {
      near(trim, [130, 184]);
      expect(Math.min(...text)).toBeGreaterThan(12.7 - 0.15);
    }
    expect([checked?.status, checked?.diagnostics]).toEqual(['passed', []]);
  });

  it('is PDF/X-1a of 2001: PDF 1.3, and what that edition says of itself, with nothing to be seen through', async () => {
    const { bytes, outcome } = await send(await colouredBook('{}'), 'ingram');
    expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.3');
    const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
    const info = context.lookup(context.trailerInfo.Info, PDFDict);
    expect(String(info.get(PDFName.of('GTS_PDFXVersion')))).toBe('(PDF/X-1:2001)');
    expect(String(info.get(PDFName.of('GTS_PDFXConformance')))).toBe('(PDF/X-1a:2001)');
    const objects = context.enumerateIndirectObjects().map(([, object]) => String(object));
    expect(
      objects.filter((object) => /\/SMask (?!\/None)|\/(?:ca|CA) 0?\.\d|\/S \/Transparency/.test(object)),
    ).toEqual([]);
    const press = outcome.value?.checks.find(({ check }) => check === 'pdf-press');
    expect(codes(press?.diagnostics ?? [])).not.toContain('press-lacks');
    expect(press?.figures.standard).toBe('PDF/X-1a:2001');
  });

  it('takes 240 % of ink and no more, whatever the book says, and less where the book wants less', async () => {
    const limits = async (ink: number) => {
      const book = await colouredBook(`{ ink: ${ink}, colours: { heading: 60 60 60 45 } }`);
      const { outcome, notes } = await send(book, 'ingram');
      const [press] = outcome.value?.checks.filter(({ check }) => check === 'pdf-press') ?? [];
      const found = press?.diagnostics.filter(({ code }) => code === 'press-ink') ?? [];
      return {
        limits: found.map(({ values }) => values.limit),
        isTold: notes.includes('destination-overrides'),
      };
    };
    expect(await limits(300)).toEqual({ limits: [], isTold: true });
    expect(await limits(220)).toEqual({ limits: [220], isTold: false });
  });

  it('is told, with page and line, of text that a trim size of its own brings too near to the edge', async () => {
    const trims = { 'styles/trims.json': '{ "tight": { "width": 130, "height": 184, "characters": 29 } }' };
    const { checked } = await send(await bookOf(1, 12, 'trim: tight\n', trims), 'ingram');
    expect(checked?.status).toBe('failed');
    expect(
      checked?.diagnostics.map(({ code, values, place }) => [code, values.page, place?.file, place?.line]),
    ).toContainEqual([
      'destination-outer',
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/chapters\/01\.md$/),
      1,
    ]);
  });
});

describe('a book that goes to a printing house', () => {
  it('has 140 × 210 mm, 3 mm of bleed on all sides, marks, and full signatures', async () => {
    const { bytes, checked, notes } = await send(await bookOf(2, 30, 'trim: b32-140x210\n'), '印厂-大32开');
    const pages = await sidesOf(bytes);
    expect(pages.length % 16).toBe(0);
    for (const { trim, bleed, media } of pages) {
      near(trim, [140, 210]);
      near(bleed, [3, 3, 3, 3]);
      near(media, [140 + 24, 210 + 24]);
    }
    expect([checked?.status, checked?.diagnostics]).toEqual(['passed', []]);
    expect(notes).toEqual(['press-blanks']);
  });
});

describe('a book for the office', () => {
  it('is set in spreads on A4, and nothing stands where an office printer does not print', async () => {
    const { outcome, bytes, checked, files } = await send(await bookOf(2, 12, 'trim: in-6x9\n'), 'office');
    const pages = await sidesOf(bytes);
    expect(files).toEqual(['d.spreads.pdf', 'proof.html', 'proof.json']);
    // The first page stands alone at the right, as in the open book.
    expect(pages).toHaveLength(Math.floor((outcome.value?.figures.pages ?? 0) / 2) + 1);
    for (const { media, text } of pages) {
      near(media, [297, 210]);
      if (text.every(Number.isFinite)) expect(Math.min(...text)).toBeGreaterThan(4.23);
    }
    expect(checked?.status).toBe('passed');
  });
});

/** A destination of the book's own that asks for nothing but inner margins. */
function inner(
  ...rows: readonly (readonly [pages: number, inner: number])[]
): Readonly<Record<string, string>> {
  const list = rows.map(([pages, inner]) => ({ pages, inner }));
  const margins = { inner: list, outer: 5, source: 'a test' };
  const label = { en: 'mine', 'zh-CN': '自己的' };
  return { 'styles/destinations/mine.json': JSON.stringify({ label, file: 'press', margins }) };
}

describe('the inner margin', () => {
  it('is that of the pages there are, not of those that were expected: many short chapters take more', async () => {
    const rows = inner([10, 24], [100, 31]);
    const few = await send(await bookOf(2, 2, '', rows), 'mine');
    const many = await send(await bookOf(24, 1, '', rows), 'mine');
    const [thin, thick] = [await sidesOf(few.bytes), await sidesOf(many.bytes)];
    expect([thin.length <= 10, thick.length > 10]).toEqual([true, true]);
    expect(innerOf(thin)).toBeGreaterThan(24 - 0.15);
    expect(innerOf(thin)).toBeLessThan(31 - 0.15);
    expect(innerOf(thick)).toBeGreaterThan(31 - 0.15);
    for (const { checked } of [few, many]) expect(checked?.diagnostics).toEqual([]);
  });

  it('is the wider one where neither settles: wide margins make a book too long for them, narrow ones too short', async () => {
    const lengthAt = async (rows: ReturnType<typeof inner>): Promise<number> =>
      (await sidesOf((await send(await bookOf(1, 40, '', rows), 'mine')).bytes)).length;
    const [narrow, wide] = [await lengthAt(inner([999, 18])), await lengthAt(inner([999, 45]))];
    expect(wide).toBeGreaterThan(narrow);
    const { bytes } = await send(await bookOf(1, 40, '', inner([narrow, 45], [999, 18])), 'mine');
    expect(innerOf(await sidesOf(bytes))).toBeGreaterThan(45 - 0.15);
  });
});

describe('the name of a destination', () => {
  it('that nobody knows is told with the nearest one and the whole list, the book’s own among them', async () => {
    const { outcome } = await send(await bookOf(1, 1, '', inner([9, 20])), 'kdp6x9');
    expect(outcome.value).toBeUndefined();
    expect(outcome.diagnostics.map(({ code, values }) => [code, values.nearest, values.known])).toEqual([
      ['destination-unknown', 'kdp-6x9', 'ingram, kdp-6x9, mine, office, 印厂-大32开'],
    ]);
  });

  it('may stand in book.yaml as `for`, and is then told with its place if nobody knows it', async () => {
    const sent = async (name: string) => {
      const book = await bookOf(1, 1, `for: ${name}\n`);
      const out = await mkdtemp(join(tmpdir(), 'banxin-for-'));
      const { diagnostics } = await build({ book, out, cache: false });
      return [(await readdir(out)).sort(), ...diagnostics.map(({ code, place }) => [code, place?.line])];
    };
    expect(await sent('office')).toEqual([['d.spreads.pdf', 'proof.html', 'proof.json']]);
    expect(await sent('offise')).toEqual([[], ['destination-unknown', 6]]);
  });

  it('is a folder of its own under the book’s, unless another is asked for', async () => {
    const { value: book } = await readBook(await bookOf(1, 1));
    if (!book) throw new Error('no book');
    const destination = {
      name: 'office',
      path: '',
      label: { en: '', 'zh-CN': '' },
      file: 'spreads',
    } as const;
    expect(outputFolder(book, undefined, destination).value).toBe(resolve('dist/d/office'));
    expect(outputFolder(book, '/tmp/x', destination).value).toBe('/tmp/x');
    expect(outputFolder(book, undefined).value).toBe(resolve('dist/d'));
  });
});

describe('a spoiled file of a destination', () => {
  const label = '"label": { "en": "x", "zh-CN": "x" }';
  const told = async (data: string) => {
    const { outcome } = await send(await bookOf(1, 1, '', { 'styles/destinations/x.json': data }), 'x');
    expect(outcome.value).toBeUndefined();
    return outcome.diagnostics.map(({ code, values, place }) => [
      code,
      values.key,
      place?.file.endsWith('x.json'),
    ]);
  };

  it.each([
    [
      'a key that nobody knows',
      `{ ${label}, "file": "press", "mark": true }`,
      [['destination-key-unknown', 'mark', true]],
    ],
    [
      'a number in words',
      `{ ${label}, "file": "press", "ink": { "most": "240", "source": "x" } }`,
      [['destination-value-wrong', 'ink.most', true]],
    ],
    [
      'a figure without its source',
      `{ ${label}, "file": "press", "pages": { "least": 24 } }`,
      [['destination-value-wrong', 'pages.source', true]],
    ],
    [
      'rows out of order',
      `{ ${label}, "file": "press", "margins": { "inner": [{ "pages": 300, "inner": 12 }, { "pages": 150, "inner": 9 }], "outer": 6, "source": "x" } }`,
      [['destination-value-wrong', 'margins.inner', true]],
    ],
    [
      'a row of nonsense',
      `{ ${label}, "file": "press", "margins": { "inner": [{ "pages": 300, "iner": 12 }], "outer": 6, "source": "x" } }`,
      [
        ['destination-key-unknown', 'margins.inner[0].iner', true],
        ['destination-value-wrong', 'margins.inner[0].inner', true],
      ],
    ],
    ['spreads on no sheet', `{ ${label}, "file": "spreads" }`, [['destination-value-wrong', 'sheet', true]]],
    [
      'nothing that it needs',
      '{}',
      [
        ['destination-value-wrong', 'label', true],
        ['destination-value-wrong', 'file', true],
      ],
    ],
    ['no JSON', '{ "label": ', [['style-data-malformed', undefined, true]]],
  ] as const)('with %s is told by key', async (_, data, wanted) => {
    expect(await told(data)).toEqual(wanted);
  });

  it('whose trim size nobody knows is told as such', async () => {
    expect(await told(`{ ${label}, "file": "press", "trim": "a55" }`)).toEqual([
      ['trim-unknown', undefined, true],
    ]);
  });
});

describe('a PDF that is there already', () => {
  it('is held against a destination by what it says itself', async () => {
    const { path } = await send(await bookOf(3, 40), 'kdp-6x9');
    const found = async (destination: string) => {
      const { value = [] } = await check({ subject: path, for: destination });
      return value.map(({ check, status, diagnostics }) => [check, status, codes(diagnostics)]);
    };
    expect(await found('kdp-6x9')).toEqual([
      ['pdf-press', 'passed', []],
      ['pdf-destination', 'passed', []],
    ]);
    expect(await found('印厂-大32开')).toEqual([
      ['pdf-press', 'passed', []],
      ['pdf-destination', 'failed', ['destination-standard', 'destination-pages-uneven', 'destination-trim']],
    ]);
    // Without its boxes and its inks a file for screens is nothing for a press.
    const { value = [] } = await check({ subject: path.replace('.press.', '.wrap.'), for: 'ingram' });
    expect(value.flatMap(({ diagnostics }) => codes(diagnostics))).toEqual(
      expect.arrayContaining(['press-rgb', 'destination-standard', 'destination-pages-few']),
    );
  });

  it('is told, page by page, of text too near to the spine and of colour where only black is printed', async () => {
    const { bytes } = await send(
      await colouredBook('{}', `${sentence.repeat(60)}\n\n# 第二章\n\n文。`),
      'kdp-6x9',
    );
    const facts = await readPress(bytes);
    const label = { en: 'x', 'zh-CN': 'x' };
    const found = (wanted: Partial<Destination>) =>
      checkPdfDestination(facts, { name: 'x', path: 'x', label, file: 'press', ...wanted }, undefined, {
        file: 'x.pdf',
        groupOf: String,
      }).diagnostics.map(({ code, values }) => [code, values.page]);
    const pages = (await sidesOf(bytes)).flatMap(({ text }, index) =>
      text.every(Number.isFinite) ? [index + 1] : [],
    );
    expect(pages.length).toBeGreaterThan(4);
    const inner = (least: number) => ({ margins: { inner: [{ pages: 999, inner: least }], outer: 5 } });
    expect(found(inner(15))).toEqual([]);
    expect(found(inner(90)).map(([code]) => code)).toEqual(expect.arrayContaining(['destination-inner']));
    expect(found(inner(90)).flatMap(([, page]) => Number(page))).toEqual(expect.arrayContaining(pages));
    const coloured = found({ colour: 'grey' });
    expect(coloured.length).toBeGreaterThan(0);
    expect(new Set(coloured.map(([code]) => code))).toEqual(new Set(['destination-colour']));
    const grey = await send(await colouredBook('{ colour: grey }'), 'kdp-6x9');
    const inBlack = await readPress(grey.bytes);
    expect(inBlack?.coloured).toEqual([]);
  });

  it('must be one: a folder or another file is refused', async () => {
    const book = await bookOf(1, 1);
    await writeFile(join(book, 'a.epub'), 'PK');
    for (const subject of [book, join(book, 'a.epub')]) {
      const { value, diagnostics } = await check({ subject, for: 'office' });
      expect([value, codes(diagnostics)]).toEqual([undefined, ['check-for-no-pdf']]);
    }
  });
});
