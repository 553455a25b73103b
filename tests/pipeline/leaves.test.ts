import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { leavesBook } from './leaves-book.js';
import { makeBook } from './make-book.js';

/** A piece of text, in pt from the page's top left corner. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
}

interface PrintedPage {
  /** As a reader shows it. */
  readonly label: string;
  readonly side: 'recto' | 'verso';
  readonly text: string;
  readonly pieces: readonly Piece[];
}

type BookFiles = Readonly<Record<string, string>>;

/** The pages of a book as they are read back; the book builds with all checks clean. */
async function printed(files: BookFiles): Promise<readonly PrintedPage[]> {
  const out = await mkdtemp(join(tmpdir(), 'banxin-out-'));
  const { value, diagnostics } = await build({ book: await makeBook(files), out, formats: ['pdf'] });
  expect([...diagnostics, ...(value?.checks.flatMap((check) => check.diagnostics) ?? [])]).toEqual([]);
  return readBack(await readFile(join(out, 'leaves.pdf')));
}

async function readBack(bytes: Uint8Array): Promise<readonly PrintedPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const labels = (await pdf.getPageLabels()) ?? [];
  const pages: PrintedPage[] = [];
  for (const [index, label] of labels.entries()) {
    const page = await pdf.getPage(index + 1);
    const { height } = page.getViewport({ scale: 1 });
    const pieces = (await page.getTextContent()).items.flatMap((item): Piece[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , left = 0, bottom = 0] = item.transform as number[];
      return [{ text: item.str, left, right: left + item.width, baseline: height - bottom }];
    });
    const text = pieces
      .map((piece) => piece.text)
      .join('')
      .replace(/\s/g, '');
    pages.push({ label, side: index % 2 === 0 ? 'recto' : 'verso', text, pieces });
  }
  await pdf.loadingTask.destroy();
  return pages;
}

const withSettings = (change: (yaml: string) => string): BookFiles => ({
  ...leavesBook,
  'book.yaml': change(leavesBook['book.yaml'] ?? ''),
});

describe('the leaves of a book', () => {
  let pages: readonly PrintedPage[] = [];
  const pageWith = (text: string) => pages.find((page) => page.text.includes(text));
  const from = (text: string) => pages.findIndex((page) => page.text.includes(text));

  beforeAll(async () => {
    pages = await printed(leavesBook);
  }, 120_000);

  it('come in order: half-title, title, imprint on its back, dedication, epigraph, preface, contents', () => {
    const opens = pages.slice(0, 12).map(({ label, text }) => `${label} ${text.slice(0, 6)}`.trim());
    expect(opens).toEqual([
      'i 江上数峰',
      'ii',
      'iii 江上数峰唐人',
      'iv 图书在版编目',
      'v 献给父亲',
      'vi',
      'vii 曲终人不见，',
      'viii',
      'ix 序写诗的人走',
      'x',
      'xi 目录序ix上',
      'xii',
    ]);
  });

  it('the body begins with 1 on a recto, and a part stands alone on its recto', () => {
    expect(pages.slice(12, 15).map(({ label, side, text }) => [label, side, text.slice(0, 8)])).toEqual([
      ['1', 'recto', '上编'],
      ['2', 'verso', ''],
      ['3', 'recto', '第一章长安西去灞'],
    ]);
  });

  it('no opening, leaf or blank carries a running head or a folio; a page of text does', () => {
    const text = pages[15];
    expect([text?.label, text?.text.slice(0, 4), text?.text.slice(-1)]).toEqual(['4', '江上数峰', '4']);
    for (const { label, text: all } of pages.slice(0, 15)) expect(all.endsWith(label)).toBe(false);
  });

  it('the imprint has what is given, sheets and characters as they are, and the barcode’s digits', () => {
    const imprint = pages[3]?.text ?? '';
    expect(imprint).toContain('开本889毫米×1194毫米1/32成品尺寸140毫米×210毫米');
    expect(imprint).toContain(`印张${(2 * Math.ceil(pages.length / 2)) / 32}字数`);
    expect(imprint).toContain('版次2024年5月第1版印次第2次印刷书号ISBN978-7-5000-0000-6定价58.00元');
    expect(imprint).toContain('责任编辑周子实');
    expect(imprint).toContain('9787500000006');
    expect(pages[2]?.text).not.toContain('周子实');
  });

  it('the contents list parts, chapters and sections, but neither colophon nor the letters of an index', () => {
    const contents = (pages[10]?.text ?? '').replaceAll('·', '');
    expect(contents).toMatch(/^目录序ix上编1第一章长安西去3灞桥3渭城\d第二章/);
    expect(contents).toMatch(/注释\d+参考文献\d+索引\d+$/);
  });

  it('folios of the contents end at one edge, and the dots of all leaders stand under each other', () => {
    const pieces = pages[10]?.pieces ?? [];
    const edges = (pattern: RegExp) =>
      pieces.filter(({ text }) => pattern.test(text)).map(({ right }) => right);
    const folios = edges(/^[\divx]+$/);
    const dots = edges(/^[·\s]+$/);
    for (const rights of [folios, dots]) {
      expect(rights).toHaveLength(9);
      expect(Math.max(...rights) - Math.min(...rights)).toBeLessThan(0.1);
    }
    expect(Math.min(...folios) - Math.max(...dots)).toBeGreaterThan(5);
  });

  it('the index stands in two columns', () => {
    const index = pages[from('王维之1，')];
    const starts = new Set(
      index?.pieces.filter(({ text }) => text.startsWith('王维')).map(({ left }) => Math.round(left)),
    );
    expect(starts.size).toBe(2);
  });

  it('a bibliography hangs its lines by two characters', () => {
    const pieces = pageWith('程千帆')?.pieces ?? [];
    const first = pieces.find(({ text }) => text.startsWith('程千帆'));
    const next = pieces.find(({ baseline }) => first && Math.abs(baseline - first.baseline - 13.5) < 1);
    expect((next?.left ?? 0) - (first?.left ?? 0)).toBeCloseTo(18, 0);
  });

  it('the colophon is the last page, at its foot', () => {
    const last = pages.at(-1);
    expect(last?.text).toBe('版记本书以思源宋体排印。');
    // The type area of 140 × 210 mm ends some 80 pt from the page's foot.
    expect(Math.max(...(last?.pieces.map(({ baseline }) => baseline) ?? []))).toBeGreaterThan(480);
  });
});

