import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../scripts/model/build-types.js';
import { build } from '../../scripts/pipeline/build.js';
import { normalizeInto } from '../../scripts/pipeline/normalize.js';
import { makeBook } from './make-book.js';

const shelf = join(import.meta.dirname, '../../../shared/manuscripts');
const why = existsSync(shelf) ? '' : ' (skipped: ../shared/manuscripts is not here)';

/** Builds a cut of a real book; all that the proof holds against it, and what was said of it. */
async function built(
  book: string,
): Promise<{ readonly result: BuildResult; readonly errors: readonly string[] }> {
  const out = await mkdtemp(join(tmpdir(), 'banxin-real-'));
  const { value, diagnostics } = await build({ book, out });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return {
    result: value,
    errors: diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  };
}

function failed({ checks }: BuildResult): readonly string[] {
  return checks.filter(({ status }) => status === 'failed').map(({ check }) => check);
}

describe.skipIf(why !== '')(`cuts of real books${why}`, () => {
  it('Moby-Dick: chapters with verse, letters, notes and etymologies', async () => {
    const source = join(shelf, 'moby-dick/chapters');
    const wanted = ['012-chapter-9', '019-chapter-16', '035-chapter-32', '048-chapter-45'];
    const files = (await readdir(source)).filter((name) => wanted.some((start) => name.startsWith(start)));
    expect(files).toHaveLength(wanted.length);
    const book = await makeBook({
      'book.yaml': 'id: moby-cut\ntitle: Moby-Dick\nlanguage: en\ntheme: plain\ntrim: a5\n',
    });
    for (const name of files) await cp(join(source, name), join(book, 'chapters', name));
    const { result, errors } = await built(book);
    expect([errors, failed(result)]).toEqual([[], []]);
    expect(result.figures.pages).toBeGreaterThan(40);
  });

  it('the mdBook guide: code, tables, links', async () => {
    const source = join(shelf, 'mdbook-guide/guide/src');
    const files = [
      'format/configuration/renderers.md',
      'for_developers/preprocessors.md',
      'format/summary.md',
    ];
    const list = files.map((file) => `  - chapters/${file}\n`).join('');
    const book = await makeBook({
      'book.yaml': `id: guide-cut\ntitle: mdBook Guide\nlanguage: en\ntheme: plain\ntrim: a5\nchapters:\n${list}`,
    });
    for (const file of files) await cp(join(source, file), join(book, 'chapters', file));
    const { result, errors } = await built(book);
    expect([errors, failed(result)]).toEqual([[], []]);
  });

  it('红楼梦: the first chapters, from the raw text', async () => {
    const folder = join(shelf, 'hongloumeng');
    const raw = (await readdir(folder)).find((name) => name.endsWith('.txt')) ?? '';
    const text = await readFile(join(folder, raw), 'utf8');
    const book = await mkdtemp(join(tmpdir(), 'banxin-hlm-'));
    await writeFile(join(book, 'raw.txt'), text.slice(0, 45_000));
    const made = await normalizeInto({ raw: join(book, 'raw.txt'), out: join(book, 'book') });
    expect(made.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const { result, errors } = await built(join(book, 'book'));
    expect([errors, failed(result)]).toEqual([[], []]);
    expect(result.figures.chapters).toBeGreaterThanOrEqual(4);
  });
});
