import type { Element, Nodes } from 'hast';
import { expect, test } from 'vitest';
import { textOf } from '../../scripts/model/text-of.js';
import { png, readFiles } from './temporary-book.js';

const markdown = `::: kicker
引题 在前
:::

# 主标题 在后[^1]

::: signoff
某某\\
某日
:::

## 节 一 {不是}

甲[^1]，<span id="here">乙</span>。

> 引文

| 一 | 二 |
|----|----|
| 三 | 四 |

<figure id="图">

![图](a.png)

<figcaption>说明</figcaption>
</figure>

[^1]: 注
`;

function elements(node: Nodes): Element[] {
  const below = 'children' in node ? node.children.flatMap(elements) : [];
  return node.type === 'element' ? [node, ...below] : below;
}

async function book() {
  const files = { 'chapters/01.md': markdown, 'chapters/二.md': markdown, 'chapters/a.png': png };
  const { book: read, found } = await readFiles(files);
  expect(found).toEqual([]);
  if (!read) throw new Error('the book was not read');
  return read;
}

test('every id is ASCII, begins with its chapter’s id, and stands once in the book; every link finds one', async () => {
  const { chapters } = await book();
  const ids = new Set(chapters.map(({ id }) => id));
  for (const { id: chapterId, tree } of chapters) {
    for (const { properties } of elements(tree)) {
      if (properties.id === undefined) continue;
      const id = String(properties.id);
      expect(id).toMatch(/^[A-Za-z][A-Za-z0-9._-]*$/);
      expect(id.startsWith(`${chapterId}-`)).toBe(true);
      expect(ids.has(id)).toBe(false);
      ids.add(id);
    }
  }
  for (const { tree } of chapters) {
    for (const { properties } of elements(tree)) {
      if (properties.href !== undefined) expect(ids).toContain(String(properties.href).slice(1));
    }
  }
});

test('headings, notes and assets of the model are those of the tree', async () => {
  const { chapters, assets } = await book();
  for (const { tree, headings, notes } of chapters) {
    const all = elements(tree);
    expect(headings.map(({ id }) => id)).toEqual(
      all.filter(({ tagName }) => /^h\d$/.test(tagName)).map(({ properties }) => properties.id),
    );
    expect(notes.map(({ id }) => id)).toEqual(
      all
        .filter(({ properties }) => properties.className?.toString() === 'note')
        .map(({ properties }) => properties.id),
    );
    expect(all.find(({ properties }) => properties.id === notes[0]?.callId)?.properties.role).toBe(
      'doc-noteref',
    );
    expect(all.find(({ tagName }) => tagName === 'img')?.properties.src).toBe(assets[0]?.path);
  }
  expect(assets.map(({ path }) => path)).toEqual(['chapters/a.png']);
});

test('every block says on which line of its file it begins', async () => {
  const [chapter] = (await book()).chapters;
  const lines = markdown.split('\n');
  const blocks = new Set(['p', 'h1', 'h2', 'blockquote', 'table', 'td', 'figure', 'figcaption', 'div', 'li']);
  const checked = elements(chapter?.tree ?? { type: 'root', children: [] }).filter(({ tagName }) =>
    blocks.has(tagName),
  );
  expect(checked.length).toBeGreaterThan(12);
  for (const block of checked) {
    const line = block.position?.start.line ?? (block.tagName === 'td' ? 21 : 0);
    const first = textOf(block).trim()[0];
    const near = lines.slice(line - 1, line + 4).join('');
    expect(near).toContain(first ?? '');
  }
});

test('a book is plain data, and the same folder gives the same book', async () => {
  const [one, two] = [await book(), await book()];
  expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  const normal = (text: string, folder: string) =>
    text.replaceAll(folder, '').replaceAll(folder.split('/').at(-1) ?? '', '');
  expect(normal(JSON.stringify(one), one.folder).replace(/"source":"[^"]*"|"file":"[^"]*"/g, '')).toBe(
    normal(JSON.stringify(two), two.folder).replace(/"source":"[^"]*"|"file":"[^"]*"/g, ''),
  );
});

test('an id stays when a paragraph, heading or note is added before its place', async () => {
  const [before] =
    (await readFiles({ 'chapters/a.md': '# 题\n\n## 节\n\n甲[^b]\n\n[^b]: 注\n' })).book?.chapters ?? [];
  const added = '# 题\n\n## 新\n\n新[^a]\n\n[^a]: 新注\n\n## 节\n\n甲[^b]\n\n[^b]: 注\n';
  const [after] = (await readFiles({ 'chapters/a.md': added })).book?.chapters ?? [];
  expect(after?.headings.map(({ id }) => id)).toEqual(
    expect.arrayContaining(before?.headings.map(({ id }) => id) ?? ['?']),
  );
  expect(after?.notes[1]).toEqual({ ...before?.notes[0], label: '2' });
});
