import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPdf } from '../../scripts/check/pdf-file.js';
import { checkPdfUa } from '../../scripts/check/pdf-ua.js';
import { build } from '../../scripts/pipeline/build.js';
import { readPdfObjects } from '../../scripts/print/pdf-facts.js';
import type { ReadElement, ReadKid, TaggedFacts } from '../../scripts/print/tags/read-tagged.js';
import { makeBook, richBook } from './make-book.js';

const long = '春江潮水连海平，海上明月共潮生。'.repeat(80);
const rows = Array.from({ length: 60 }, (_, row) => `| 项${row} | ${row} |`).join('\n');
const book: Readonly<Record<string, string>> = {
  'book.yaml':
    'id: tagged\ntitle: 标签 & 书\nlanguage: zh-Hans\nauthors:\n  - name: 某某\nrights: 版权所有\n',
  'chapters/1.md': [
    '# 第一章\n\n## 节\n\n一段，有*着重*[^1]，<span lang="en">Foreign words</span>。',
    '<ruby>漢<rt>かん</rt></ruby>字，公式 $a^2$。',
    '1. 甲\n2. 乙\n   - 丙\n',
    `术语\n: 解释\n\n${long}`,
    `| 名 | 数 |\n|---|---|\n${rows}`,
    '> 引文\n\n[^1]: 注文。\n',
    '![过渡人次逐年下降](chart.svg)\n',
  ].join('\n\n'),
  'chapters/chart.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="80"><text x="20" y="40">2016 2026</text></svg>',
};

let facts: TaggedFacts;
let file: Uint8Array;
let printed: Uint8Array;

beforeAll(async () => {
  const folder = await makeBook(book);
  const out = await mkdtemp(join(tmpdir(), 'banxin-tagged-'));
  const { value } = await build({ book: folder, out, formats: ['pdf'] });
  expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  file = await readFile(join(out, 'tagged.pdf'));
  const read = (await readPdfObjects(file))?.tagged();
  if (!read) throw new Error('the PDF cannot be read');
  facts = read;
  printed = await atTrim(await printedBefore(join(folder, '.banxin', 'cache')), file);
}, 60_000);

/** The PDF as the browser printed it, which the cache keeps. */
async function printedBefore(cache: string): Promise<Uint8Array> {
  const entries = await readdir(cache, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((item) => item.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name));
    const start = bytes.subarray(0, 2000).indexOf('%PDF-');
    if (start >= 0) return bytes.subarray(start);
  }
  throw new Error('the cache has no printed pages');
}

/** The printed pages without the room for the bleed around them, as another file shows them. */
async function atTrim(bytes: Uint8Array, like: Uint8Array): Promise<Uint8Array> {
  const [pdf, other] = [await PDFDocument.load(bytes), await PDFDocument.load(like)];
  const { width, height } = other.getPage(0).getSize();
  // 3 mm of bleed are 12 px, of 0.75 pt each.
  const room = 12 * 0.75;
  for (const page of pdf.getPages()) page.setMediaBox(room, page.getHeight() - room - height, width, height);
  return pdf.save();
}

function all(type: string, kids: readonly ReadKid[] = facts.tree): readonly ReadElement[] {
  return kids.flatMap((kid) => {
    if (!('type' in kid)) return [];
    return [...(kid.type === type ? [kid] : []), ...all(type, kid.kids)];
  });
}

function textOf(kid: ReadKid): string {
  if ('type' in kid) return kid.kids.map(textOf).join('');
  return 'mcid' in kid ? (facts.contents[kid.page - 1]?.texts.get(kid.mcid) ?? '') : '';
}

function pagesOf(kid: ReadKid): readonly number[] {
  if ('type' in kid) return [...new Set(kid.kids.flatMap(pagesOf))];
  return 'mcid' in kid ? [kid.page] : [];
}

