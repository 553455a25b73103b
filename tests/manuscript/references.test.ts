import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { svgFault } from '../../scripts/manuscript/images/svg-safety.js';
import { png, readChapter, readFiles } from './temporary-book.js';

const svg =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0" fill="url(#a)"/></svg>';

test('links between chapters lead to ids that are unique in the book', async () => {
  const { book, found } = await readFiles({
    'chapters/a.md':
      '# 甲\n\n[章](b.md) [节](b.md#第一节-始) [词](<b.md#第一节 始>) [点](b.md#dot) [此](#甲) [网](https://a.cn/文) <me@a.cn>\n',
    'chapters/b.md':
      '# 乙\n\n## 第一节 始\n\n<span id="dot">点</span> <span id="注">注</span> [回](../chapters/a.md#甲)\n',
  });
  expect(found).toEqual([]);
  const [a, b] = book?.chapters ?? [];
  const hrefs = (tree = a?.tree) =>
    [...toHtml(tree ?? { type: 'root', children: [] }).matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
  const section = `#${b?.headings[1]?.id}`;
  const own = `#${a?.headings[0]?.id}`;
  expect(hrefs()).toEqual([
    '#ch-b',
    section,
    section,
    '#ch-b-dot',
    own,
    'https://a.cn/%E6%96%87',
    'mailto:me@a.cn',
  ]);
  expect(hrefs(b?.tree)).toEqual([own]);
});

test('equal headings are told apart as GitHub does', async () => {
  const { chapter, html, found } = await readChapter('# 题\n\n## 注\n\n## 注\n\n[一](#注) [二](#注-1)\n');
  expect(found).toEqual([]);
  const [, first, second] = chapter?.headings ?? [];
  expect(second?.id).toBe(`${first?.id}-2`);
  expect(html).toContain(`<a href="#${first?.id}">一</a> <a href="#${second?.id}">二</a>`);
});

test('a link that leads nowhere, or may not stand in a book, leaves its text', async () => {
  const { html, found } = await readChapter(
    '# 题\n\n[甲](no.md) [乙](#no) [丙](javascript:alert(1))\n[丁](<file:///etc/passwd>) [戊]() <a href="#题">己[^1]</a> [庚](//a.cn)\n\n[^1]: 注\n',
  );
  expect(found).toEqual([
    'chapters/a.md:3:5 link-broken',
    'chapters/a.md:3:5 link-broken',
    'chapters/a.md:3:25 link-refused',
    'chapters/a.md:4:6 link-refused',
    'chapters/a.md:4 link-broken',
    'chapters/a.md:4:43 link-in-link',
    'chapters/a.md:4:11 link-refused',
  ]);
  expect(html).toMatch(/<p>甲 乙 丙\n?丁 戊 己<sup class="noteref">/);
});

test('an id that stands twice in a chapter is an error that names both places; in two chapters it is none', async () => {
  const { found, diagnostics } = await readFiles({
    'chapters/a.md': '# 甲\n\n<span id="x">一</span>\n\n<span id="x">二</span>\n',
    'chapters/b.md': '# 乙\n\n<span id="x">三</span>\n',
  });
  expect(found).toEqual(['chapters/a.md:5 id-duplicate']);
  expect(diagnostics[0]?.related?.map(({ line }) => line)).toEqual([3]);
});

test('a chapter and an author’s id that would give the same id do not', async () => {
  const { book, found } = await readFiles({
    'chapters/a.md': '# 甲\n\n<span id="b">一</span>\n\n[去](#b)\n',
    'chapters/a-b.md': '# 乙\n',
  });
  expect(found).toEqual([]);
  const html = book?.chapters.map(({ tree }) => toHtml(tree)).join('') ?? '';
  expect(html).toContain('<span id="ch-a-b-2">一</span></p><p><a href="#ch-a-b-2">');
});

test('a picture becomes an asset with its path in the book, media type and fingerprint, once', async () => {
  const { book, found } = await readFiles({
    'chapters/a.md':
      '# 甲\n\n![图](../图/一%201.png) ![又](<../图/一 1.png>) <img src="../图/b.svg" alt="">\n',
    '图/一 1.png': png,
    '图/b.svg': svg,
  });
  expect(found).toEqual([]);
  expect(book?.assets.map(({ path, mediaType, sha256 }) => [path, mediaType, sha256.length])).toEqual([
    ['图/b.svg', 'image/svg+xml', 64],
    ['图/一 1.png', 'image/png', 64],
  ]);
  expect(toHtml(book?.chapters[0]?.tree ?? { type: 'root', children: [] })).toContain(
    '<img src="图/一 1.png" alt="图">',
  );
});

test('each kind of picture that a book cannot show is reported at its line', async () => {
  const { found } = await readFiles(
    {
      'chapters/a.md':
        '# 甲\n\n![a](no.png)\n![a](../../x.png)\n![a](http://a.cn/a.png)\n![a](data:image/png;base64,AAAA)\n![a](text.png)\n![a](link.png)\n![](ok.png)\n![a](ok.gif)\n![a](bad.svg)\n![a](/etc/passwd)\n![a](file:///etc/passwd)\n<img src="ok.png">\n![a](.)\n',
      'chapters/text.png': 'text',
      'chapters/ok.png': png,
      'chapters/ok.gif': png,
      'chapters/bad.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    },
    async (folder) => {
      await symlink('/etc/passwd', join(folder, 'chapters', 'link.png'));
    },
  );
  expect(found).toEqual([
    'chapters/a.md:3:6 image-missing',
    'chapters/a.md:4:6 image-outside',
    'chapters/a.md:5:6 image-remote',
    'chapters/a.md:6:6 image-data',
    'chapters/a.md:7:6 image-not-an-image',
    'chapters/a.md:8:6 image-outside',
    'chapters/a.md:9:5 image-without-alt',
    'chapters/a.md:10 image-misnamed',
    'chapters/a.md:11:6 image-svg-unsafe',
    'chapters/a.md:12:6 image-outside',
    'chapters/a.md:13:6 image-outside',
    'chapters/a.md:14:11 image-without-alt',
    'chapters/a.md:15 file-not-regular',
  ]);
});

test('a cover is checked like every picture', async () => {
  const settings = 'id: a\ntitle: 书\nlanguage: zh\ncover: cover.png\n';
  const good = await readFiles({ 'book.yaml': settings, 'chapters/a.md': '# 甲\n', 'cover.png': png });
  expect([good.book?.cover?.path, good.found]).toEqual(['cover.png', []]);
  const bad = await readFiles({ 'book.yaml': settings, 'chapters/a.md': '# 甲\n' }, (folder) =>
    writeFile(join(folder, 'cover.png'), 'x'),
  );
  expect(bad.found).toEqual(['book.yaml:4:8 image-not-an-image']);
});

test.each([
  ['a script', '<svg><script/></svg>'],
  ['a prefixed script', '<s:svg><s:script/></s:svg>'],
  ['an event', '<svg onload="x()"/>'],
  ['an outside picture', '<svg><image href="http://a.cn/a.png"/></svg>'],
  ['an outside style', '<?xml-stylesheet href="a.css"?><svg/>'],
  ['an import', '<svg><style>@import "a.css"</style></svg>'],
  ['an import in CDATA', '<svg><style><![CDATA[@import "a.css"]]></style></svg>'],
  ['an outside fill', '<svg><path fill="url(http://a.cn#a)"/></svg>'],
  ['an escaped outside fill', '<svg><path fill="&#117;rl(http://a.cn#a)"/></svg>'],
  ['an entity', '<!DOCTYPE svg [<!ENTITY x "y">]><svg/>'],
  ['an animated link', '<svg><a><animate attributeName="href" to="javascript:x"/></a></svg>'],
  ['markup that is cut off', '<svg><path d="'],
])('an SVG picture with %s is refused', (_name, text) => {
  expect(svgFault(Buffer.from(text))).toBeTypeOf('string');
});

test('an SVG picture as drawing programs write it is not refused', () => {
  const text =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd"><svg xmlns:xlink="http://www.w3.org/1999/xlink" inkscape:export="C:\\a.png"><style>.a{fill:url(#g)}</style><use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/><title>图 &#x4e2d;</title></svg>';
  expect(svgFault(Buffer.from(text))).toBeUndefined();
});
