import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../scripts/pipeline/build.js';

const shelf = join(import.meta.dirname, '../../../shared/manuscripts');
const why = existsSync(shelf) ? '' : ' (skipped: ../shared/manuscripts is not here)';
const yaml = 'language: en\ntheme: plain\ntrim: in-6x9\n';

/** What is found is the manuscript's own: links that lead nowhere, definitions that nothing uses, levels that are skipped. */
const books: readonly (readonly [name: string, settings: string, found: Readonly<Record<string, number>>])[] =
  [
    [
      'pandoc-manual',
      'title: Pandoc User’s Guide\nchapters: [MANUAL.md]\n',
      { 'definition-unused': 5, 'front-matter-foreign': 1 },
    ],
    ['vfm-docs', 'title: VFM\nchapters: [vfm.md]\n', {}],
    [
      'mdbook-guide',
      'title: mdBook\nchapters: guide/src/SUMMARY.md\n',
      {
        'definition-unused': 2,
        'heading-level-skipped': 8,
        'html-code-removed': 2,
        'include-missing': 1,
      },
    ],
  ];

describe.skipIf(why !== '')(`a manuscript that was written for another tool${why}`, () => {
  it.each(books)('%s builds when it has a book.yaml', async (name, settings, found) => {
    const folder = await mkdtemp(join(tmpdir(), 'banxin-other-'));
    await cp(join(shelf, name), join(folder, name), { recursive: true });
    const book = join(folder, name);
    for (const file of await readdir(book))
      if (file === 'MANUAL.txt') await rename(join(book, file), join(book, 'MANUAL.md'));
    await writeFile(join(book, 'book.yaml'), `id: other\n${settings}${yaml}`);
    const { value, diagnostics } = await build({ book, out: join(folder, 'out') });
    const counts: Record<string, number> = {};
    for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1;
    expect(counts).toEqual(found);
    expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  });
});
