import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Chance } from '../../scripts/bench/chance.js';
import { written } from '../../scripts/bench/piece.js';
import { bookFiles, randomChapter } from '../../scripts/bench/random-book.js';
import { RandomText } from '../../scripts/bench/random-text.js';
import { makeBook } from '../pipeline/make-book.js';

/** The book of every construct, copied. */
export async function constructsBook(): Promise<string> {
  const folder = await makeBook({});
  await cp(fileURLToPath(new URL('../fixtures/constructs', import.meta.url)), folder, { recursive: true });
  return folder;
}

/** A book of the bench's random chapters, one a seed. */
export async function randomBook(name: string, yaml: string, seeds: readonly number[]): Promise<string> {
  const files = new Map<string, string>();
  for (const seed of seeds) {
    const chapter = randomChapter(seed);
    for (const [path, text] of bookFiles(chapter)) files.set(path, text);
    files.set(`chapters/${seed}.md`, written(chapter));
  }
  files.delete('chapters/1.md');
  files.set('book.yaml', `id: ${name}\ntitle: 乱书\nlanguage: zh-Hans\ntheme: shu\n${yaml}`);
  return makeBook(Object.fromEntries(files));
}

/** A book with all that ties chapters to each other and to the sides of pages; `yaml` says how its notes are set. */
export async function tiedBook(name: string, seed: number, yaml: string): Promise<string> {
  const text = new RandomText(new Chance(seed));
  const chapters = Array.from({ length: 9 }, (_, index) => [
    `chapters/${20 + index}-c${index + 1}.md`,
    tiedChapter(text, index + 1),
  ]);
  return makeBook({
    'book.yaml': `id: ${name}
title: 江上数峰
subtitle: 唐人行旅诗札记
language: zh-Hans
authors: [沈望舒, { name: 林一苇, role: 编者 }]
publisher: 青石出版社
date: 2024-05-17
identifiers: { print: 978-7-5000-0000-6 }
dedication: [献给父亲]
epigraph: { text: 曲终人不见，江上数峰青。, source: 钱起 }
contents: { depth: 2 }
trim: b32-140x203
${yaml}`,
    'chapters/00-preface.md': `---\nmatter: front\n---\n# 序\n\n${prose(text, 9)}\n\n参看[第三章](22-c3.md)。[^1]\n\n[^1]: 序里的注。\n`,
    'chapters/01-thanks.md': `---\nmatter: front\n---\n# 例言\n\n${prose(text, 22)}\n`,
    'chapters/19-part.md': '---\nkind: part\n---\n# 上编\n',
    ...Object.fromEntries(chapters),
    'chapters/25-part.md': '---\nkind: part\n---\n# 下编\n',
    'chapters/70-notes.md': `---\nkind: endnotes\n---\n# 补注\n\n1. 见[序](00-preface.md)。\n2. 见[第九章](28-c9.md#第二节-9)。\n`,
    'chapters/80-index.md': `---\nkind: index\n---\n# 索引\n\n## W\n\n${text.chance.times(90, (index) => `- 王维之${index + 1}，${index + 3}`).join('\n')}\n`,
    'images/a.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#ccc"/></svg>',
  });
}

function tiedChapter(text: RandomText, number: number): string {
  const { chance } = text;
  const other = (number % 9) + 1;
  const notes = chance.times(chance.between(6, 14), (index) => {
    const note = chance.times(chance.seldomUpTo(1, 5), () => text.plain()).join('');
    return { called: `${text.plain()}${text.plain()}[^${index + 1}]`, note: `[^${index + 1}]: ${note}` };
  });
  const called = notes.map((note) => `${note.called}${chance.isOnce(3) ? text.chinese(120) : ''}`);
  const rows = chance.times(
    chance.between(8, 45),
    () => `| ${text.word()} | ${text.word()} | ${text.plain()} |`,
  );
  return `# 第${number}章 ${text.serial()}

${prose(text, chance.between(1, 6))}

## 第一节-${number}

${called.slice(0, called.length / 2).join('\n\n')}

::: figure
![图](../images/a.svg)

图${number}　${text.word()}
:::

| 甲 | 乙 | 丙 |
|---|---|---|
${rows.join('\n')}

参看[第${other}章](${19 + other}-c${other}.md)与[那里的第二节](${19 + other}-c${other}.md#第二节-${other})，以及[本章](#第一节-${number})。

## 第二节-${number}

${called.slice(called.length / 2).join('\n\n')}

> ${text.chinese(200)}

::: verse
${chance.times(chance.between(2, 30), () => text.plain()).join('\\\n')}
:::

${prose(text, chance.between(0, 5))}

${notes.map(({ note }) => note).join('\n')}
`;
}

function prose(text: RandomText, paragraphs: number): string {
  return text.chance.times(paragraphs, () => text.chinese(text.chance.between(20, 300))).join('\n\n');
}
