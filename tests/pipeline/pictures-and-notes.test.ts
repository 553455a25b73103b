import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';
import { writeBook } from '../bench/forms/as-book.js';
import { mixed } from '../bench/texts/mixed.js';

it('a book with pictures and notes comes out the same however long its pictures take to load', async () => {
  const book = await mkdtemp(join(tmpdir(), 'banxin-pictures-'));
  await writeBook(mixed(60), book);
  const made: string[] = [];
  for (const out of ['a', 'b', 'c'].map((name) => join(book, name))) {
    const { value } = await build({ book, out, formats: ['pdf'], cache: false });
    expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    made.push(await readFile(join(out, 'bench.pdf'), 'latin1'));
  }
  expect(new Set(made).size).toBe(1);
});
