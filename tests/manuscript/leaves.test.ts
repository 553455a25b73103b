import { describe, expect, test } from 'vitest';
import { plainSettings, readFiles } from './temporary-book.js';

const chapter = { 'chapters/a.md': '# 一\n\n文。\n' };
const settings = (yaml: string) => readFiles({ ...chapter, 'book.yaml': `${plainSettings}${yaml}` });

describe('what book.yaml says of the leaves', () => {
  test('lines come as a text, as a block or as a list; empty lines at the ends are dropped', async () => {
    const { book, found } = await settings(
      'dedication: 献给父亲\nepigraph: |\n  甲\n\n  乙\n\ncip: [数据, "", 一]\ncolophon: |\n  印刷：某厂\n',
    );
    expect(found).toEqual([]);
    expect(book?.meta).toMatchObject({
      dedication: ['献给父亲'],
      epigraph: { lines: ['甲', '', '乙'] },
      cip: ['数据', '', '一'],
      colophon: ['印刷：某厂'],
    });
  });

  test('an epigraph may name its source', async () => {
    const { book } = await settings('epigraph: { text: 曲终人不见, source: 钱起 }\n');
    expect(book?.meta.epigraph).toEqual({ lines: ['曲终人不见'], source: '钱起' });
  });

  test('edition, printing and price are kept as they are written', async () => {
    const { book } = await settings('edition: 2\nprinting: 2025年1月第3次印刷\nprice: 58.00元\n');
    expect(book?.meta).toMatchObject({ edition: '2', printing: '2025年1月第3次印刷', price: '58.00元' });
  });

  test.each([
    ['', undefined],
    ['contents: { depth: 1 }\n', 1],
    ['contents: { depth: 3 }\n', 3],
    ['contents: false\n', 'none'],
  ] as const)('%j gives the contents the depth %s', async (yaml, depth) => {
    const { book, found } = await settings(yaml);
    expect([found, book?.contents]).toEqual([[], depth]);
  });

  test.each([
    ['contents: { depth: 4 }\n', ['book.yaml:4:20 value-unknown']],
    ['contents: true\n', ['book.yaml:4:11 value-unknown']],
    ['contents: { deep: 2 }\n', ['book.yaml:4:11 key-missing', 'book.yaml:4:13 key-unknown']],
    ['epigraph: { source: 某 }\n', ['book.yaml:4:11 key-missing']],
    ['dedication: { to: 父 }\n', ['book.yaml:4:13 value-type']],
    ['price: "  "\n', ['book.yaml:4:8 value-empty']],
    ['edition: [1]\n', ['book.yaml:4:10 value-type']],
  ] as const)('%j is told at its place', async (yaml, expected) => {
    expect((await settings(yaml)).found).toEqual(expected);
  });
});

describe('kinds of chapters', () => {
  const kinds = async (files: Readonly<Record<string, string>>) => {
    const { book, found } = await readFiles(files);
    return { found, chapters: book?.chapters.map(({ title, kind, matter }) => [title, kind, matter]) };
  };
  const ofKind = (kind: string, text: string) => `---\nkind: ${kind}\n---\n${text}`;

  test('stand where the trade puts them, whatever the order of their files', async () => {
    const { chapters, found } = await kinds({
      'chapters/1.md': ofKind('index', '# 索引\n\n- 甲，1\n'),
      'chapters/2.md': ofKind('bibliography', '# 参考文献\n\n- 甲\n'),
      'chapters/3.md': ofKind('endnotes', '# 注释\n\n1. 甲\n'),
      'chapters/4.md': ofKind('colophon', '# 版记\n\n甲\n'),
      'chapters/5.md': '# 一\n\n文。\n',
      'chapters/6.md': '---\nmatter: front\n---\n# 序\n\n文。\n',
      'chapters/7.md': ofKind('dedication', '献给父亲\n'),
    });
    expect(found).toEqual([]);
    expect(chapters?.slice(0, 3).map(([, kind, matter]) => [kind, matter])).toEqual([
      ['dedication', 'front'],
      [undefined, 'front'],
      [undefined, 'body'],
    ]);
    expect(chapters?.slice(3).map(([, kind, matter]) => [kind, matter])).toEqual([
      ['index', 'back'],
      ['bibliography', 'back'],
      ['endnotes', 'back'],
      ['colophon', 'back'],
    ]);
  });

  test('a title alone before other chapters is that of a part; `kind: chapter` says that it is not', async () => {
    const { chapters } = await kinds({
      'chapters/1.md': '# 上编\n',
      'chapters/2.md': '# 一\n\n文。\n',
      'chapters/3.md': ofKind('chapter', '# 空\n'),
      'chapters/4.md': '# 二\n\n文。\n',
      'chapters/5.md': '# 完\n',
    });
    expect(chapters?.map(([, kind]) => kind)).toEqual(['part', undefined, 'chapter', undefined, undefined]);
  });

  test('an unknown kind is told with the known ones', async () => {
    const { diagnostics } = await readFiles({ 'chapters/1.md': ofKind('indx', '# 索引\n\n文\n') });
    expect(diagnostics).toMatchObject([
      { code: 'value-unknown', place: { line: 2 }, values: { nearest: 'index' } },
    ]);
  });
});
