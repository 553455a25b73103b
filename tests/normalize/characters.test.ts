import { describe, expect, it } from 'vitest';
import { blocksOf, editsOf } from './texts.js';

const simplified = '他们来到了这个地方，觉得这里的风景很好，于是决定住下来，把家园建设得更加紧凑。'.repeat(
  12,
);

describe('half-width marks', () => {
  it('become full width after Chinese and around it', () => {
    expect(blocksOf('(上接)他说:好,我来!你呢?“行!”')).toEqual(['（上接）他说：好，我来！你呢？“行！”']);
  });

  it('stay in numbers, times, addresses and Latin words', () => {
    const text =
      '圆周率约为3.14，共1,000人，12:30出发，详见https://example.org/a?b=1;c，作者J. R. Smith (London)说。';
    expect(blocksOf(text)).toEqual([text]);
  });

  it('stay in a text that is not Chinese', () => {
    const text = 'He said: well, I come! (And you?)';
    expect(blocksOf(text)).toEqual([text]);
  });
});

describe('a Traditional character in a Simplified text', () => {
  it('is made Simplified where the counterpart stands in the text', () => {
    expect(editsOf(`${simplified}守护家園，加緊建设。`, 'simplified-form')).toEqual(['園 → 园', '緊 → 紧']);
  });

  it('stays where it has a place of its own, as in 乾坤 or 於姓', () => {
    expect(editsOf(`${simplified}扭转乾坤，姓於的人，著作。`, 'simplified-form')).toEqual([]);
  });

  it('stays in a text that is Traditional or mixed', () => {
    expect(editsOf('後來他們來到這個地方，覺得風景很好。', 'simplified-form')).toEqual([]);
    expect(
      editsOf(`${simplified}於是後來，乾坤徵驗，說話與國家，學習開門。`.repeat(2), 'simplified-form'),
    ).toEqual([]);
  });
});

describe('a space between Chinese characters', () => {
  it('goes from running text and stands in the ledger', () => {
    const text = '切实解决大家的后顾之忧。 恳请广大市民朋友继续全力配合各项措施，人人参与，共同守护。';
    expect(blocksOf(text)).toEqual([text.replace(' ', '')]);
    expect(editsOf(text, 'gap')).toEqual(['  → ']);
  });

  it('stays between the parts of a heading, and goes where the phrase stands whole elsewhere', () => {
    const text = [
      ...['甲县 人人都来', '乙县 每个普通人 都能出力', '丙县 大家动手'].flatMap((head) => [
        head,
        '每个普通人都能出力，这是大家的共识。',
      ]),
    ].join('\n\n');
    expect(blocksOf(text).filter((block) => block.startsWith('#'))).toEqual([
      '## 甲县 人人都来',
      '## 乙县 每个普通人都能出力',
      '## 丙县 大家动手',
    ]);
  });
});

describe('Markdown’s own characters in a raw text', () => {
  it.each([
    ['# 不是标题。', '\\# 不是标题。'],
    ['- 不是列表。', '\\- 不是列表。'],
    ['1. 不是列表。', '1\\. 不是列表。'],
    ['::: 不是容器。', '\\::: 不是容器。'],
    ['又有`美中不足，好事多魔`八个字。', '又有\\`美中不足，好事多魔\\`八个字。'],
    ['a*b*c_d_[e](f)<g>&amp;是什么。', 'a\\*b\\*c\\_d\\_\\[e\\](f)\\<g\\>\\&amp;是什么。'],
  ])('are escaped in %s', (text, markdown) => {
    expect(blocksOf(`他说了一句话。\n${text}`)[1]).toBe(markdown);
  });
});

describe('a control character', () => {
  it('goes to the ledger, since no page can show it', () => {
    expect(blocksOf(`${simplified}\u0007\u001a`)).toEqual([simplified]);
    expect(editsOf(`${simplified}\u0007\u001a`, 'control-character')).toHaveLength(2);
  });
});