describe('the structure tree of a printed book', () => {
  it('has a paragraph over pages as one element', () => {
    const paragraph = all('P').filter((element) => textOf(element) === long);
    expect(paragraph).toHaveLength(1);
    expect(pagesOf(paragraph[0] as ReadElement).length).toBeGreaterThan(1);
  });

  it('has a table over pages as one table, with its head once and every row', () => {
    const tables = all('Table');
    expect(tables).toHaveLength(1);
    expect(all('TR', tables)).toHaveLength(61);
    expect(all('TH').map((head) => [textOf(head), head.attributes.get('Scope')])).toEqual([
      ['名', '/Column'],
      ['数', '/Column'],
    ]);
  });

  it('reads the letters of a drawing as part of the picture, which has words of its own', () => {
    // That the build found nothing wrong says that they are not taken for the manuscript's text either.
    expect(all('Figure').map((figure) => [figure.alt, textOf(figure)])).toEqual([
      ['过渡人次逐年下降', '2016 2026'],
    ]);
  });

  it('reads list items with their marks, terms, ruby and quotations', () => {
    expect(all('LI').map(textOf)).toEqual(expect.arrayContaining(['1. 甲', '2. 乙丙', '丙', '术语解释']));
    expect(all('Ruby').map(textOf)).toEqual(['漢かん']);
    expect(all('RT').map(textOf)).toEqual(['かん']);
    expect(all('BlockQuote').map(textOf)).toEqual(['引文']);
    expect(all('Formula').map(({ alt }) => alt)).toEqual(['a^2']);
    expect(
      all('Span')
        .filter(({ language }) => language === 'en')
        .map(textOf),
    ).toEqual(['Foreign words']);
  });

  it('has the note with an id and a mark that leads back, and its call as a reference', () => {
    const [note] = all('Note');
    expect(note && textOf(note)).toBe('①注文。');
    expect(note?.id).toBeTruthy();
    expect(all('Reference').map(textOf)).toContain('①');
    const words = facts.links.map(({ contents }) => contents);
    expect(words).toEqual(expect.arrayContaining(['注①', '回到注①在正文中的位置', '第一章：第 1 页']));
  });

  it('says the same of the book as its metadata, whatever signs they hold', () => {
    expect(facts.xmp).toContain('标签 &amp; 书');
    expect(facts.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(Buffer.from(file.subarray(0, 8)).toString()).toBe('%PDF-1.7');
  });

  it('changes nothing that is seen', async () => {
    const [before, after] = await Promise.all([openPdf(printed), openPdf(file)]);
    expect(after?.pages).toBe(before?.pages);
    for (let page = 1; page <= (after?.pages ?? 0); page++) {
      const [was, is] = await Promise.all([before?.drawPage(page, 300), after?.drawPage(page, 300)]);
      expect(is && Buffer.compare(is, was ?? Buffer.alloc(0))).toBe(0);
    }
  }, 60_000);

  it('keeps the rules of PDF/UA-1; the browser alone does not', async () => {
    expect(checkPdfUa(facts, 'tagged.pdf').diagnostics).toEqual([]);
    const browser = (await readPdfObjects(printed))?.tagged();
    const codes = browser ? checkPdfUa(browser, 'x.pdf').diagnostics.map(({ code }) => code) : [];
    expect(codes).toEqual(
      expect.arrayContaining(['pdf-ua-untagged', 'pdf-ua-identifier', 'pdf-ua-link-contents', 'pdf-ua-type']),
    );
  });

  it('finds a header cell without scope and a level that is left out', () => {
    const spoiled = (kid: ReadKid): ReadKid => {
      if (!('type' in kid)) return kid;
      const type = kid.type === 'H2' ? 'H3' : kid.type;
      return {
        ...kid,
        type,
        standard: kid.standard === 'H2' ? 'H3' : kid.standard,
        attributes: new Map(),
        kids: kid.kids.map(spoiled),
      };
    };
    const tree = facts.tree.map((element) => spoiled(element) as ReadElement);
    const codes = checkPdfUa({ ...facts, tree }, 'x.pdf').diagnostics.map(({ code }) => code);
    expect([...new Set(codes)].sort()).toEqual(['pdf-ua-heading-level', 'pdf-ua-table-header']);
  });
});

it('a rich book reads as its manuscript does', async () => {
  const folder = await makeBook(richBook);
  const out = await mkdtemp(join(tmpdir(), 'banxin-tagged-'));
  const { value } = await build({ book: folder, out, formats: ['pdf'] });
  const order = value?.checks.find(({ check }) => check === 'pdf-order');
  expect(order?.status).toBe('passed');
  expect(order?.figures.characters).toBeGreaterThan(5000);
}, 60_000);
