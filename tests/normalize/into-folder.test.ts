import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { displayPath } from '../../scripts/files/display-path.js';
import { inReadingOrder } from '../../scripts/normalize/encoding/reading-order.js';
import { checkNormalization } from '../../scripts/normalize/ledger/check-normalization.js';
import { normalizeInto } from '../../scripts/pipeline/normalize.js';

const text = [
  '第一章 出门',
  '他沿着河走了一整天，谁也没有遇见。',
  '第二章 过河',
  '天黑的时候，他在树下坐了下来。',
].join('\n');
let folder = '';
let raw = '';
let out = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banxin-normalize-'));
  raw = join(folder, 'river.txt');
  out = join(folder, 'The River');
  await writeFile(raw, text);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const chapter = (name: string): string => join(out, 'chapters', name);
const codes = (outcome: { diagnostics: readonly { code: string }[] }): readonly string[] =>
  outcome.diagnostics.map(({ code }) => code);

describe('a folder of raw files normalized into one book', () => {
  const pages = {
    '1.txt': '第一章 春\n\n　　春天来了，万物复苏，江水\n',
    '2.txt': '暖了，鸭子先知道。\n\n第二章 夏\n\n　　夏天到了，蝉声四起。\n',
    '10.txt': '第三章 秋\n\n　　叶落了。\n',
    'scan.jpg': '',
  };
  beforeEach(async () => {
    await mkdir(join(folder, 'pages'));
    for (const [name, page] of Object.entries(pages)) await writeFile(join(folder, 'pages', name), page);
  });

  it('reads them in natural order, joins what runs over from one to the next, and says what it left out', async () => {
    const { value, diagnostics } = await normalizeInto({ raw: join(folder, 'pages'), out });
    expect(diagnostics.map(({ code, place }) => `${code} ${place?.file}`)).toEqual([
      `raw-file-skipped ${displayPath(join(folder, 'pages', 'scan.jpg'))}`,
    ]);
    expect(value?.chapters.map(({ title }) => title)).toEqual(['第一章 春', '第二章 夏', '第三章 秋']);
    expect(await readFile(chapter('01-chapter-1.md'), 'utf8')).toBe(
      '# 第一章 春\n\n春天来了，万物复苏，江水暖了，鸭子先知道。\n',
    );
    expect(await readdir(join(out, 'source/pages'))).toEqual(['1.txt', '10.txt', '2.txt']);
    expect(await checkNormalization(out)).toEqual({
      value: { ledgers: 1, proved: 3, edited: 0 },
      diagnostics: [],
    });
  });

  it('names file, line and column of what must be looked at', async () => {
    await writeFile(join(folder, 'pages', '2.txt'), '　　第二页有一个私用字\ue000。\n');
    const { diagnostics } = await normalizeInto({ raw: join(folder, 'pages'), out });
    expect(diagnostics.find(({ code }) => code === 'character-private-use')?.place).toEqual({
      file: displayPath(join(folder, 'pages', '2.txt')),
      line: 1,
      column: 12,
    });
  });

  it('of no raw text is an error', async () => {
    await mkdir(join(folder, 'empty'));
    expect(codes(await normalizeInto({ raw: join(folder, 'empty'), out }))).toEqual(['raw-folder-empty']);
  });
});

describe('the order of raw files', () => {
  it.each([
    [['10.txt', '2.txt', '1.txt'], '1.txt 2.txt 10.txt'],
    [['第十章.txt', '第二章.txt', '第十一章.txt'], '第二章.txt 第十章.txt 第十一章.txt'],
    [
      ['红楼梦（下）.txt', '红楼梦（上）.txt', '红楼梦（中）.txt'],
      '红楼梦（上）.txt 红楼梦（中）.txt 红楼梦（下）.txt',
    ],
  ])('of %j is as people number them', (names, expected) => {
    expect(inReadingOrder(names).join(' ')).toBe(expected);
  });
});

