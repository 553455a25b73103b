import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { writeQuotes } from '../../scripts/manuscript/html/write-quotes.js';

function written(language: string, ...children: Parameters<typeof h>[2][]): string {
  const root = { type: 'root' as const, children: [h('p', ...children)] };
  writeQuotes(root, language);
  return toHtml(root).replace(/<\/?p>/g, '');
}

it('the marks of a quotation in HTML are text of the book, as its language writes them', () => {
  expect(written('zh-Hans', ['他说', h('q', '你好')])).toBe('他说<q>“你好”</q>');
  expect(written('fr', ['Il dit ', h('q', 'bonjour')])).toBe('Il dit <q>«\u202fbonjour\u202f»</q>');
  expect(written('de', [h('q', ['a ', h('q', 'b')])])).toBe('<q>„a <q>‚b‘</q>“</q>');
});

it('a quotation in another language has the marks of the text around it', () => {
  expect(written('zh-Hans', [h('q', { lang: 'fr' }, 'bonjour')])).toBe('<q lang="fr">“bonjour”</q>');
});
