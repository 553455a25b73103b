import { describe, expect, it } from 'vitest';
import { normalizeText } from '../../scripts/normalize/normalize-text.js';
import { chaptersOf, editsOf, normalized } from './texts.js';

const body =
  '他沿着河走了一整天，谁也没有遇见。天黑的时候，他在树下坐了下来，听着远处的水声，一直坐到了天亮。';
const chapter = (heading: string, text = body.repeat(4)): string => `${heading}\n${text}`;

describe('the text’s own table of contents', () => {
  const titles = ['第一章 出门', '第二章 过河', '第三章 回家', '第四章 下雪'];
  const text = ['目录', ...titles, ...titles.map((title) => chapter(title))].join('\n');

  it('is kept as text before the first chapter, and an editor is told', () => {
    const { chapters, flags } = normalized(text);
    expect(chapters.map(({ heading }) => heading)).toEqual(['目录', ...titles]);
    expect(chapters[0]?.markdown).toContain('第三章 回家');
    expect(flags.map(({ diagnostic }) => diagnostic.code)).toContain('contents-list-kept');
  });
});

describe('notes behind a chapter', () => {
  it('become footnotes of that chapter, each under its number', () => {
    const noted = (heading: string) =>
      `${heading}\n${body}庄子[1]说过，孔子[2]也说过。\n${body}\n注释\n[1]庄周。\n[2]孔丘。`;
    const [first, second] = chaptersOf([noted('第一章 出门'), noted('第二章 过河')].join('\n'));
    for (const markdown of [first, second]) {
      expect(markdown).toContain('庄子[^1]说过，孔子[^2]也说过。');
      expect(markdown).toContain('[^1]: 庄周。\n\n[^2]: 孔丘。');
    }
  });

  it('stay as they are where one is called twice', () => {
    const text = `${chapter('第一章')}\n${body}庄子[1]说过，又[1]说过。\n注释\n[1]庄周。\n${chapter('第二章')}`;
    expect(editsOf(text, 'note-call')).toEqual([]);
  });
});

describe('a modern poem in a text with indented paragraphs', () => {
  it('is verse by its deeper setting, and a wide gap begins a stanza', () => {
    const poem = ['夜里有人开门', '不是人，是凉', '它先摸了摸水缸']
      .map((line) => `　　　　　　${line}`)
      .join('\n');
    const prose = Array.from({ length: 12 }, () => `　　${body}`).join('\n');
    const [markdown] = chaptersOf(`${prose}\n${poem}\n\n\n${poem}\n${prose}`);
    expect(markdown?.match(/::: verse\n夜里有人开门\n\n不是人，是凉\n\n它先摸了摸水缸\n:::/g)).toHaveLength(
      2,
    );
  });
});

describe('what looks like a slip of a scan', () => {
  it('is told with its place and kept', () => {
    const text = `${body}\n他说：“我要走了。\n${body}\n他回来了。”\n${body}`;
    const { chapters, flags } = normalized(text);
    expect(flags.map(({ diagnostic: { code, place } }) => [code, place?.line, place?.column])).toEqual([
      ['slip-pair-unmatched', 2, 4],
      ['slip-pair-unmatched', 4, 6],
      ['heading-not-found', 1, 1],
    ]);
    expect(chapters[0]?.markdown).toContain('他说：“我要走了。');
  });
});

describe('Markdown that comes as raw text', () => {
  const files = [
    {
      name: '01-one.md',
      bytes: new TextEncoder().encode('# 一\n\n他说,走吧。\n\n::: verse\n春眠不觉晓\n:::\n'),
    },
    { name: '02-two.md', bytes: new TextEncoder().encode('---\ntitle: 二\n---\n\n第一章不是标题。\n') },
  ];

  it('is cut into chapters as it is, and nothing is changed', () => {
    const { value } = normalizeText(files);
    expect(value?.edits).toEqual([]);
    expect(value?.chapters.map(({ fileName, markdown }) => [fileName, markdown])).toEqual(
      files.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]),
    );
  });
});

describe('a heading of two lines', () => {
  it('runs on within a phrase, and has a space between two', () => {
    const heading = (lines: string) => chaptersOf(`${lines}\n本报记者 傅青禾\n${body}`)[0]?.split('\n')[0];
    expect(heading('研究夏粮收购、校园午餐\n和老旧电梯改造等工作')).toBe(
      '# 研究夏粮收购、校园午餐和老旧电梯改造等工作',
    );
    expect(heading('217辆车泡了水\n这笔账该记在谁头上')).toBe('# 217辆车泡了水 这笔账该记在谁头上');
  });
});
