import { describe, expect, it } from 'vitest';
import { mergeChapters } from '../../scripts/normalize/merge/merge-chapters.js';
import { readUnits } from '../../scripts/normalize/merge/units.js';
import { readMergeCases } from './merge-cases.js';

const cases = readMergeCases();
const markdown = (chapters: readonly { readonly markdown: string }[]) =>
  chapters.map((chapter) => chapter.markdown);

describe('the merge of', () => {
  it.each(cases)('$name', ({ texts, merged }) => {
    expect(markdown(mergeChapters(texts))).toEqual(merged);
  });
});

describe('a merged chapter', () => {
  it('says how many changes of both sides it has, and from which edited chapters it comes', () => {
    const [first, second] = mergeChapters({
      base: ['第一章开始了。\n\n过河\n\n天黑了下来。\n'],
      mine: ['第一章开始了！\n\n过河\n\n天黑了下来。\n\n编者添的。\n'],
      theirs: ['第一章开始了。\n', '# 过河\n\n天黑了下来。\n'],
    });
    expect(first).toMatchObject({ kept: 1, taken: 0, conflicts: [], from: new Set([0]) });
    expect(second).toMatchObject({ kept: 1, taken: 1, conflicts: [], from: new Set([0]) });
  });

  it('names the line of each conflict, and tells where the new text goes on in the next chapter', () => {
    const [first] = mergeChapters({
      base: ['# 一\n\n甲。\n\n他走了。过河天黑了。\n'],
      mine: ['# 一\n\n乙。\n\n全部重写。\n'],
      theirs: ['# 一\n\n丙。\n\n他走了。\n', '# 过河\n\n天黑了。\n'],
    });
    expect(first?.conflicts).toEqual([
      { line: 3, goesOn: false },
      { line: 11, goesOn: true },
    ]);
  });
});

describe('a chapter taken apart', () => {
  it.each([
    ['---\ntitle: 一\n---\n\n# 一\n\n甲\n乙\n\n\n丙\n', ['---\ntitle: 一\n---', '# 一', '甲\n乙', '丙']],
    ['# 一\n甲\n## 二\n乙', ['', '# 一', '甲', '## 二', '乙']],
    [
      ':::: captions\n甲\n\n::: credit\n乙\n:::\n::::\n丙\n',
      ['', ':::: captions\n甲\n\n::: credit\n乙\n:::\n::::', '丙'],
    ],
    ['::: verse\n甲\n\n乙\n', ['', '::: verse\n甲', '乙']],
    ['```\n甲\n\n::: x\n```\n乙\n', ['', '```\n甲\n\n::: x\n```', '乙']],
    ['~~~\n甲\n\n乙\n', ['', '~~~\n甲\n\n乙\n']],
    ['---\n甲\n', ['', '---\n甲']],
    ['\n\n  甲\n', ['', '  甲']],
    ['', ['']],
  ])('%j', (text, units) => {
    expect(readUnits(text).map((unit) => unit.text)).toEqual(units);
    expect(
      readUnits(text)
        .map((unit) => unit.text + unit.gap)
        .join(''),
    ).toBe(text);
  });
});
