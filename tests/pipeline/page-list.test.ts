import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { makeBook } from './make-book.js';
import { withoutJavaHere } from './without-java.js';

withoutJavaHere();

/** Prose of a few common characters in an order of its own; the same on every run. */
function prose(seed: number, length: number): string {
  const characters = '山水风月人家天地春秋花木鸟鱼书剑灯火城门桥路远近高低来去东西南北古今明暗';
  let state = seed;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    text += characters[(state >>> 8) % characters.length];
    if (text.length % 17 === 16) text += '，';
  }
  return `${text}。`;
}

/** Twelve chapters with sections, notes, verse, quotations, pictures and a preface. */
function chapterOf(index: number): string {
  const paragraphs = Array.from({ length: 24 }, (_, at) => {
    const text = prose(index * 100 + at + 1, 120 + ((index * 37 + at * 61) % 160));
    if (at % 8 === 3) return `## 第${at}节\n\n${text}[^${at}]\n\n[^${at}]: ${prose(at + 7, 30)}`;
    if (at % 8 === 5) return `> ${text}`;
    if (at % 8 === 6) return `::: verse\n${text.slice(0, 14)}\n${text.slice(15, 29)}\n:::`;
    return text;
  });
  return `# 第${index}章　${prose(index + 900, 5)}\n\n${paragraphs.join('\n\n')}\n`;
}

/** The marks of notes on a page of a PDF, each twice: at its call and at the note. */
async function noteMarksOf(page: PdfPage): Promise<string[]> {
  const { items } = await page.getTextContent();
  return [
    ...items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .matchAll(/[\u2460-\u2473]/g),
  ].map(([mark]) => mark);
}

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>;

/** The first characters in the type area of a page of a PDF, without white space. */
async function openingOf(page: PdfPage): Promise<string> {
  const { items } = await page.getTextContent();
  const { height } = page.getViewport({ scale: 1 });
  // The running head stands above the type area, the folio below it.
  const inArea = items.filter(
    (item) => 'str' in item && item.transform[5] < height - 50 && item.transform[5] > 50,
  );
  return inArea
    .map((item) => ('str' in item ? item.str : ''))
    .join('')
    .replace(/[\s\u2460-\u2473]/g, '')
    .slice(0, 10);
}

describe('the page list of an e-book whose print edition was made with it', () => {
  let files: Record<string, string>;
  let printed: Map<string, string>;
  let pageCount: number;
  let marks: Map<string, string[]>;

  beforeAll(async () => {
    const chapters = Array.from({ length: 12 }, (_, index) => [
      `chapters/${String(index + 1).padStart(2, '0')}.md`,
      chapterOf(index + 1),
    ]);
    const book = await makeBook({
      'book.yaml':
        'id: long\ntitle: 长书\nlanguage: zh-Hans\ntheme: shu\ntrim: b32-140x210\nnotes: { restart: page }\n',
      ...Object.fromEntries(chapters),
    });
    const out = await mkdtemp(join(tmpdir(), 'banxin-page-list-'));
    const { value, diagnostics } = await build({ book, out });
    expect(diagnostics).toEqual([]);
    expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    const zip = await JSZip.loadAsync(await readFile(join(out, 'long.epub')));
    const names = Object.keys(zip.files).filter((name) => /\.(?:xhtml|opf)$/.test(name));
    files = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''])),
    );
    const pdf = await getDocument({ data: new Uint8Array(await readFile(join(out, 'long.pdf'))) }).promise;
    const labels = (await pdf.getPageLabels()) ?? [];
    pageCount = pdf.numPages;
    [printed, marks] = [new Map(), new Map()];
    for (const [index, label] of labels.entries()) {
      const page = await pdf.getPage(index + 1);
      printed.set(label, await openingOf(page));
      marks.set(label, await noteMarksOf(page));
    }
    await pdf.destroy();
  }, 120_000);

  it('names every page that is not blank, once, in reading order', () => {
    const list = [...(files['OEBPS/toc.xhtml'] ?? '').matchAll(/href="([^"#]+)#(page_\w+)">([^<]+)</g)];
    const withText = [...printed].filter(([, text]) => text !== '').map(([label]) => label);
    const labels = list.map(([, , , label]) => label);
    expect(new Set(labels)).toEqual(new Set(withText));
    expect(labels).toHaveLength(withText.length);
    expect(labels.filter((label) => /^\d+$/.test(label ?? '')).map(Number)).toEqual(
      withText.filter((label) => /^\d+$/.test(label)).map(Number),
    );
    for (const [, file, id] of list) expect(files[`OEBPS/${file}`]).toContain(`<span id="${id}"`);
    expect(pageCount).toBeGreaterThan(80);
  });

  it('leads to the very character where the page begins: the next ten are those of the printed page', () => {
    const found: [string, string][] = [];
    for (const [name, xhtml] of Object.entries(files)) {
      if (!/text\/c\d+/.test(name)) continue;
      const text = xhtml.replace(/<section class="notes"[\s\S]*<\/section>/, '');
      for (const { 1: label = '', index } of text.matchAll(
        /<span id="page_\w+"[^>]*aria-label="(\w+)"[^>]*><\/span>/g,
      )) {
        const after = text
          .slice(index)
          .replace(/<sup class="noteref">.*?<\/sup>|<[^>]*>/g, '')
          .replace(/\s/g, '');
        found.push([label, after.slice(0, 10)]);
      }
    }
    expect(found.length).toBeGreaterThan(50);
    for (const [label, after] of found)
      expect([label, after]).toEqual([label, (printed.get(label) ?? '').slice(0, after.length)]);
  });

  it('has the notes numbered as they are in print, where they begin anew on every page', () => {
    const numbers = new Map<string, string[]>();
    let label = '';
    for (const name of Object.keys(files).sort()) {
      if (!/text\/c\d+/.test(name)) continue;
      const parts = (files[name] ?? '').matchAll(
        /aria-label="(\w+)" epub:type="pagebreak"|role="doc-noteref"[^>]*>(\d+)<|<aside id="[^"]*-(\d+)"/g,
      );
      for (const [, page, number] of parts) {
        if (page) label = page;
        if (number) numbers.set(label, [...(numbers.get(label) ?? []), number]);
      }
    }
    expect(numbers.size).toBeGreaterThan(20);
    for (const [page, own] of numbers) {
      const circled = own.map((number) => String.fromCodePoint(0x2460 + Number(number) - 1));
      expect([page, [...circled, ...circled].sort()]).toEqual([page, marks.get(page)?.sort()]);
    }
  });

  it('names the print edition', () => {
    expect(files['OEBPS/content.opf']).toMatch(
      /<meta property="pageBreakSource">urn:uuid:[0-9a-f-]{36}<\/meta>/,
    );
  });
});
