import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { printedLines } from '../print/printed-pages.js';
import { makeBook } from './make-book.js';

const words = [
  'incomprehensibility',
  'unimaginatively',
  'characteristically',
  'notwithstanding',
  'a',
  'the',
  'of',
];

/** Paragraphs of long and short words, no two alike. */
function paragraphs(count: number): string {
  return Array.from({ length: count }, (_, at) =>
    Array.from(
      { length: 150 + at },
      (_, index) => words[(index * 5 + at * 3 + (index % 11)) % words.length],
    ).join(' '),
  ).join('\n\n');
}

describe('words that are divided over two pages', () => {
  it('show a hyphen at the end of the first, and nothing is added to the text', async () => {
    const book = await makeBook({
      'book.yaml': 'id: divided\ntitle: Divided\nlanguage: en\ntheme: plain\ntrim: in-5x8\n',
      'chapters/1.md': `# One\n\n${paragraphs(60)}\n`,
    });
    const out = await mkdtemp(join(tmpdir(), 'banxin-divided-'));
    const { value } = await build({ book, out, formats: ['pdf'] });
    expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    const pages = await printedLines(await readFile(join(out, 'divided.pdf')));
    const ends = pages
      .map((lines) => lines.map(({ text }) => text).filter((text) => /[a-z]{2}/.test(text)))
      .flatMap((lines) => lines.at(-1)?.split(/\s/).at(-1) ?? []);
    const divided = ends.filter((word) => /^[a-z]/.test(word) && !words.includes(word));
    expect(divided.length).toBeGreaterThan(3);
    expect(divided.filter((word) => !/[a-z][-\u00ad]$/.test(word))).toEqual([]);
  }, 60_000);
});
