import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { deflateSync } from 'node:zlib';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import subsetFont from 'subset-font';
import { visit } from 'unist-util-visit';
import type { EbookInput } from '../../scripts/ebook/make-epub.js';
import type { Asset, Book, BookMeta, Chapter, Heading, Matter, Note } from '../../scripts/model/book.js';
import type { PrintPagination } from '../../scripts/model/page-start.js';
import type { SubsetFont, Theme } from '../../scripts/model/theme.js';

/** A chapter as HTML in the form that the manuscript room gives: ids, notes, positions. */
export interface ChapterDraft {
  readonly id: string;
  readonly html: string;
  readonly matter?: Matter;
  readonly language?: string;
  readonly title?: string;
}

export function chapterOf(draft: ChapterDraft): Chapter {
  const tree: Root = fromHtml(draft.html, { fragment: true });
  const headings = headingsOf(tree);
  return {
    id: draft.id,
    matter: draft.matter ?? 'body',
    title: draft.title ?? headings.find((heading) => heading.depth === 1)?.text ?? '',
    tree,
    headings,
    notes: notesOf(tree),
    source: { file: `chapters/${draft.id}.md`, path: `/books/sample/chapters/${draft.id}.md` },
    ...(draft.language && { language: draft.language }),
  };
}

function headingsOf(tree: Root): readonly Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'element', (element) => {
    const depth = /^h([1-6])$/.exec(element.tagName)?.[1];
    const id = element.properties.id;
    if (depth && id) {
      headings.push({
        id: String(id),
        depth: Number(depth),
        text: textOf(element),
        line: element.position?.start.line ?? 1,
      });
    }
  });
  return headings;
}

function notesOf(tree: Root): readonly Note[] {
  const calls = new Map<string, { callId: string; label: string }>();
  visit(tree, 'element', (element) => {
    if (element.properties.role !== 'doc-noteref') return;
    const id = String(element.properties.href).slice(1);
    if (!calls.has(id)) calls.set(id, { callId: String(element.properties.id), label: textOf(element) });
  });
  return [...calls].map(([id, call]) => ({ id, ...call }));
}

export function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

export const plainMeta: BookMeta = {
  id: 'sample',
  title: '样书',
  authors: [{ name: '某某', role: 'aut' }],
  language: 'zh-Hans',
  identifiers: {},
};

export const plainTheme: Theme = {
  name: 'plain',
  openOn: 'next',
  notes: { place: 'foot', marks: 'figures', restart: 'chapter' },
  body: { size: 10.5, line: 18 },
  faces: [],
  css: {
    print: '',
    ebook:
      'body { font-family: "Banxin Song", serif; line-height: 1.8; }\np { margin: 0; text-indent: 2em; }',
  },
  templates: {},
  values: {},
};

export function bookOf(
  drafts: readonly ChapterDraft[],
  meta: Partial<BookMeta> = {},
  assets: readonly Asset[] = [],
): Book {
  return {
    folder: '/books/sample',
    source: 'book.yaml',
    meta: { ...plainMeta, ...meta },
    trim: 'a5',
    theme: 'plain',
    chapters: drafts.map(chapterOf),
    assets,
  };
}

