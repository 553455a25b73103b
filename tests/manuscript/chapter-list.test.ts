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
    'chapters/.x.txt': 'x',
    'chapters/2-a.md.new': 'x',
    'chapters/图.png': 'x',
    'chapters/images/a.jpg': 'x',
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

test('a text in chapters/ that is no chapter by its name or place is warned of, once each', async () => {
  const { book, found } = await readFiles(
    {
      'chapters/01-a.md': text('一'),
      'chapters/02-b.MD': text('二'),
      'chapters/03-c.markdown': text('三'),
      'chapters/04-d.txt': text('四'),
      'chapters/part/05.md': text('五'),
      'chapters/part/05-b.md': text('五'),
      'chapters/deep/er/06.txt': text('六'),
      'chapters/.07.md': text('七'),
      'chapters/._01-a.md': 'x',
      'chapters/.git/a.md': 'x',
    },
    (folder) => symlink('.', join(folder, 'chapters', 'loop')),
  );
  expect(book?.chapters.map(({ title }) => title)).toEqual(['一', '二']);
  expect(found.toSorted()).toEqual([
    'chapters/.07.md chapter-file-skipped',
    'chapters/03-c.markdown chapter-file-skipped',
    'chapters/04-d.txt chapter-file-skipped',
    'chapters/deep chapter-folder-skipped',
    'chapters/part chapter-folder-skipped',
  ]);
});

test('where book.yaml lists chapters, rightly or wrongly, other kinds of files are not warned of', async () => {
  const files = { 'chapters/a.md': text('一'), 'chapters/n.txt': 'x', 'chapters/part/b.md': text('二') };
  const listed = `${plainSettings}chapters: [a.md, part/b.md]\n`;
  expect((await readFiles({ ...files, 'book.yaml': listed })).found).toEqual([]);
  const faulty = `${plainSettings}chapters: []\n`;
  expect((await readFiles({ ...files, 'book.yaml': faulty })).found).toEqual(['book.yaml:4:11 list-empty']);
});

test('a chapter is read whatever characters its file name holds, a line feed among them', async () => {
  const names = ['1 it\'s "q" 100%.md', '2 <b>&amp;.md', '3#a?b.md', '4\n换行.md', '5\u2028.MD'];
  const { book, found } = await readFiles(
    Object.fromEntries(names.map((name) => [`chapters/${name}`, '文。\n'])),
  );
  expect(book?.chapters.map(({ title }) => title)).toEqual([
    'it\'s "q" 100%',
    '<b>&amp;',
    '#a?b',
    '换行',
    '5',
  ]);
  expect(found).toHaveLength(names.length);
  for (const line of found) expect(line).toMatch(/ chapter-untitled$/);
});

test('a chapter that is a link to itself or to nothing is said to be so, listed or not', async () => {
  const links = async (folder: string) => {
    await symlink('x.md', join(folder, 'chapters', 'x.md'));
    await symlink('no.md', join(folder, 'chapters', 'y.md'));
  };
  const files = { 'chapters/a.md': text('一') };
  const all = await readFiles(files, links);
  expect(all.found).toEqual(['chapters/x.md chapter-link-loop', 'chapters/y.md chapter-link-dangling']);
  const settings = `${plainSettings}chapters:\n  - a.md\n  - x.md\n  - chapters/y.md\n`;
  const listed = await readFiles({ ...files, 'book.yaml': settings }, links);
  expect(listed.found.slice(0, 2)).toEqual([
    'book.yaml:6:5 chapter-link-loop',
    'book.yaml:7:5 chapter-link-dangling',
  ]);
});