describe('the imprint', () => {
  it.each(['b32-130x184', 'in-5x8', 'a4'])('takes one page of %s, whatever it says', async (trim) => {
    const pages = await printed(withSettings((yaml) => yaml.replace('b32-140x210', trim)));
    expect(pages[3]?.text).toContain('印装错误');
    expect(pages[3]?.text).toMatch(/^图书在版编目/);
    expect(pages[4]?.text).toBe('献给父亲');
  }, 120_000);

  it('of a Japanese book is its last page', async () => {
    const settings = withSettings((yaml) =>
      yaml.replace('zh-Hans', 'ja').replace(/cip:[\s\S]*?(?=trim)/, ''),
    );
    const { 'chapters/90-colophon.md': _, ...files } = settings;
    const pages = await printed(files);
    expect(pages.at(-1)?.text).toContain('初版第2刷発行');
    expect(pages.at(-1)?.text).toContain('定価58.00元');
    expect(pages[3]?.text).toBe('');
  }, 120_000);
});

describe('a book that asks for no contents', () => {
  it('has none', async () => {
    const pages = await printed(withSettings((yaml) => yaml.replace('{ depth: 2 }', 'false')));
    expect(pages.slice(8, 11).map(({ text }) => text.slice(0, 4))).toEqual(['序写诗的', '', '上编']);
  }, 120_000);
});

describe('a theme whose front matter has arabic folios', () => {
  it('counts the pages through, and the body still opens on a recto', async () => {
    const faces = ['song-400', 'song-700', 'song-900', 'hei-400', 'hei-700', 'kai-400'];
    const theme = { openOn: 'next', frontFolios: 'arabic', body: { size: 10.5, line: 18 }, faces };
    const pages = await printed({
      ...withSettings((yaml) => `${yaml}theme: mine\n`),
      'styles/themes/mine/theme.json': JSON.stringify(theme),
    });
    expect(pages.map(({ label }) => label)).toEqual(pages.map((_, index) => String(index + 1)));
    expect(pages[12]).toMatchObject({ label: '13', side: 'recto', text: '上编' });
    expect(pages[10]?.text).toMatch(/^目录序9上编13第一章长安西去15/);
  }, 120_000);
});
