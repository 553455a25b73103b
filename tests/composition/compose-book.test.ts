import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkComposition } from '../../scripts/check/composition.js';
import { referenceText } from '../../scripts/check/reference-text.js';
import { composeBook } from '../../scripts/composition/compose-book.js';
import { build } from '../../scripts/pipeline/build.js';
import { bookOf, emptyFolder } from './composed.js';

const text = `"It's a universal language," he said.\n\nThe second paragraph has a *universal* word.`;

describe('a composed book', () => {
  it('leaves the manuscript as it is', async () => {
    const book = await bookOf(text, 'en');
    const before = JSON.stringify(book.chapters);
    await composeBook(book);
    expect(JSON.stringify(book.chapters)).toBe(before);
  });

  it('differs from the manuscript in marks and soft hyphens only, whatever is written', async () => {
    const word = fc.constantFrom(
      'universal',
      'it',
      "don't",
      '"',
      "'",
      '("',
      '."',
      '—',
      '12',
      'Mr.',
      '\u00ad',
      '*go*',
    );
    const language = fc.constantFrom('en', 'fr', 'de', 'zh-Hans');
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), language, async (words, tag) => {
        const book = await bookOf(`x ${words.join(' ')}`, tag);
        const { print, ebook } = await composeBook(book);
        for (const set of [print, ebook]) {
          const found = checkComposition(referenceText(book.chapters), referenceText(set.chapters));
          expect(found?.diagnostics ?? []).toEqual([]);
        }
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('is told apart from one with another word', async () => {
    const written = referenceText((await bookOf('He said: "Go."', 'en')).chapters);
    const set = referenceText((await bookOf('He said: “Come.”', 'en')).chapters);
    const found = checkComposition(written, set);
    expect(found?.status).toBe('failed');
    expect(found?.diagnostics.map(({ code, place }) => [code, place?.line])).toEqual([
      ['composition-changed-text', 3],
    ]);
  });

  it('is printed with its divided words, and every character is held against the manuscript', async () => {
    const book = await bookOf(
      `${`${text} `.repeat(3)}\n\n${'An incomprehensibility of universal representation, '.repeat(90)}.`,
      'en',
    );
    const { value, diagnostics } = await build({
      book: book.folder,
      out: await emptyFolder(),
      formats: ['pdf'],
    });
    expect(diagnostics).toEqual([]);
    expect(value?.checks.map(({ check, status }) => [check, status])).toContainEqual([
      'composition',
      'passed',
    ]);
    expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  });
});
