import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBook } from '../../scripts/manuscript/read-book.js';
import { plainSettings, readFiles } from './temporary-book.js';

const text = (title: string) => `# ${title}\n\n文。\n`;

test('without a list, the chapters are the Markdown files of chapters/ in natural order', async () => {
  const files = {
    'chapters/10-b.md': text('十'),
    'chapters/2-a.md': text('二'),
    'chapters/.x.md': 'x',
    'chapters/n.txt': 'x',
  };
  const { book, found } = await readFiles(files);
  expect(found).toEqual([]);
  expect(book?.chapters.map(({ title, id, matter }) => [title, id, matter])).toEqual([
    ['二', 'ch-2-a', 'body'],
    ['十', 'ch-10-b', 'body'],
  ]);
});

test('a list gives order and matter; front matter of the file wins; the parts stand in the order of a book', async () => {
  const { book, found } = await readFiles({
    'book.yaml': `${plainSettings}chapters:\n  - {file: end.md, matter: back}\n  - b.md\n  - chapters/a.md\n`,
    'chapters/a.md': `---\nmatter: front\n---\n${text('序')}`,
    'chapters/b.md': text('一'),
    'end.md': text('后记'),
  });
  expect(found).toEqual([]);
  expect(book?.chapters.map(({ title, matter, source }) => [title, matter, source.path])).toEqual([
    ['序', 'front', 'chapters/a.md'],
    ['一', 'body', 'chapters/b.md'],
    ['后记', 'back', 'end.md'],
  ]);
});

test('lists of front, body and back matter are read', async () => {
  const { book, found } = await readFiles({
    'book.yaml': `${plainSettings}chapters:\n  body: [b.md]\n  front: [a.md]\n`,
    'chapters/a.md': text('序'),
    'chapters/b.md': text('一'),
  });
  expect(found).toEqual([]);
  expect(book?.chapters.map(({ title, matter }) => [title, matter])).toEqual([
    ['序', 'front'],
    ['一', 'body'],
  ]);
});

test('a chapter that is missing, listed twice, outside, a folder, or not listed is reported', async () => {
  const { found, diagnostics } = await readFiles(
    {
      'book.yaml': `${plainSettings}chapters:\n  - 01-shanghi.md\n  - a.md\n  - chapters/a.md\n  - ../../etc/passwd\n  - /etc/passwd\n  - dir.md\n  - link.md\n`,
      'chapters/a.md': text('一'),
      'chapters/01-shanghai.md': text('二'),
      'chapters/dir.md/x': '',
    },
    (folder) => symlink('/etc/passwd', join(folder, 'chapters', 'link.md')),
  );
  expect(found).toEqual(
    [
      'book.yaml:5:5 chapter-missing',
      'book.yaml:8:5 chapter-outside',
      'book.yaml:9:5 chapter-outside',
      'book.yaml:10:5 chapter-is-folder',
      'book.yaml:11:5 chapter-outside',
      'book.yaml:7:5 chapter-listed-twice',
      'book.yaml:4:1 chapter-unlisted',
      'book.yaml:4:1 chapter-unlisted',
      'book.yaml:4:1 chapter-unlisted',
    ].toSorted((a, b) => found.indexOf(a) - found.indexOf(b)),
  );
  expect(diagnostics[0]?.values.nearest).toBe('01-shanghai.md');
});

test('a folder that is not there, or is a file, or has no book.yaml or chapters, is said to be so', async () => {
  expect((await readBook('/no/such/book')).diagnostics.map(({ code }) => code)).toEqual([
    'book-folder-missing',
  ]);
  const { found } = await readFiles({ 'a.txt': '' }, async (folder) => {
    const codes = async (path: string) =>
      (await readBook(join(folder, path))).diagnostics.map(({ code }) => code);
    expect(await codes('a.txt')).toEqual(['book-not-a-folder']);
    await mkdir(join(folder, 'inner'));
    expect(await codes('inner')).toEqual(['book-yaml-missing', 'chapters-none']);
    await writeFile(join(folder, 'inner', 'book.yaml'), '');
  });
  expect(found).toEqual(['chapters-none']);
});

test('chapter ids are ASCII and unique, whatever the files are called', async () => {
  const names = [
    '一.md',
    '二.md',
    'A b.md',
    'a-b.md',
    '01-上海.md',
    `${'x'.repeat(90)}.md`,
    '....md',
    '-.md',
  ];
  const { book } = await readFiles(
    Object.fromEntries(names.map((name) => [`chapters/${name}`, text(name)])),
    async (folder) => {
      await writeFile(join(folder, 'book.yaml'), `${plainSettings}chapters: ${JSON.stringify(names)}\n`);
    },
  );
  const ids = book?.chapters.map(({ id }) => id) ?? [];
  expect(ids).toHaveLength(names.length);
  expect(new Set(ids).size).toBe(names.length);
  for (const id of ids) expect(id).toMatch(/^ch-[a-z0-9-]+$/);
  expect(ids.slice(2, 4)).toEqual(['ch-a-b', 'ch-a-b-2']);
});
