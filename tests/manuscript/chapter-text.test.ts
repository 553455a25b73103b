import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readChapter, readFiles } from './temporary-book.js';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

test('CRLF and a byte order mark change neither text nor line numbers', async () => {
  const { chapter, found } = await readChapter(
    '\ufeff---\r\nshort-title: 短\r\n---\r\n# 一\r\n\r\n## 二\r\n文\r\n文\r\n',
  );
  expect(found).toEqual([]);
  expect(chapter?.shortTitle).toBe('短');
  expect(chapter?.headings.map(({ text, line }) => [text, line])).toEqual([
    ['一', 4],
    ['二', 6],
  ]);
});

test('a file that is not UTF-8 is reported at the line of the first bad byte', async () => {
  const { found, diagnostics } = await readFiles({
    'chapters/a.md': bytes('# 一\n\n好', [0xd6, 0xd0], '\n'),
  });
  expect(found).toEqual(['chapters/a.md:3 chapter-not-utf8']);
  expect(diagnostics[0]?.values.offset).toBe(10);
  const cut = await readFiles({ 'chapters/a.md': bytes('# 一\n', [0xe4, 0xb8]) });
  expect(cut.found).toEqual(['chapters/a.md:2 chapter-not-utf8']);
  const utf16 = await readFiles({ 'chapters/a.md': bytes([0xff, 0xfe, 0x2d, 0x4e]) });
  expect(utf16.found).toEqual(['chapters/a.md:1 chapter-not-utf8']);
});

test('control characters are reported, from the file and from character references', async () => {
  expect((await readChapter('# 一\n\na\u0000b\u000bc\n')).found).toEqual([
    'chapters/a.md:3 control-character',
  ]);
  expect((await readChapter('# 一\n\n<div>\n&#x1;</div>\n')).found).toEqual([
    'chapters/a.md:3 control-character',
  ]);
  expect((await readChapter('# 一\n\n锟\ufffd\n')).found).toEqual(['chapters/a.md:3 replacement-character']);
});

test('an empty chapter is an error, one with only a picture or a heading is not', async () => {
  for (const empty of ['', '\n \n', '---\ntitle: 一\n---\n', '<!-- 空 -->\n', '> \n']) {
    expect((await readChapter(empty)).found).toEqual(['chapters/a.md chapter-empty']);
  }
  expect((await readChapter('# 一\n')).found).toEqual([]);
});

test('a chapter without a level-1 heading takes its title from front matter, its first heading, or its file’s name', async () => {
  expect((await readChapter('---\ntitle: 序\n---\n文。\n')).chapter?.title).toBe('序');
  const second = await readChapter('## 节\n\n文。\n');
  expect([second.chapter?.title, second.found]).toEqual(['节', ['chapters/a.md:1 chapter-untitled']]);
  const none = await readFiles({ 'chapters/02-楔子.md': '文。\n' });
  expect([none.book?.chapters[0]?.title, none.found]).toEqual([
    '楔子',
    ['chapters/02-楔子.md:1 chapter-untitled'],
  ]);
});

test('second titles, skipped levels and empty headings are warnings that name the other place', async () => {
  const { found, diagnostics } = await readChapter('# 一\n\n### 三\n\n> # 又一\n\n##\n');
  expect(found).toEqual([
    'chapters/a.md:3 heading-level-skipped',
    'chapters/a.md:5:5 heading-second-title',
    'chapters/a.md:7 heading-empty',
  ]);
  expect(diagnostics.map(({ related }) => related?.[0]?.line)).toEqual([1, 1, undefined]);
});

test('a fault in front matter is reported at its place in the file', async () => {
  expect((await readChapter('---\ntitel: 一\nmatter: bodi\n---\n# 一\n')).found).toEqual([
    'chapters/a.md:2:1 key-unknown',
    'chapters/a.md:3:9 value-unknown',
  ]);
  expect((await readChapter('---\ntitle: "一\n---\n# 一\n')).found).toEqual([
    'chapters/a.md:3:1 yaml-malformed',
  ]);
});

test('a rule at the head of a chapter is no front matter', async () => {
  const { html, found } = await readChapter('---\n\n# 一\n');
  expect([html, found.length]).toEqual([expect.stringMatching(/^<hr><h1/), 0]);
});

test('a chapter’s own language is kept where it differs from the book’s', async () => {
  expect((await readChapter('---\nlang: zh-hant\n---\n# 一\n')).chapter?.language).toBe('zh-Hant');
  expect((await readChapter('---\nlang: zh-Hans\n---\n# 一\n')).chapter).not.toHaveProperty('language');
});

test('a file too large to be a chapter is refused, and a pipe does not make the build wait', async () => {
  const { found } = await readFiles({ 'chapters/a.md': new Uint8Array(20_000_001) });
  expect(found).toEqual(['chapters/a.md file-too-large']);
  const piped = await readFiles({ 'chapters/b.md': '# 一\n' }, async (folder) => {
    execFileSync('mkfifo', [join(folder, 'chapters', 'a.md')]);
  });
  expect(piped.found).toEqual(['chapters/a.md file-not-regular']);
});
