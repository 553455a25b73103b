import { describe, expect, it } from 'vitest';
import { chaptersOf, editsOf, normalized } from './texts.js';

const body = '他沿着河走了一整天，谁也没有遇见。天黑的时候，他在树下坐了下来。';
const titles = (text: string): readonly (string | undefined)[] =>
  normalized(text).chapters.map(({ heading }) => heading);
const files = (text: string): readonly string[] => normalized(text).chapters.map(({ fileName }) => fileName);

describe('the chapters of a book', () => {
  it('are opened by numbered headings that follow one another', () => {
    const text = ['第一章 出门', body, body, '第二章 过河', body, '第三章 回家', body].join('\n');
    expect(titles(text)).toEqual(['第一章 出门', '第二章 过河', '第三章 回家']);
    expect(files(text)).toEqual(['01-chapter-1.md', '02-chapter-2.md', '03-chapter-3.md']);
  });

  it('are not opened by 第六回合 or 第九部队 in running text', () => {
    const text = [
      '第一回 初战',
      body,
      '第六回合他倒了下去',
      body,
      '第二回 再战',
      body,
      '第九部队到了',
      body,
      '第三回 终战',
      body,
    ].join('\n');
    expect(titles(text)).toEqual(['第一回 初战', '第二回 再战', '第三回 终战']);
  });

  it('are kept where one number is missing, and where numerals are 两, 零 or 大写', () => {
    const text = [
      '第壹章 甲',
      body,
      '第贰章 乙',
      body,
      '第一百零四章 丙',
      body,
      '第一百零五章 丁',
      body,
    ].join('\n');
    expect(titles(text)).toHaveLength(4);
  });

  it('stand below volumes, and prologue and epilogue beside them', () => {
    const text = [
      '第一卷 春',
      '楔子',
      body,
      '第一章 甲',
      body,
      '第二章 乙',
      body,
      '第二卷 秋',
      '第一章 丙',
      body,
      '第二章 丁',
      body,
      '尾声',
      body,
    ].join('\n');
    expect(files(text)).toEqual([
      '01-volume-1.md',
      '02-prologue.md',
      '03-chapter-1.md',
      '04-chapter-2.md',
      '05-volume-2.md',
      '06-chapter-1-2.md',
      '07-chapter-2-2.md',
      '08-epilogue.md',
    ]);
  });

  it('are found in English, with what stands before them as a part of its own', () => {
    const text = [
      'The River',
      'CHAPTER I',
      'He walked all day.',
      'CHAPTER II',
      'He sat down under a tree.',
    ].join('\n');
    expect(titles(text)).toEqual(['The River', 'CHAPTER I', 'CHAPTER II']);
  });

  it('are not taken from a table of contents', () => {
    const contents = ['第一章 出门', '第二章 过河', '第三章 回家'];
    const text = [...contents, ...contents.flatMap((title) => [title, body])].join('\n');
    expect(titles(text).filter((title) => title !== undefined)).toEqual(contents);
  });

  it('have the title that stands on the line below their number', () => {
    const text = [
      '第一回',
      '甄士隐梦幻识通灵　贾雨村风尘怀闺秀',
      body,
      '第二回',
      '贾夫人仙逝扬州城　冷子兴演说荣国府',
      body,
    ].join('\n');
    expect(titles(text)).toEqual([
      '第一回 甄士隐梦幻识通灵　贾雨村风尘怀闺秀',
      '第二回 贾夫人仙逝扬州城　冷子兴演说荣国府',
    ]);
  });

  it('are marked by the notes of Aozora Bunko, whose notes go to the ledger', () => {
    const text = [
      '［＃３字下げ］上　先生と私［＃「上　先生と私」は大見出し］',
      '［＃５字下げ］一［＃「一」は中見出し］',
      '　私はその人を常に先生と呼んでいた。',
    ].join('\n');
    expect(chaptersOf(text)).toEqual(['# 上　先生と私\n\n## 一\n\n私はその人を常に先生と呼んでいた。\n']);
    expect(editsOf(text, 'aozora-note')).toHaveLength(4);
  });
});

