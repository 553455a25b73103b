import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { describe, expect, it } from 'vitest';
import { setLineBreaks } from '../../scripts/theme/line-breaks.js';

/** The paragraph as print gets it: `·` where nothing may be parted, `|` where a line may end. */
function printed(text: string, language = 'zh-Hans'): string {
  const paragraph = h('p', text);
  setLineBreaks(paragraph, language, 'characters');
  return toHtml(paragraph).slice(3, -4).replaceAll('\u2060', '·').replaceAll('\u200b', '|');
}

function inEbook(text: string): string {
  const paragraph = h('p', text);
  setLineBreaks(paragraph, 'zh-Hans', 'elements');
  return toHtml(paragraph);
}

describe('where a line of Chinese may end', () => {
  it.each([
    [
      'after a straight quote that closes',
      '“你来了？"他说，"我知道。"她笑',
      '“你来了·？·"|他说，"我知道·。·"|她笑',
    ],
    ['after one that closes what a straight one opened', '他道："好。"便走了', '他道：|"好·。·"|便走了'],
    ['before one that opens', '他又道："快走！"', '他又道：|"快走！"'],
    ['between two that open together', '他罵說：“"快走！', '他罵說：“"快走！'],
  ])('%s', (_, text, shown) => {
    expect(printed(text)).toBe(shown);
  });

  it('stays as it is where nothing tells on which side a straight quote stands', () => {
    expect(printed('题着"红香圃"三个字')).toBe('题着"红香圃"三个字');
  });

  it('is no space before a closing mark: the space goes', () => {
    expect(printed('叫他“王一贴” ，说他灵。　　又说')).toBe('叫他“王一贴”，说他灵。　　又说');
  });

  it('is not before the last character, whatever marks follow it', () => {
    expect(printed('我就知道是你来了——')).toBe('我就知道是你来·了·——');
    expect(printed('不知有何话说____')).toBe('不知有何话·说·_·_·_·_');
    expect(printed('我就知道是你来了。')).toBe('我就知道是你来了。');
  });

  it('is before the last character between two pieces of markup, where the browser would not look', () => {
    const between = (after: string): string => {
      const paragraph = h('p', [h('code', 'u'), '撤回，判定存为', h('code', after), '，也可']);
      setLineBreaks(paragraph, 'zh-Hans', 'elements');
      return toHtml(paragraph);
    };
    expect(between('a.yaml')).toBe('<p><code>u</code>撤回，判定存<wbr>为<code>a.yaml</code>，也可</p>');
    expect(between('文件')).toBe('<p><code>u</code>撤回，判定存为<code>文件</code>，也可</p>');
  });

  it('is not within the number of a figure', () => {
    const reference = (words: string): string => {
      const paragraph = h('p', ['见', h('a.reference', { href: '#f' }, words)]);
      setLineBreaks(paragraph, 'zh-Hans', 'characters');
      return toHtml(paragraph);
    };
    expect(reference('图 1-12')).toBe('<p>见<a class="reference whole" href="#f">图 1-12</a></p>');
    expect(reference('2024 年的渡口')).toBe('<p>见<a class="reference" href="#f">2024 年的渡口</a></p>');
  });

  it('is the same in an e-book, but for the space, which stays', () => {
    expect(inEbook('叫他“王一贴” ，说他灵。')).toBe('<p>叫他“王一贴” ，说他灵。</p>');
  });

  it('is said by elements in an e-book, whose text is searched and copied', () => {
    expect(inEbook('他道：“好。"便走了——')).toBe(
      '<p>他道：“<span class="whole">好。"</span><wbr>便<span class="whole">走了——</span></p>',
    );
  });

  it('is the browser’s own matter in other languages and in code', () => {
    expect(printed('她说，"快。"他去了——', 'ja')).toBe('她说，"快。"他去了——');
    const pre = h('div', [h('pre', '他道："好。"便走了')]);
    setLineBreaks(pre, 'zh', 'characters');
    expect(toHtml(pre)).toBe('<div><pre>他道："好。"便走了</pre></div>');
  });
});
