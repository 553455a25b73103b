import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { dotEmphasis } from '../../scripts/print/emphasis-dots.js';

function dotted(html: string, language: string): string {
  const section: Element = { type: 'element', tagName: 'section', properties: {}, children: [] };
  section.children = fromHtml(html, { fragment: true }).children as Element['children'];
  dotEmphasis(section, language);
  return toHtml(section.children).replace(/<span class="dot">(.*?)<\/span>/g, '[$1]');
}

describe('dots of emphasis', () => {
  const facts: readonly (readonly [string, string, string])[] = [
    ['zh-Hans', '他<em>真的，来了</em>。', '他<em>[真][的]，[来][了]</em>。'],
    ['zh-Hans', '<em>在 office 里的𠮷</em>', '<em>[在] office [里][的][𠮷]</em>'],
    [
      'zh-Hans',
      '<em>一<strong>二</strong><code>三</code></em>',
      '<em>[一]<strong>[二]</strong><code>三</code></em>',
    ],
    ['zh-Hans', '<em><ruby>汉<rt>hàn</rt></ruby></em>', '<em><ruby>[汉]<rt>hàn</rt></ruby></em>'],
    ['ja', '<em>がっこう</em>', '<em>[が][っ][こ][う]</em>'],
    ['en', '<em>word</em> <em lang="zh">字</em>', '<em>word</em> <em lang="zh">[字]</em>'],
    ['zh-Hans', '<em class="latin">Pequod</em>', '<em class="latin">Pequod</em>'],
  ];
  it.each(facts)('in %s: %s', (language, html, expected) => {
    expect(dotted(html, language)).toBe(expected);
  });
});
