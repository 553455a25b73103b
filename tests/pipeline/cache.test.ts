import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildOptions } from '../../scripts/model/build-types.js';
import { build } from '../../scripts/pipeline/build.js';
import { makeBook } from './make-book.js';
import { withoutJavaHere } from './without-java.js';

withoutJavaHere();

const scratch = () => mkdtemp(join(tmpdir(), 'banxin-out-'));

const chapters = ['一', '二', '三', '四'];
const novel: Readonly<Record<string, string>> = {
  'book.yaml': 'id: novel\ntitle: 小说\nlanguage: zh-Hans\ntrim: a5\n',
  ...Object.fromEntries(
    chapters.map((name, index) => [
      `chapters/${index + 1}.md`,
      `# 第${name}章\n\n${Array.from({ length: 30 }, (_, line) => `${name}之${line}。春江潮水连海平，海上明月共潮生[^1]。`).join('\n\n')}\n\n[^1]: 注${name}。\n`,
    ]),
  ),
};

/** Builds the book's PDF (or what is asked for), finds nothing wrong with it, and gives the files' bytes. */
async function built(options: BuildOptions): Promise<Readonly<Record<string, string>>> {
  const out = await scratch();
  const { value, diagnostics } = await build({ formats: ['pdf'], ...options, out });
  expect(diagnostics).toEqual([]);
  expect(value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
  const names = (await readdir(out)).sort();
  const files = await Promise.all(names.map((name) => readFile(join(out, name), 'latin1')));
  return Object.fromEntries(names.map((name, index) => [name, files[index] ?? '']));
}

/** The entries of the book's cache, with the time when each was made. */
async function entries(book: string): Promise<ReadonlyMap<string, number>> {
  const folder = join(book, '.banxin', 'cache');
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = found.filter((entry) => entry.isFile() && entry.name !== '.gitignore');
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path, (await stat(path)).birthtimeMs] as const;
      }),
    ),
  );
}

describe('a build with a cache', () => {
  it('makes the same bytes as one without, before and after an edit, and keeps what did not change', async () => {
    const book = await makeBook(novel);
    const cold = await built({ book, cache: false });
    expect(await readdir(book)).not.toContain('.banxin');
    expect(await built({ book })).toEqual(cold);
    const first = await entries(book);
    expect(await built({ book })).toEqual(cold);
    expect(await entries(book)).toEqual(first);

    const path = join(book, 'chapters', '2.md');
    const text = await readFile(path, 'utf8');
    await writeFile(
      path,
      text.replace('二之7。', '二之7，这一段改长了，改得长了许多，于是后面的页都往后移。'),
    );
    const edited = await built({ book });
    expect(edited).toEqual(await built({ book, cache: false }));
    expect(edited['novel.pdf']).not.toBe(cold['novel.pdf']);
    const second = await entries(book);
    const added = [...second.keys()].filter((entry) => !first.has(entry));
    expect([...first.keys()].every((entry) => second.has(entry))).toBe(true);
    // Of one chapter of four: its layout and its faces in two media; and the fonts and the print of the whole.
    expect(added.length).toBeLessThan(first.size / 2);
  });

  it('does not believe damaged entries: the bytes are the same', async () => {
    const book = await makeBook(novel);
    const sound = await built({ book });
    for (const path of (await entries(book)).keys()) await writeFile(path, 'garbage');
    expect(await built({ book })).toEqual(sound);
    for (const path of (await entries(book)).keys()) {
      const entry = await readFile(path);
      await writeFile(path, Buffer.concat([entry.subarray(0, 32), Buffer.from('{"pages":[]}')]));
    }
    expect(await built({ book })).toEqual(sound);
  });

  it('makes the same e-book, with the cover that it drew before', async () => {
    const book = await makeBook(novel);
    const first = await built({ book, formats: ['epub'] });
    expect(await built({ book, formats: ['epub'] })).toEqual(first);
    expect(await built({ book, formats: ['epub'], cache: false })).toEqual(first);
  });

  it('may be shared by two builds at once, and lie in another folder', async () => {
    const book = await makeBook(novel);
    const cache = await scratch();
    const [one, other] = await Promise.all([
      built({ book, cache, jobs: 1 }),
      built({ book, cache, jobs: 3 }),
    ]);
    expect(one).toEqual(other);
    expect(await readdir(book)).not.toContain('.banxin');
  });
});