describe('a newspaper page', () => {
  const page = `
全市各级干部走访一线了解群众所需——

听民声解民忧，把实事办到群众心坎上

东城县 走村入户听意见

东城县委书记李明表示，要把群众的事放在心上，一件一件抓好落实，让群众看到

实实在在的变化。

西山县 修好最后一公里

西山县的山路修了三年，今年全线通车。村民说，下山再也不用走半天了。

南湖县 热水送到家门口

南湖县为高龄老人装上了热水器。工作人员定期上门检查，保证安全。

①东城县干部走访农户。 本报记者 王小明摄
②西山县新修的公路。 ③南湖县工作人员上门检查。 均本报通讯员 赵大海摄
制图：周一

凝聚力量 共谋发展

(上接第一版)会议强调，要坚持稳中求进。会议还研究了其他事项。(下转第四版)

致全县人民的一封信

(上接第二版) 感谢大家的支持!

中共东城县委
东城县人民政府
2021年5月1日
`;
  const chapters = chaptersOf(page);

  it('falls apart into its articles, each under its own headline', () => {
    expect(titles(page)).toEqual([
      '听民声解民忧，把实事办到群众心坎上',
      '凝聚力量 共谋发展',
      '致全县人民的一封信',
    ]);
    expect(files(page)).toEqual(['01-article-1.md', '02-article-2.md', '03-article-3.md']);
  });

  it('has its kicker before the headline and its subheads below it', () => {
    expect(chapters[0]).toMatch(/^::: kicker\n全市各级干部走访一线了解群众所需——\n:::\n\n# 听民声解民忧/);
    expect(chapters[0]?.match(/^## .*$/gm)).toEqual([
      '## 东城县 走村入户听意见',
      '## 西山县 修好最后一公里',
      '## 南湖县 热水送到家门口',
    ]);
    expect(chapters[0]).toContain('让群众看到实实在在的变化。');
  });

  it('has captions one by one with their credits', () => {
    expect(chapters[0]?.slice(chapters[0].indexOf(':::: captions'))).toBe(`:::: captions
①东城县干部走访农户。

::: credit
本报记者 王小明摄
:::

②西山县新修的公路。

③南湖县工作人员上门检查。

::: credit
均本报通讯员 赵大海摄
:::

::: credit
制图：周一
:::
::::
`);
  });

  it('keeps jump lines as metadata and as a visible note', () => {
    expect(chapters[1]).toBe(`---
continued-from: 第一版
continued-on: 第四版
---

# 凝聚力量 共谋发展

::: continuation
（上接第一版）
:::

会议强调，要坚持稳中求进。会议还研究了其他事项。

::: continuation
（下转第四版）
:::
`);
  });

  it('signs a letter off with its bodies and the date', () => {
    expect(chapters[2]).toContain(
      '感谢大家的支持！\n\n::: signoff\n中共东城县委\\\n东城县人民政府\\\n2021年5月1日\n:::\n',
    );
    expect(normalized(page).signedDate).toBe('2021-05-01');
  });

  it('takes ① ② ③ without a credit for points of an argument', () => {
    const text = '会议提出三点要求。\n①抓好落实。\n②加强督查。\n③总结经验。';
    expect(chaptersOf(text)[0]).not.toContain('captions');
  });

  it('joins the display lines of one headline', () => {
    const text = `众志成城共克时艰\n凝聚起全社会强大合力\n(上接第一版)${body}`;
    expect(titles(text)).toEqual(['众志成城共克时艰 凝聚起全社会强大合力']);
    expect(editsOf(text, 'headline-lines')).toEqual(['\n →  ']);
  });
});

describe('a text without headings', () => {
  it('is one chapter that is named after its file', () => {
    expect(chaptersOf(`${body}\n${body}`)).toEqual([`---\ntitle: raw\n---\n\n${body}\n\n${body}\n`]);
  });
});