/** A PNG of one colour, made here: width and height in pixels. */
export function png(width: number, height: number, grey = 200): Uint8Array {
  const rows = Buffer.alloc(height * (width + 1), grey);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

export function assetOf(path: string, bytes: Uint8Array, mediaType = 'image/png'): Asset {
  return {
    path,
    file: `/books/sample/${path}`,
    mediaType,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

export function inputOf(book: Book, files: Readonly<Record<string, Uint8Array>> = {}): EbookInput {
  return {
    book,
    theme: plainTheme,
    fonts: [],
    cover: { bytes: png(160, 256, 90), mediaType: 'image/png', width: 160, height: 256 },
    readAsset: async (asset) => {
      const bytes = files[asset.path];
      if (!bytes) throw new Error(`no such file: ${asset.path}`);
      return bytes;
    },
    characters: 1234,
    modified: new Date('2024-05-17T08:30:01Z'),
  };
}

/** Printed pages, each by its label and the chapter that opens on it. */
export function pagesOf(...pages: readonly (readonly [label: string, part: string])[]): PrintPagination {
  return {
    noteMarks: {},
    pages: pages.map(([label, part]) => ({ label, part, start: { at: 0, text: '' } })),
  };
}

/** Noto Serif SC cut to a text. */
export async function songOf(text: string): Promise<SubsetFont> {
  const folder = createRequire(import.meta.url)
    .resolve('@expo-google-fonts/noto-serif-sc/package.json')
    .replace('package.json', '');
  const whole = await readFile(`${folder}400Regular/NotoSerifSC_400Regular.ttf`);
  return {
    family: 'Banxin Song',
    weight: 400,
    style: 'normal',
    fileName: 'banxin-song-400.ttf',
    characters: text,
    bytes: await subsetFont(whole, text, { targetFormat: 'truetype' }),
    licence: { fileName: 'OFL.txt', text: await readFile(`${folder}LICENSE_FONT`, 'utf8') },
  };
}

const notes = (...items: string[]): string =>
  `<section class="notes" data-footnotes role="doc-endnotes"><ol>\n${items.join('\n')}\n</ol></section>`;
const call = (chapter: string, number: number): string =>
  `<sup class="noteref"><a id="${chapter}-call-${number}" href="#${chapter}-note-${number}" role="doc-noteref">${number}</a></sup>`;
const note = (chapter: string, number: number, text: string): string =>
  `<li id="${chapter}-note-${number}" class="note"><p>${text} <a href="#${chapter}-call-${number}" class="backlink" role="doc-backlink">↩︎</a></p></li>`;

/** A Chinese book with all that a chapter can hold. */
export const richDrafts: readonly ChapterDraft[] = [
  {
    id: 'c00',
    matter: 'front',
    html: '<h1 id="c00-xu">序</h1>\n<p>见<a href="#c01-di-er-jie">第二节</a>与<a href="#c02">第二章</a>。</p>',
  },
  {
    id: 'c01',
    html: [
      '<div class="kicker"><p>引题</p></div>',
      '<h1 id="c01-yi">虹口区<span class="gap"> </span>党员先行</h1>',
      '<div class="epigraph"><p>题记：天行健。</p></div>',
      `<p>正文${call('c01', 1)}有注，“引号”——破折号……<em>着重</em>与<strong>加粗</strong>，<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字。A &lt;B&gt; &amp; C ]]&gt; D.</p>`,
      '<h2 id="c01-di-yi-jie">第一节</h2>',
      '<p>带行<br>断。<a href="https://example.org/?a=1&amp;b=2">外链</a></p>',
      '<h3 id="c01-san">三级</h3>',
      '<h4 id="c01-xiao">四级</h4>',
      `<h2 id="c01-di-er-jie">第二节</h2><p>再引${call('c01', 2)}。<a href="#c01-yi">回到标题</a></p>`,
      '<ol start="3"><li><p>三</p><ul><li>甲<ul><li>子</li></ul></li><li>乙</li></ul></li><li><p>四</p></li></ol>',
      '<table><thead><tr><th align="right">数</th><th>名</th></tr></thead><tbody><tr><td align="right" width="20">1</td><td>一</td></tr></tbody></table>',
      '<p><img src="images/图 片.png" alt="一张灰色的图"></p>',
      '<pre><code class="language-js">a &lt; b\n  c</code></pre><hr>',
      '<p><font color="red">旧</font><tt>式</tt><ruby>無</ruby> <span lang="en">English words</span></p>',
      '<p><svg width="10" height="10" viewBox="0 0 10 10"><linearGradient id="c01-g"></linearGradient><rect width="10" height="10" fill="#333"></rect></svg></p>',
      '<p><math><mi>x</mi><mo>&lt;</mo><mn>2</mn></math></p>',
      notes(note('c01', 1, '注一的文字，<em>有重</em>。'), note('c01', 2, '注二。')),
    ].join('\n'),
  },
  {
    id: 'c02',
    html: `<h1 id="c02-er">第二章</h1>\n<p lang="ja">日本語の段落。</p><blockquote><p>引文</p></blockquote><p>注${call('c02', 1)}</p>${notes(note('c02', 1, '跨章注'))}`,
  },
  { id: 'c03', matter: 'back', html: '<p>没有标题的后记。</p>', title: '后记' },
];

export const richPicture = png(40, 30);

export function richBook(meta: Partial<BookMeta> = {}): Book {
  return bookOf(richDrafts, meta, [assetOf('images/图 片.png', richPicture)]);
}

export const richFiles = { 'images/图 片.png': richPicture };

export const fullMeta: Partial<BookMeta> = {
  title: '样书 & 例',
  subtitle: '副标题',
  authors: [
    { name: '曹雪芹', role: 'aut', fileAs: 'Cao, Xueqin' },
    { name: '译者甲', role: 'trl' },
  ],
  publisher: '某某出版社',
  date: '2024-05',
  identifiers: { print: '978-7-5086-6789-5', ebook: '978-7-121-36532-9' },
  rights: '© 2024',
  description: '一本 <样> 书。',
};
