import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { partZhuyin } from '../../scripts/manuscript/html/part-zhuyin.js';

function parted(...children: Parameters<typeof h>[2][]): string {
  const root: Root = { type: 'root', children: [h('ruby', ...children)] };
  partZhuyin(root);
  return toHtml(root);
}

it('each character has its own syllable of 注音', () => {
  expect(parted(['國語', h('rt', 'ㄍㄨㄛˊ ㄩˇ')])).toBe('<ruby>國<rt>ㄍㄨㄛˊ</rt>語<rt>ㄩˇ</rt></ruby>');
});

it('another reading of a word stays the reading of the word', () => {
  expect(parted(['今日', h('rt', 'きょう')])).toBe('<ruby>今日<rt>きょう</rt></ruby>');
  expect(parted(['國語', h('rt', 'ㄍㄨㄛˊ')])).toBe('<ruby>國語<rt>ㄍㄨㄛˊ</rt></ruby>');
});
