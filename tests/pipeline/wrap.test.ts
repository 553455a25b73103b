import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { png } from '../ebook/sample-books.js';
import { makeBook } from './make-book.js';

const yaml = (wrap: string) =>
  `id: w\ntitle: 长夜行\nlanguage: zh-Hans\nauthors: [某某]\ntrim: b32-140x210\ndescription: 一本好书。\nprice: 48.00元\nidentifiers: { print: 978-7-5086-6789-8 }\nwrap: ${wrap}\n`;
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `第${index}段，${'春江潮水连海平。'.repeat(30)}`).join('\n\n');

interface Wrap {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly text: string;
  /** Width and height of media and trim box in mm, and how far the trim box is from the media box at the left and the top. */
  readonly media: readonly [number, number];
  readonly trim: readonly [number, number];
  readonly bleed: readonly [number, number];
  readonly codes: readonly string[];
}

async function wrapOf(wrap: string, count: number, files: Record<string, Uint8Array> = {}): Promise<Wrap> {
  const book = await makeBook({ 'book.yaml': yaml(wrap), 'chapters/1.md': `# 一\n\n${paragraphs(count)}\n` });
  for (const [name, bytes] of Object.entries(files)) await writeFile(join(book, name), bytes);
  const out = await mkdtemp(join(tmpdir(), 'banxin-wrap-'));
  const { value, diagnostics } = await build({ book, out, formats: ['pdf'] });
  expect(await readdir(out)).toContain('w.wrap.pdf');
  const bytes = await readFile(join(out, 'w.wrap.pdf'));
  const page = (await PDFDocument.load(bytes)).getPage(0);
  const mm = (points: number) => points / (72 / 25.4);
  const [media, trim] = [page.getMediaBox(), page.getTrimBox()];
  const pdf = await getDocument({ data: new Uint8Array(bytes) }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  expect(pdf.numPages).toBe(1);
  return {
    bytes,
    pages: value?.figures.pages ?? 0,
    text: items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replace(/\s/g, ''),
    media: [mm(media.width), mm(media.height)],
    trim: [mm(trim.width), mm(trim.height)],
    bleed: [mm(trim.x - media.x), mm(media.y + media.height - trim.y - trim.height)],
    codes: diagnostics.map(({ code }) => code),
  };
}

function near(found: readonly number[], wanted: readonly number[]): void {
  for (const [index, length] of wanted.entries())
    expect(Math.abs((found[index] ?? 0) - length)).toBeLessThan(0.01);
}

describe('the printed cover', () => {
  it('is back, spine and front on one sheet with bleed, to a hundredth of a mm; a thin spine has no text', async () => {
    const { pages, trim, media, bleed, text } = await wrapOf('{ caliper: 0.1 }', 20);
    const spine = Math.ceil(pages / 2) * 0.1 + 0.3;
    expect(spine).toBeLessThan(6);
    near(trim, [280 + spine, 210]);
    near(media, [286 + spine, 216]);
    near(bleed, [3, 3]);
    expect(text).toContain('一本好书。');
    expect(text).toContain('定价：48.00元');
    expect(text.match(/长夜行/g)).toHaveLength(1);
  });

  it('has a spine as thick as its pages, with the title on it from 6 mm on, and flaps if asked', async () => {
    const thin = await wrapOf('{ paper: bulky-80 }', 120);
    const thick = await wrapOf('{ caliper: 0.2, flaps: 80, cover-caliper: 0.5 }', 180);
    expect(thick.pages).toBeGreaterThan(thin.pages);
    near(thin.trim, [280 + Math.ceil(thin.pages / 2) * 0.136 + 0.3, 210]);
    near(thick.trim, [440 + Math.ceil(thick.pages / 2) * 0.2 + 0.5, 210]);
    expect(thick.text.match(/长夜行/g)).toHaveLength(2);
  });

  it('has the same bytes when it is made twice', async () => {
    const [first, second] = [await wrapOf('{ add-on: "52499" }', 5), await wrapOf('{ add-on: "52499" }', 5)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(first.text).toContain('52499');
  });

  it('tells of a picture that is too coarse or of another shape than its place', async () => {
    const { codes } = await wrapOf('{ front: a.png }', 5, { 'a.png': png(400, 400) });
    expect(codes).toEqual(['wrap-picture-coarse', 'wrap-picture-shape']);
    const fitting = await wrapOf('{ front: a.png }', 5, { 'a.png': png(1700, 2568) });
    expect(fitting.codes).toEqual([]);
  });

  it('goes to press in the inks that the theme declares, with the same boxes and nothing to say of it', async () => {
    const book = await makeBook({
      'book.yaml': `${yaml('{ caliper: 0.2 }')}press: { marks: true }\n`,
      'chapters/1.md': `# 一\n\n${paragraphs(180)}\n`,
    });
    const out = await mkdtemp(join(tmpdir(), 'banxin-wrap-'));
    const { value, diagnostics } = await build({ book, out, formats: ['pdf', 'press'] });
    expect(diagnostics.map(({ code }) => code).filter((code) => code !== 'press-blanks')).toEqual([]);
    const checks = value?.checks.filter(({ check }) => check === 'pdf-press') ?? [];
    expect(checks.map(({ status, diagnostics: found }) => [status, found])).toEqual([
      ['passed', []],
      ['passed', []],
    ]);
    const pdf = await PDFDocument.load(await readFile(join(out, 'w.wrap.press.pdf')));
    const { width, height } = pdf.getPage(0).getTrimBox();
    const spine = Math.ceil((value?.figures.pages ?? 0) / 2) * 0.2 + 0.3;
    near([width / (72 / 25.4), height / (72 / 25.4)], [280 + spine, 210]);
    expect(pdf.getPageCount()).toBe(1);
  });

  it('is refused on a paper that nobody knows, with the place and the nearest name', async () => {
    const book = await makeBook({
      'book.yaml': yaml('{ paper: offset-85 }'),
      'chapters/1.md': '# 一\n\n文。\n',
    });
    const out = await mkdtemp(join(tmpdir(), 'banxin-wrap-'));
    const { value, diagnostics } = await build({ book, out, formats: ['pdf'] });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, place, values }) => [code, place?.line, values.nearest])).toEqual([
      ['paper-unknown', 9, 'offset-80'],
    ]);
  });
});
