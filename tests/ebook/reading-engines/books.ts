import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeEpub } from '../../../scripts/ebook/make-epub.js';
import { makeBook } from '../../pipeline/make-book.js';
import { fullMeta, inputOf, png, richBook, richFiles } from '../sample-books.js';
import { epubOfFolder, seedEpub } from '../seed-epub.js';
import type { PageFacts, Walk } from './walk.js';

/** A book that every engine must show, and what must be found in it. */
export interface ShownBook {
  readonly name: string;
  readonly epub: () => Promise<Uint8Array>;
  /** Facts of the walk that must be there; those of pages are summed. */
  readonly expected: Partial<WalkFacts>;
}

export interface WalkFacts {
  readonly documents: number;
  readonly entries: number;
  readonly pictures: number;
  readonly formulas: number;
  readonly readings: number;
  readonly notes: readonly string[];
  /** Families of the faces that the book brings and that were loaded. */
  readonly faces: readonly string[];
}

/** What a walk found, in figures. */
export function factsOf({ pages, contents }: Walk): WalkFacts {
  const sum = (count: (page: PageFacts) => number): number =>
    pages.reduce((total, page) => total + count(page), 0);
  return {
    documents: pages.length,
    entries: contents.length,
    pictures: sum(({ pictures }) => pictures),
    formulas: sum(({ formulas }) => formulas),
    readings: sum(({ readings }) => readings),
    notes: pages.flatMap(({ notes }) => notes),
    faces: [...new Set(pages.flatMap(({ faces }) => faces))].sort(),
  };
}

const prose = '春江潮水连海平，海上明月共潮生。滟滟随波千万里，何处春江无月明！'.repeat(12);

/** Long chapters, so that sections begin on later screens. */
const rubyBook: Readonly<Record<string, string>> = {
  'book.yaml': 'id: ruby\ntitle: 注音本\nlanguage: zh-Hans\n',
  'chapters/01.md': `# {第一|dì|yī}章\n\n{北京|běi|jīng}与<ruby>漢<rt>かん</rt></ruby>。\n\n${prose}\n\n${prose}\n\n## 节 甲\n\n${prose}\n\n### 目\n\n{春|chūn}。[^1]\n\n[^1]: 注里也有{音|yīn}。\n`,
  'chapters/02.md': `---\nlang: ja\n---\n# {漢字|かん|じ}\n\n{仮名|かな}。\n`,
};

const formulaBook: Readonly<Record<string, string>> = {
  'book.yaml': 'id: formulas\ntitle: Formulas\nlanguage: en\ntheme: plain\n',
  'chapters/01.md': [
    '# One',
    'In a line $a^2 + b^2 = c^2$ and $\\frac{1}{2}$.',
    '$$\\sum_{n=1}^{\\infty} \\frac{1}{n^2} = \\frac{\\pi^2}{6}$$ {#eq:basel}',
    `See @eq:basel. ${'Words of prose that fill the page. '.repeat(120)}`,
    '## A matrix $M$',
    '$$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}$$',
  ].join('\n\n'),
};

const pictureBook: Readonly<Record<string, string>> = {
  'book.yaml': 'id: pictures\ntitle: 画册\nlanguage: zh-Hans\ncover: images/cover.png\n',
  'chapters/01.md': [
    '# 图',
    '![灰色的方块](../images/square.png "方块"){#fig:square width=50%}',
    prose,
    '<img src="../images/ornament.png" alt="">',
    '## 矢量图',
    '![圆](../images/circle.svg "圆"){#fig:circle}',
    '见@fig:square与@fig:circle。',
  ].join('\n\n'),
  'images/circle.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80" viewBox="0 0 80 80"><circle cx="40" cy="40" r="30" fill="#777"/></svg>',
};

const pictureFiles = {
  'images/cover.png': png(1600, 2560, 120),
  'images/square.png': png(300, 300, 90),
  'images/ornament.png': png(60, 12, 160),
};

async function folderOf(
  texts: Readonly<Record<string, string>>,
  files: Readonly<Record<string, Uint8Array>> = {},
): Promise<string> {
  const folder = await makeBook(texts);
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

export async function richEpub(): Promise<Uint8Array> {
  const { value } = await makeEpub(inputOf(richBook(fullMeta), richFiles));
  return value?.bytes ?? new Uint8Array();
}

export const books: readonly ShownBook[] = [
  {
    name: 'the newspaper of 31 March 2022',
    epub: seedEpub,
    expected: {
      documents: 8,
      entries: 14,
      pictures: 1,
      notes: [],
      faces: ['Banxin Kai', 'Banxin Song'],
    },
  },
  {
    name: 'a book that has all that a chapter can hold',
    epub: richEpub,
    expected: {
      documents: 8,
      pictures: 2,
      formulas: 1,
      notes: ['1 注一的文字，有重。', '2 注二。', '1 跨章注'],
    },
  },
  {
    name: 'a book with readings of its characters',
    epub: async () => epubOfFolder(await folderOf(rubyBook)),
    expected: { readings: 10, notes: ['1 注里也有音yīn。'] },
  },
  {
    name: 'a book with formulas',
    epub: async () => epubOfFolder(await folderOf(formulaBook)),
    expected: { formulas: 5, faces: ['Banxin Math', 'Banxin Roman', 'Banxin Song'] },
  },
  {
    name: 'an illustrated book with a cover of its own',
    epub: async () => epubOfFolder(await folderOf(pictureBook, pictureFiles)),
    expected: { pictures: 4 },
  },
];
