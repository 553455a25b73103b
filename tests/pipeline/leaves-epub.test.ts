import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { leavesBook } from './leaves-book.js';
import { makeBook } from './make-book.js';

type Documents = ReadonlyMap<string, string>;

/** The documents of a book's EPUB by their names, in the order of its spine. The book builds with all checks clean. */
async function documentsOf(files: Readonly<Record<string, string>>): Promise<Documents> {
  const out = await mkdtemp(join(tmpdir(), 'banxin-out-'));
  const { value, diagnostics } = await build({ book: await makeBook(files), out, formats: ['epub'] });
  expect([...diagnostics, ...(value?.checks.flatMap((check) => check.diagnostics) ?? [])]).toEqual([]);
  const zip = await JSZip.loadAsync(await readFile(join(out, 'leaves.epub')));
  const opf = (await zip.file('OEBPS/content.opf')?.async('string')) ?? '';
  const hrefs = new Map(
    [...opf.matchAll(/<item id="([^"]+)" href="([^"]+)"/g)].map(([, id, href]) => [id, href]),
  );
  const spine = [...opf.matchAll(/<itemref idref="([^"]+)"/g)].map(([, id]) => hrefs.get(id) ?? '');
  const texts = await Promise.all(
    spine.map(async (href) => (await zip.file(`OEBPS/${href}`)?.async('string')) ?? ''),
  );
  return new Map([
    ...spine.map((href, index): [string, string] => [
      href.replace(/^text\/|\.xhtml$/g, ''),
      texts[index] ?? '',
    ]),
    ['nav', (await zip.file('OEBPS/toc.xhtml')?.async('string')) ?? ''],
  ]);
}

/** Division, type and role of a document. */
function semanticsOf(document: string): string {
  const division = /<body[^>]* epub:type="([^"]+)"/.exec(document)?.[1];
  const section = /<section[^>]*>/.exec(document)?.[0] ?? '';
  const [type, role] = [/epub:type="([^"]+)"/, /role="([^"]+)"/].map((pattern) => pattern.exec(section)?.[1]);
  return [division, type, role].filter(Boolean).join(' ');
}

describe('the leaves of an e-book', () => {
  let documents: Documents = new Map();
  beforeAll(async () => {
    documents = await documentsOf(leavesBook);
  }, 120_000);

  it('stand before the text but for the imprint, which is the last page; each says what it is', () => {
    const pages = [...documents].filter(([name]) => name !== 'nav');
    expect(pages.map(([name, text]) => `${name}: ${semanticsOf(text)}`)).toEqual([
      'cover: frontmatter',
      'title: frontmatter titlepage',
      'dedication: frontmatter dedication doc-dedication',
      'epigraph: frontmatter epigraph doc-epigraph',
      'c001: frontmatter',
      'contents: frontmatter toc doc-toc',
      'c002: bodymatter part doc-part',
      'c003: bodymatter chapter doc-chapter',
      'c004: bodymatter chapter doc-chapter',
      'c005: backmatter endnotes doc-endnotes',
      'c006: backmatter bibliography doc-bibliography',
      'c007: backmatter doc-index',
      'c008: backmatter colophon doc-colophon',
      'imprint: backmatter copyright-page',
    ]);
  });

  it('the imprint has what an e-book has: no format, no sheets, no price, no barcode', () => {
    const imprint = documents.get('imprint') ?? '';
    expect(imprint).toContain('<dt>版次</dt><dd>2024年5月第1版</dd>');
    expect(imprint).toContain('<p>版权所有，侵权必究</p>');
    expect(imprint).toMatch(/CIP[\s\S]*ISBN 978-7-5000-0000-6<\/p>/);
    for (const absent of ['开本', '印张', '定价', '<svg']) expect(imprint).not.toContain(absent);
  });

  it('an index in one list has its entries marked; one in groups has the role alone', async () => {
    expect(documents.get('c007')).not.toContain('index-entry');
    const one = await documentsOf({
      'book.yaml': 'id: leaves\ntitle: 书\nlanguage: zh-Hans\n',
      'chapters/1.md': '# 一\n\n文。\n',
      'chapters/2.md': '---\nkind: index\n---\n# 索引\n\n- 甲，1\n- 乙，2\n  - 丙，3\n',
    });
    const index = one.get('c002') ?? '';
    expect(semanticsOf(index)).toBe('backmatter index doc-index');
    expect(index.match(/epub:type="index-entry(?:-list)?"/g)).toEqual([
      'epub:type="index-entry-list"',
      'epub:type="index-entry"',
      'epub:type="index-entry"',
    ]);
  }, 60_000);

  it('chapters stand under their part in the contents', () => {
    const contents = (documents.get('nav') ?? '').replace(/\s*\n\s*/g, '');
    expect(contents).toMatch(/上编<\/a><ol><li><a[^>]*>第一章 长安西去/);
    expect(contents).toMatch(/第二章[^<]*<\/a><\/li><\/ol><\/li><li><a[^>]*>注释/);
  });
});
