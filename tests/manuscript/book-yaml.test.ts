import { expect, test } from 'vitest';
import { readFiles } from './temporary-book.js';

const chapter = { 'chapters/a.md': '# 一\n\n文。\n' };

async function settings(yaml: string) {
  return readFiles({ ...chapter, 'book.yaml': yaml });
}

test('a complete book.yaml becomes the book’s metadata, with roles as MARC codes', async () => {
  const { book, found } = await settings(`id: hong-lou
title: 1984
subtitle: 副题
authors:
  - 曹雪芹
  - {name: 杨宪益, role: 译者, file-as: "Yang, Xianyi"}
  - {name: 某某, role: ill}
language: zh-hans
publisher: 某社
date: 2024-02-29
identifiers: {print: 978-7-02-000220-7, ebook: "urn:uuid:123e4567-e89b-12d3-a456-426614174000"}
rights: 版权所有
description: 简介
trim: b32-140x210
theme: other
`);
  expect(found).toEqual([]);
  expect(book?.meta).toEqual({
    id: 'hong-lou',
    title: '1984',
    subtitle: '副题',
    authors: [
      { name: '曹雪芹', role: 'aut' },
      { name: '杨宪益', role: 'trl', fileAs: 'Yang, Xianyi' },
      { name: '某某', role: 'ill' },
    ],
    language: 'zh-Hans',
    publisher: '某社',
    date: '2024-02-29',
    identifiers: { print: '978-7-02-000220-7', ebook: 'urn:uuid:123e4567-e89b-12d3-a456-426614174000' },
    rights: '版权所有',
    description: '简介',
  });
  expect([book?.trim, book?.theme]).toEqual(['b32-140x210', 'other']);
});

test('a short book.yaml gets the default trim size and theme, and the folder’s name as id', async () => {
  const { book, found, folder } = await settings('title: 书\nlanguage: ja\n');
  expect(found).toEqual([]);
  expect(book?.meta.id).toBe(folder.split('/').at(-1));
  expect([book?.trim, book?.theme]).toEqual(['a5', 'shu']);
});

const faults: readonly [string, string, readonly string[]][] = [
  ['an unknown key', 'titel: 书\ntitle: 书\nlanguage: zh\n', ['book.yaml:1:1 key-unknown']],
  ['no title and no language', 'id: a\n', ['book.yaml:1:1 key-missing', 'book.yaml:1:1 key-missing']],
  ['an empty title', 'title: "  "\nlanguage: zh\n', ['book.yaml:1:8 value-empty']],
  ['a title that is a list', 'title: [a]\nlanguage: zh\n', ['book.yaml:1:8 value-type']],
  ['authors that are no list', 'title: a\nlanguage: zh\nauthors: 甲\n', ['book.yaml:3:10 value-type']],
  [
    'an author without a name',
    'title: a\nlanguage: zh\nauthors:\n  - role: author\n',
    ['book.yaml:4:5 key-missing'],
  ],
  [
    'an unknown role',
    'title: a\nlanguage: zh\nauthors: [{name: a, role: auhtor}]\n',
    ['book.yaml:3:27 role-unknown'],
  ],
  [
    'a day that the calendar does not have',
    'title: a\nlanguage: zh\ndate: 2023-02-29\n',
    ['book.yaml:3:7 date-wrong'],
  ],
  ['a date in other words', 'title: a\nlanguage: zh\ndate: 2023年\n', ['book.yaml:3:7 date-wrong']],
  [
    'an ISBN with a wrong check digit',
    'title: a\nlanguage: zh\nidentifiers:\n  print: 978-7-02-000220-8\n',
    ['book.yaml:4:10 isbn-check-digit'],
  ],
  [
    'an ISBN that is none',
    'title: a\nlanguage: zh\nidentifiers:\n  ebook: abc\n',
    ['book.yaml:4:10 isbn-form'],
  ],
  ['a language that is a name', 'title: a\nlanguage: 中文\n', ['book.yaml:2:11 language-unknown']],
  [
    'a language as a locale of the system',
    'title: a\nlanguage: zh_CN\n',
    ['book.yaml:2:11 language-unknown'],
  ],
  ['an id with spaces', 'id: a b\ntitle: a\nlanguage: zh\n', ['book.yaml:1:5 name-wrong']],
  ['an id that is a way out', 'id: ..\ntitle: a\nlanguage: zh\n', ['book.yaml:1:5 name-wrong']],
  ['a trim with a path', 'title: a\nlanguage: zh\ntrim: ../a\n', ['book.yaml:3:7 name-wrong']],
  ['a key twice', 'title: a\nlanguage: zh\ntitle: b\n', ['book.yaml:3:1 yaml-duplicate-key']],
  ['a quote that is not closed', 'language: zh\ntitle: "a\n', ['book.yaml:3:1 yaml-malformed']],
  ['an alias', 'title: &t a\nlanguage: zh\nrights: *t\n', ['book.yaml:3:9 yaml-alias']],
  ['a tag', 'title: !foo a\nlanguage: zh\n', ['book.yaml:1:8 yaml-malformed']],
  [
    'an unknown matter',
    'title: a\nlanguage: zh\nchapters:\n  - {file: a.md, matter: bodi}\n',
    ['book.yaml:4:26 value-unknown'],
  ],
  ['no chapters in a list', 'title: a\nlanguage: zh\nchapters: []\n', ['book.yaml:3:11 list-empty']],
];

