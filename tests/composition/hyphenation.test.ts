import { describe, expect, it } from 'vitest';
import { composeBook } from '../../scripts/composition/compose-book.js';
import { textOf } from '../../scripts/model/text-of.js';
import { bookOf, composed } from './composed.js';

describe('division of words', () => {
  const facts: readonly (readonly [string, string, string])[] = [
    ['en', 'The hyphenation of a universal language', 'The hy|phen|ation of a uni|ver|sal lan|guage'],
    ['en', 'A short line of old words', 'A short line of old words'],
    ['en', 'NASA and Melville went sailing', 'NASA and Melville went sail|ing'],
    [
      'en',
      'A well-known universal/thing at www.universal.org',
      'A well-known universal/thing at www.universal.org',
    ],
    ['en', 'a difficulty of officers', 'a diffi|culty of offi|cers'],
    ['de', 'Die Universalsprache', 'Die Uni|ver|sal|spra|che'],
    ['fr', 'une langue universelle', 'une langue uni|ver|selle'],
    ['zh-Hans', '中文里的 universal 一词', '中文里的 universal 一词'],
  ];
  it.each(facts)('in %s: %s', async (language, written, seen) => {
    expect((await composed(written, language)).print).toBe(seen);
  });

  it('leaves code, headings and verse whole', async () => {
    const markdown = '## Universal languages\n\n`universal`\n\n::: verse\nuniversal\n:::';
    const { print } = await composeBook(await bookOf(markdown, 'en'));
    const text = print.chapters.map(({ tree }) => textOf(tree)).join('');
    expect(text).toContain('universal');
    expect(text).not.toContain('\u00ad');
  });

  it('is for print alone: an e-reader divides words itself', async () => {
    expect((await composed('a universal language', 'en')).ebook).toBe('a universal language');
  });

  it('divides no word of a language whose patterns are not free', async () => {
    expect((await composed('nejneobhospodařovávatelnější', 'cs')).print).not.toContain('|');
  });
});
