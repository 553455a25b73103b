import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { checkEpubContainer } from '../../scripts/check/epub-container.js';
import { checkEpubText } from '../../scripts/check/epub-text.js';
import { checkEpubLight } from '../../scripts/check/epubcheck-light.js';
import { type EbookInput, makeEpub } from '../../scripts/ebook/make-epub.js';
import type { Book } from '../../scripts/model/book.js';
import {
  assetOf,
  bookOf,
  fullMeta,
  inputOf,
  pagesOf,
  png,
  richBook,
  richFiles,
  songOf,
} from './sample-books.js';
import { seedEpub } from './seed-epub.js';

async function epubOf(input: EbookInput): Promise<Uint8Array> {
  const { value, diagnostics } = await makeEpub(input);
  expect(diagnostics).toEqual([]);
  if (!value) throw new Error('no EPUB was made');
  return value.bytes;
}

async function filesOf(epub: Uint8Array): Promise<Record<string, string>> {
  const { files } = await JSZip.loadAsync(epub);
  const texts = Object.keys(files).map(async (name) => [name, await files[name]?.async('string')]);
  return Object.fromEntries(await Promise.all(texts));
}

const tale = '<h1 id="c1-t">Title</h1>\n<p>Plain words in a row.</p>';

const books: readonly (readonly [string, Book])[] = [
  ['a Chinese book with all that a chapter can hold', richBook(fullMeta)],
  ['a book without any optional metadata, author included', richBook({ authors: [] })],
  ['an English book', bookOf([{ id: 'c1', html: tale }], { title: 'A Tale', language: 'en' })],
  [
    'a Japanese book',
    bookOf([{ id: 'c1', html: '<h1 id="c1-t">第一章</h1><p><ruby>漢<rt>かん</rt></ruby>字</p>' }], {
      language: 'ja',
    }),
  ],
  [
    'a book in traditional Chinese',
    bookOf([{ id: 'c1', html: '<h1 id="c1-t">第一章</h1><p>臺灣</p>' }], { language: 'zh-Hant-TW' }),
  ],
  [
    'a book with a single chapter without headings',
    bookOf([{ id: 'c1', title: '无题', html: '<p>正文</p>' }]),
  ],
  [
    'a book whose title page has marks that XML escapes',
    bookOf([{ id: 'c1', html: tale }], { title: '<A> & "B"', publisher: "O'X" }),
  ],
  [
    'a book with blank metadata',
    bookOf([{ id: 'c1', html: tale }], { description: ' ', publisher: '', rights: '\n', subtitle: ' ' }),
  ],
  ['a chapter in another language than its book', bookOf([{ id: 'c1', language: 'en', html: tale }])],
];