test.each(faults)('%s is reported at its place', async (_name, yaml, expected) => {
  const { found, book } = await settings(yaml);
  expect(found).toEqual(expected);
  expect(book).toBeUndefined();
});

test('an unknown key names the nearest known one, in both languages’ values', async () => {
  const { diagnostics } = await settings('title: 书\nlanguage: zh\nauthor: [甲]\n');
  expect(diagnostics[0]?.values).toMatchObject({ key: 'author', nearest: 'authors' });
  expect(diagnostics[0]?.hint).toBe('did you mean `authors`?');
});

test('everything wrong with a book is reported at once: settings, cover, chapters', async () => {
  const { found } = await readFiles({
    'book.yaml': 'title: a\nlanguage: zh\ndate: x\ncover: no.png\nchapters: [a.md, no.md]\n',
    'chapters/a.md': '# 一\n\n![图](no.png)\n',
  });
  expect(found).toEqual([
    'book.yaml:3:7 date-wrong',
    'book.yaml:4:8 image-missing',
    'book.yaml:5:18 chapter-missing',
    'chapters/a.md:3:6 image-missing',
  ]);
});

test('a bomb of aliases, and nesting without end, are refused in no time', async () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x]',
    ...'bcdefghij'.split('').map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(8)}]`),
  ];
  expect((await settings(`${bomb.join('\n')}\n`)).found[0]).toBe('book.yaml:2:8 yaml-alias');
  expect((await settings(`title: ${'['.repeat(50_000)}`)).found).toHaveLength(10);
});

test('a book.yaml with a byte order mark and CRLF is read like any other', async () => {
  const { book, found } = await settings('\ufefftitle: 书\r\nlanguage: zh-Hant\r\n');
  expect(found).toEqual([]);
  expect(book?.meta.language).toBe('zh-Hant');
});

test('a book.yaml that is not UTF-8 is reported', async () => {
  const { found } = await readFiles({ ...chapter, 'book.yaml': new Uint8Array([0xca, 0xe9]) });
  expect(found).toEqual(['book.yaml book-yaml-not-utf8']);
});

test.each([
  ['an empty book.yaml', ''],
  ['a book.yaml of comments only', '# 书\n\n# 无\n'],
  ['a book.yaml of a document mark only', '---\n'],
])('%s is said to be empty', async (_name, yaml) => {
  const { found, diagnostics } = await settings(yaml);
  expect(found).toEqual(['book.yaml book-yaml-empty']);
  expect(diagnostics[0]?.hint).toMatch(/title.*language/);
});

test.each([
  ['a list', '- a\n- b\n', 'list'],
  ['a text', 'hello\n', 'text'],
])('a book.yaml that is %s is called by its name', async (_name, yaml, kind) => {
  const { found, diagnostics } = await settings(yaml);
  expect(found).toEqual(['book.yaml:1:1 book-yaml-not-a-map']);
  expect(diagnostics[0]?.message).toBe(`\`book.yaml\` is a ${kind}; expected keys with values`);
});