describe('a raw text normalized into a book folder', () => {
  it('gives the source untouched, a ledger, the chapters and a first book.yaml', async () => {
    const { value, diagnostics } = await normalizeInto({ raw, out });
    expect(diagnostics).toEqual([]);
    expect(value?.chapters).toEqual([
      { file: 'chapters/01-chapter-1.md', title: '第一章 出门', paragraphs: 1, joins: 0 },
      { file: 'chapters/02-chapter-2.md', title: '第二章 过河', paragraphs: 1, joins: 0 },
    ]);
    expect(await readdir(out)).toEqual(['book.yaml', 'chapters', 'source']);
    expect(await readFile(join(out, 'source/river.txt'), 'utf8')).toBe(text);
    expect(await readFile(chapter('01-chapter-1.md'), 'utf8')).toBe(
      '# 第一章 出门\n\n他沿着河走了一整天，谁也没有遇见。\n',
    );
    expect(await readFile(join(out, 'book.yaml'), 'utf8')).toContain(
      'name of its file.\nid: The-River\ntitle: river\nlanguage: zh-Hans\n',
    );
    expect(await checkNormalization(out)).toEqual({
      value: { ledgers: 1, proved: 2, edited: 0 },
      diagnostics: [],
    });
  });

  it('changes no file when it is normalized again', async () => {
    await normalizeInto({ raw, out });
    const before = await stat(chapter('01-chapter-1.md'));
    const { value, diagnostics } = await normalizeInto({ raw: join(out, 'source/river.txt'), out });
    expect([value?.files, diagnostics]).toEqual([[], []]);
    expect((await stat(chapter('01-chapter-1.md'))).mtimeMs).toBe(before.mtimeMs);
  });

  it('leaves a chapter alone that a person has edited', async () => {
    await normalizeInto({ raw, out });
    await writeFile(chapter('02-chapter-2.md'), '# 过河\n\n改过的文字。\n');
    const { value, diagnostics } = await normalizeInto({ raw, out });
    expect(codes({ diagnostics })).toEqual(['chapters-edited']);
    expect(value?.files).toEqual([]);
    expect(await readFile(chapter('02-chapter-2.md'), 'utf8')).toBe('# 过河\n\n改过的文字。\n');
    expect((await checkNormalization(out)).value).toEqual({ ledgers: 1, proved: 1, edited: 1 });
  });

  it('takes what is new in the raw text into an edited chapter', async () => {
    await normalizeInto({ raw, out });
    await writeFile(chapter('02-chapter-2.md'), '# 过河\n\n改过的文字。\n');
    await writeFile(join(out, 'source/river.txt'), `${text}\n第二天他过了河。`);
    const outcome = await normalizeInto({ raw: join(out, 'source/river.txt'), out });
    expect(codes(outcome)).toEqual(['chapter-merged']);
    expect(await readFile(chapter('02-chapter-2.md'), 'utf8')).toBe(
      '# 过河\n\n改过的文字。\n\n第二天他过了河。\n',
    );
  });

  it('takes away a chapter that it no longer makes, unless a person edited it', async () => {
    await normalizeInto({ raw, out });
    await writeFile(join(out, 'source/river.txt'), text.replace('第二章 过河', '天黑了，他没有过河。'));
    expect(codes(await normalizeInto({ raw: join(out, 'source/river.txt'), out }))).toEqual([]);
    expect(await readdir(join(out, 'chapters'))).toEqual(['01-chapter-1.md']);
  });

  it('keeps a book.yaml that is there', async () => {
    await normalizeInto({ raw, out });
    await writeFile(join(out, 'book.yaml'), 'title: 河\n');
    await normalizeInto({ raw, out });
    expect(await readFile(join(out, 'book.yaml'), 'utf8')).toBe('title: 河\n');
  });
});

describe('a book folder that a raw text cannot go into', () => {
  it('is one whose kept source is another text', async () => {
    await normalizeInto({ raw, out });
    await writeFile(raw, `${text}\n另一份。`);
    expect(codes(await normalizeInto({ raw, out }))).toEqual(['source-differs']);
    expect(await readFile(join(out, 'source/river.txt'), 'utf8')).toBe(text);
  });

  it('is one with chapters of another text', async () => {
    await normalizeInto({ raw, out });
    const other = join(folder, 'other.txt');
    await writeFile(other, text);
    expect(codes(await normalizeInto({ raw: other, out }))).toEqual(['chapters-of-another-text']);
    expect(await readdir(join(out, 'source'))).toEqual([
      'river.txt',
      'river.txt.ledger.json',
      'river.txt.ledger.txt.gz',
      'river.txt.review.html',
    ]);
  });

  it('is one whose ledger is damaged', async () => {
    await normalizeInto({ raw, out });
    await writeFile(join(out, 'source/river.txt.ledger.json'), '{');
    expect(codes(await normalizeInto({ raw, out }))).toEqual(['ledger-unreadable']);
    expect(codes(await checkNormalization(out))).toEqual(['ledger-unreadable']);
  });
});

describe('a raw text that cannot be normalized', () => {
  it('leaves nothing behind', async () => {
    await writeFile(raw, '%PDF-1.7');
    expect(codes(await normalizeInto({ raw, out }))).toEqual(['file-is-binary']);
    expect(codes(await normalizeInto({ raw: join(folder, 'missing.txt'), out }))).toEqual(['file-not-found']);
    expect(await readdir(folder)).toEqual(['river.txt']);
  });
});
