import { describe, expect, it } from 'vitest';
import { element, type OwnConstruct } from '../../scripts/model/extension.js';
import { openBook } from '../../scripts/pipeline/open-book.js';
import { bookOf } from './own-book.js';

/** A chapter read with one construct: its codes with lines, and its tree as short HTML. */
async function read(markdown: string, construct: OwnConstruct) {
  const book = bookOf({ 'chapters/01.md': `# 一\n\n${markdown}\n` });
  const { value, diagnostics } = await openBook(book, { config: { constructs: [construct] } });
  const { toHtml } = await import('hast-util-to-html');
  const tree = value?.book.chapters[0]?.tree;
  return {
    codes: diagnostics.map(({ code, place }) => `${code}:${place?.line}`),
    html: tree
      ? toHtml(tree)
          .replace(/<h1[\s\S]*?<\/h1>\n?/, '')
          .replace(/ id="[^"]*"/g, '')
      : '',
  };
}

const inline = (pattern: RegExp, make: NonNullable<OwnConstruct['inline']>['make']): OwnConstruct => ({
  name: 'own',
  inline: { pattern, make },
});

const block = (make: NonNullable<OwnConstruct['block']>['make']): OwnConstruct => ({
  name: 'own',
  block: { word: 'own', make },
});

describe('what a construct of a book’s own writes', () => {
  it('stands where its pattern was found, also behind Chinese text and within emphasis', async () => {
    const strong = inline(/键(\d)/, ([, n = '']) => element('b', {}, n));
    expect(await read('按键1，再**按键2**，[按键3](https://example.org/)，`键4`，\\键5。', strong)).toEqual({
      codes: [],
      html: '<p>按<b>1</b>，再<strong>按<b>2</b></strong>，<a href="https://example.org/">按<b>3</b></a>，<code>键4</code>，\\键5。</p>',
    });
  });

  it('leaves what is escaped alone', async () => {
    const strong = inline(/@(\w+)/, ([, name = '']) => element('b', {}, name));
    expect((await read('\\@no @yes', strong)).html).toBe('<p>@no <b>yes</b></p>');
  });

  it.each([
    ['a script', element('script', {}, 'alert(1)'), 'html-code-removed:3', '<p>前后</p>'],
    [
      'an element that no e-book has',
      element('iframe', { src: 'https://example.org/' }, '字'),
      'html-element-refused:3',
      '<p>前字后</p>',
    ],
    [
      'an event handler',
      element('b', { onClick: 'alert(1)' }, '字'),
      'html-attribute-refused:3',
      '<p>前<b>字</b>后</p>',
    ],
    [
      'a style',
      element('b', { style: 'position:fixed' }, '字'),
      'html-attribute-refused:3',
      '<p>前<b>字</b>后</p>',
    ],
    [
      'a link that is a script',
      element('a', { href: 'javascript:alert(1)' }, '字'),
      expect.stringMatching(/^link-.*:3$/),
      expect.not.stringContaining('javascript'),
    ],
    [
      'a picture from elsewhere',
      element('img', { src: 'https://example.org/a.png', alt: '' }),
      'image-remote:3',
      expect.anything(),
    ],
  ])('is held to the HTML of manuscripts: %s', async (_, made, code, html) => {
    expect(
      await read(
        '前@@后',
        inline(/@@/, () => made),
      ),
    ).toEqual({ codes: [code], html });
  });

  it('is text where it looks like markup', async () => {
    expect(
      (
        await read(
          '前@@后',
          inline(/@@/, () => '<b>&amp;*字*'),
        )
      ).html,
    ).toBe('<p>前&#x3C;b>&#x26;amp;*字*后</p>');
  });

  it('has the content of its container, notes and pictures and all, in another order if it likes', async () => {
    const turned = block(({ children }) => element('section', {}, ...[...children].reverse()));
    expect(await read('::: own\n一。\n\n二。\n:::', turned)).toEqual({
      codes: [],
      html: '<section><p>二。</p><p>一。</p></section>',
    });
  });

  it('is told of where it leaves out text, and may not change what was written', async () => {
    const title = block(({ values }) => element('p', {}, values.title ?? ''));
    expect((await read('::: own {title="题"}\n一。\n:::', title)).codes).toEqual([
      'own-construct-took-text:3',
    ]);
    const changing = block(({ children }) => {
      const [first] = children;
      if (first?.type === 'element') first.tagName = 'script';
      return [...children];
    });
    expect((await read('::: own\n一。\n:::', changing)).codes).toEqual(['own-construct-failed:undefined']);
  });

  it('may stand in a container of its own kind, the inner one first', async () => {
    const boxed = block(({ children }) => element('aside', {}, ...children));
    expect((await read(':::: own\n外。\n\n::: own\n内。\n:::\n::::', boxed)).html).toBe(
      '<aside><p>外。</p><aside><p>内。</p></aside></aside>',
    );
  });

  it('stands between blocks as a paragraph where it is bare words', async () => {
    expect(
      (
        await read(
          '::: own\n一。\n:::',
          block(({ children }) => ['题', ...children]),
        )
      ).html,
    ).toBe('<p>题</p><p>一。</p>');
  });
});