describe('an EPUB', () => {
  it.each(books)('of %s has no errors or warnings, and all of the text', async (_, book) => {
    const epub = await epubOf(inputOf(book, richFiles));
    for (const check of [checkEpubContainer, checkEpubLight, checkEpubText]) {
      const { status, diagnostics } = await check({ epub, book });
      expect({ status, diagnostics }).toEqual({ status: 'passed', diagnostics: [] });
    }
  });

  it('has the same bytes when it is made twice, in any time zone', async () => {
    const zone = process.env.TZ;
    const input = { ...inputOf(richBook(fullMeta), richFiles), fonts: [await songOf('样书')] };
    const first = await epubOf(input);
    process.env.TZ = 'Asia/Shanghai';
    const second = await epubOf(input);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it('of the newspaper that comes with Banxin is under 400 KB, fonts and cover included', async () => {
    expect((await seedEpub()).byteLength).toBeLessThan(400_000);
  });

  it('has a table for old readers that is two levels deep at most, which is what Kindle shows', async () => {
    const ncx = (await filesOf(await epubOf(inputOf(richBook(), richFiles))))['OEBPS/toc.ncx'] ?? '';
    let [depth, deepest] = [0, 0];
    for (const [tag] of ncx.matchAll(/<\/?navPoint/g)) {
      depth += tag.startsWith('</') ? -1 : 1;
      deepest = Math.max(deepest, depth);
    }
    expect([deepest, /name="dtb:depth" content="(\d)"/.exec(ncx)?.[1]]).toEqual([2, '2']);
  });

  it('names all files in ASCII, pictures by their content, and holds no folders', async () => {
    const files = await filesOf(
      await epubOf({ ...inputOf(richBook(), richFiles), fonts: [await songOf('样书')] }),
    );
    expect(Object.keys(files)).toEqual([
      'mimetype',
      'OEBPS/style.css',
      'OEBPS/text/cover.xhtml',
      'OEBPS/text/title.xhtml',
      'OEBPS/text/c001.xhtml',
      'OEBPS/text/contents.xhtml',
      'OEBPS/text/c002.xhtml',
      'OEBPS/text/c003.xhtml',
      'OEBPS/text/c004.xhtml',
      'OEBPS/text/imprint.xhtml',
      'META-INF/container.xml',
      'OEBPS/content.opf',
      'OEBPS/toc.ncx',
      'OEBPS/toc.xhtml',
      'OEBPS/images/cover.png',
      expect.stringMatching(/^OEBPS\/images\/[0-9a-f]{16}\.png$/),
      'OEBPS/fonts/banxin-song-400.ttf',
      'OEBPS/fonts/OFL.txt',
    ]);
    expect(files['OEBPS/style.css']).toContain('src: url("fonts/banxin-song-400.ttf")');
    expect(files['OEBPS/fonts/OFL.txt']).toContain('SIL Open Font License');
  });
});

describe('a chapter in an EPUB', () => {
  const chapters = async () => filesOf(await epubOf(inputOf(richBook(), richFiles)));

  it('keeps Chinese as characters, list numbers, ruby, and both language attributes', async () => {
    const page = (await chapters())['OEBPS/text/c002.xhtml'];
    expect(page).toContain('虹口区<span class="gap"> </span>党员先行');
    expect(page).toContain('<ol start="3">');
    expect(page).toContain('<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>');
    expect(page).toContain('<span lang="en" xml:lang="en">');
    expect(page).toContain(
      '<section id="c01" epub:type="chapter" role="doc-chapter" aria-labelledby="c01-yi">',
    );
    expect(page).not.toContain('&#x8');
  });

  it('holds the long phrases of a heading together and breaks them between words alone', async () => {
    const html =
      '<div class="kicker"><p>广大干部第一时间认真学习——</p></div><h1 id="c1-t">勠力同心，坚决打赢疫情防控这场大仗硬仗</h1><p>坚决打赢疫情防控这场大仗硬仗</p>';
    const page = (await filesOf(await epubOf(inputOf(bookOf([{ id: 'c1', html }])))))[
      'OEBPS/text/c001.xhtml'
    ];
    expect(page).toContain('<h1 id="c1-t">勠力同心，<span class="phrase">坚决<wbr/>打赢<wbr/>');
    expect(page).toContain('这场<wbr/>大仗<wbr/>硬仗</span></h1><p>坚决打赢疫情防控这场大仗硬仗</p>');
    expect(page).toMatch(/<div class="kicker"><p><span class="phrase">广大<wbr\/>干部.*学习——<\/span><\/p>/);
  });

  it('says one level less of a heading that skips one, without changing how it looks', async () => {
    const html =
      '<h1 id="c1-a">一</h1><h4 id="c1-b">二</h4><h4 id="c1-c">三</h4><h2 id="c1-d">四</h2><p>文</p>';
    const book = bookOf([{ id: 'c1', html }]);
    const epub = await epubOf(inputOf(book));
    const page = (await filesOf(epub))['OEBPS/text/c001.xhtml'];
    expect(page).toContain(
      '<h4 id="c1-b" aria-level="2">二</h4><h4 id="c1-c" aria-level="2">三</h4><h2 id="c1-d">四</h2>',
    );
    expect((await checkEpubLight({ epub, book })).diagnostics).toEqual([]);
  });

  it('shows each note in an aside that begins with its number, which leads back', async () => {
    const page = (await chapters())['OEBPS/text/c002.xhtml'];
    expect(page).toContain(
      '<sup class="noteref"><a id="c01-call-1" href="#c01-note-1" role="doc-noteref" epub:type="noteref">1</a></sup>',
    );
    expect(page).toMatch(
      /<aside id="c01-note-1" class="note" role="doc-footnote" epub:type="footnote"><p class="note-text"><a class="note-label" role="doc-backlink" href="#c01-call-1"[^>]*>1<\/a> 注一的文字/,
    );
    expect(page).not.toContain('↩');
  });

  it('keeps the arrows to all further calls of one note', async () => {
    const call = (id: string) =>
      `<sup class="noteref"><a id="${id}" href="#c1-n" role="doc-noteref">1</a></sup>`;
    const back = (id: string) => `<a href="#${id}" class="backlink" role="doc-backlink">↩︎</a>`;
    const html = `<p>甲${call('c1-a')}乙${call('c1-b')}</p><section class="notes" data-footnotes role="doc-endnotes"><ol><li id="c1-n" class="note"><ul><li>注</li></ul><p>${back('c1-a')}${back('c1-b')}</p></li></ol></section>`;
    const book = bookOf([{ id: 'c1', title: '一', html }]);
    const page = (await filesOf(await epubOf(inputOf(book))))['OEBPS/text/c001.xhtml'] ?? '';
    expect(page.match(/href="#c1-a"/g)).toHaveLength(1);
    expect(page).toMatch(
      /<aside[^>]*><a class="note-label"[^>]*>1<\/a> <ul><li>注<\/li><\/ul><p><a href="#c1-b"[^>]*>↩︎<\/a><\/p><\/aside>/,
    );
  });

  it('links to other chapters by their files', async () => {
    const page = (await chapters())['OEBPS/text/c001.xhtml'];
    expect(page).toContain('<a href="c002.xhtml#c01-di-er-jie">第二节</a>');
    expect(page).toContain('<a href="c003.xhtml">第二章</a>');
  });

  it('says where a printed page begins when the print edition is known', async () => {
    const pagination = pagesOf(['i', 'c00'], ['1', 'c01'], ['5', 'c02']);
    const files = await filesOf(await epubOf({ ...inputOf(richBook(fullMeta), richFiles), pagination }));
    expect(files['OEBPS/text/c003.xhtml']).toContain(
      '<span id="page_5" role="doc-pagebreak" aria-label="5" epub:type="pagebreak"></span>',
    );
    expect(files['OEBPS/toc.xhtml']?.match(/#page_\w+/g)).toEqual(['#page_i', '#page_1', '#page_5']);
    expect(files['OEBPS/content.opf']).toContain(
      '<meta property="pageBreakSource">urn:isbn:9787508667895</meta>',
    );
  });
});

describe('the title page of an EPUB', () => {
  it('says what each person did, and marks the title as the first heading', async () => {
    const page = (await filesOf(await epubOf(inputOf(bookOf([{ id: 'c1', html: tale }], fullMeta)))))[
      'OEBPS/text/title.xhtml'
    ];
    expect(page).toContain('<h1 id="title-page" class="title">样书 &#x26; 例</h1>');
    expect(page).toContain('<p class="author role-aut">曹雪芹 <span class="role">著</span></p>');
    expect(page).toContain('<p class="author role-trl">译者甲 <span class="role">译</span></p>');
  });
});

describe('the package of an EPUB', () => {
  it('names people with roles and sort names, and the ISBN of the e-book', async () => {
    const opf = (await filesOf(await epubOf(inputOf(richBook(fullMeta), richFiles))))['OEBPS/content.opf'];
    expect(opf).toContain('<dc:identifier id="identifier">urn:isbn:9787121365329</dc:identifier>');
    expect(opf).toContain('<dc:creator id="person-1">曹雪芹</dc:creator>');
    expect(opf).toContain('<meta refines="#person-1" property="file-as">Cao, Xueqin</meta>');
    expect(opf).toContain('<meta refines="#person-2" property="role" scheme="marc:relators">trl</meta>');
    expect(opf).toContain('<meta property="dcterms:modified">2024-05-17T08:30:01Z</meta>');
    expect(opf).toContain('properties="cover-image"');
  });

  it('names series, subjects and what the publisher claims, and nothing that the book does not say', async () => {
    const opfOf = async (meta: Partial<Book['meta']>) =>
      (await filesOf(await epubOf(inputOf(bookOf([{ id: 'c1', html: tale }], meta)))))['OEBPS/content.opf'];
    const opf = await opfOf({
      series: { title: '夜行丛书', number: '3' },
      subjects: [{ term: '散文' }, { term: '当代小说', scheme: 'CLC', code: 'I247.5' }],
      accessibility: {
        conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.1 Level AA',
        certifiedBy: '某机构',
        certifierReport: 'https://example.org/r',
      },
    });
    expect(opf).toContain('<meta property="belongs-to-collection" id="series">夜行丛书</meta>');
    expect(opf).toContain('<meta refines="#series" property="group-position">3</meta>');
    expect(opf).toContain('<dc:subject id="subject-2">当代小说</dc:subject>');
    expect(opf).toContain('<meta refines="#subject-2" property="term">I247.5</meta>');
    expect(opf).toContain('>EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>');
    expect(opf).toContain('refines="#conformance">某机构</meta>');
    const plain = await opfOf({});
    for (const absent of ['conformsTo', 'certifi', 'belongs-to-collection', 'dc:subject'])
      expect(plain).not.toContain(absent);
  });

  it('makes the same UUID for a book without an ISBN, whatever its text says', async () => {
    const idOf = async (book: Book) =>
      /urn:uuid:[0-9a-f-]{36}/.exec(
        (await filesOf(await epubOf(inputOf(book))))['OEBPS/content.opf'] ?? '',
      )?.[0];
    const first = await idOf(bookOf([{ id: 'c1', html: tale }]));
    expect(first).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await idOf(bookOf([{ id: 'c1', html: `${tale}<p>More.</p>` }]))).toBe(first);
    expect(await idOf(bookOf([{ id: 'c1', html: tale }], { title: '别的书' }))).not.toBe(first);
  });

  it('says of accessibility what is in the book', async () => {
    const picture = (alt: string) =>
      bookOf([{ id: 'c1', html: `${tale}<p><img src="a.png"${alt}></p>` }], {}, [
        assetOf('a.png', png(4, 4)),
      ]);
    const opf = async (book: Book) =>
      (await filesOf(await epubOf(inputOf(book, { 'a.png': png(4, 4) }))))['OEBPS/content.opf'];
    expect(await opf(picture(' alt="一幅图"'))).toContain(
      '<meta property="schema:accessibilityFeature">alternativeText</meta>',
    );
    expect(await opf(picture(''))).not.toContain('alternativeText');
    expect(await opf(picture(''))).toContain('部分图片没有替代文字');
  });

  it('turns pages from right to left only for scripts that run so', async () => {
    const opf = async (language: string) =>
      (await filesOf(await epubOf(inputOf(bookOf([{ id: 'c1', html: tale }], { language })))))[
        'OEBPS/content.opf'
      ];
    expect(await opf('ar')).toContain('page-progression-direction="rtl"');
    expect(await opf('zh-Hans')).toContain('page-progression-direction="ltr"');
  });
});

describe('an EPUB is not made', () => {
  const place = { file: 'chapters/c1.md', line: 2 };
  const fault = async (html: string, files: Record<string, Uint8Array> = {}) => {
    const assets = Object.keys(files).map((path) => assetOf(path, png(1, 1)));
    const made = await makeEpub(inputOf(bookOf([{ id: 'c1', title: '一', html }], {}, assets), files));
    expect(made.value).toBeUndefined();
    return made.diagnostics.map(({ code, values, place: where }) => ({ code, values, place: where }));
  };

  it('of a book without chapters', async () => {
    const { value, diagnostics } = await makeEpub(inputOf(bookOf([])));
    expect([value, diagnostics.map(({ code }) => code)]).toEqual([undefined, ['ebook-without-chapters']]);
  });

  it('with a character that XML cannot hold, and its place is named', async () => {
    expect(await fault('<p>一</p>\n<p>a\u0002b</p>')).toEqual([
      { code: 'ebook-character-forbidden', values: { character: 'U+0002' }, place },
    ]);
  });

  it('with a link to nowhere or a picture that the book has not', async () => {
    expect(await fault('<p>一</p>\n<p><a href="#no">x</a><img src="b.png" alt=""></p>')).toEqual([
      { code: 'ebook-link-target-missing', values: { target: '#no' }, place },
      { code: 'ebook-picture-missing', values: { path: 'b.png' }, place },
    ]);
  });

  it('with a picture of a kind that e-readers do not show', async () => {
    const tiff = new Uint8Array([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]);
    expect((await fault('<p><img src="a.tif" alt=""></p>', { 'a.tif': tiff }))[0]).toMatchObject({
      code: 'ebook-picture-type',
    });
  });
});
