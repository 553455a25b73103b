import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../scripts/check/epub-archive.js';
import { build } from '../../scripts/pipeline/build.js';
import { buildInMemory } from '../../scripts/pipeline/build-in-memory.js';
import { ownFolder } from '../commands/run-banxin.js';
import { withoutJavaHere } from '../pipeline/without-java.js';
import { bookOf, codesOf } from './own-book.js';

withoutJavaHere();

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';
const chapter = '# 一\n\n正文。\n\n![一块](block.svg)\n';
const facts = { id: 'small', title: '小书', language: 'zh-Hans' };

describe('a book built in memory', () => {
  it('is the book that a folder makes, byte by byte, and leaves nothing behind', async () => {
    const scratch = join(ownFolder(), 'tmp');
    mkdirSync(scratch);
    vi.stubEnv('TMPDIR', scratch);
    vi.stubEnv('PATH', '/nonexistent');
    const assets = { 'chapters/block.svg': new TextEncoder().encode(svg) };
    const { value, diagnostics } = await buildInMemory({ book: facts, chapters: [chapter], assets });
    expect(diagnostics).toEqual([]);
    expect(readdirSync(scratch)).toEqual([]);
    const book = bookOf({ 'chapters/01.md': chapter, 'chapters/block.svg': svg });
    const onDisk = await build({ book, out: join(book, 'out'), cache: false });
    vi.unstubAllEnvs();
    expect(Object.keys(value?.files ?? {}).sort()).toEqual(readdirSync(join(book, 'out')).sort());
    for (const [name, bytes] of Object.entries(value?.files ?? {}))
      expect(Buffer.from(bytes).equals(readFileSync(join(book, 'out', name))), name).toBe(true);
    expect(value?.figures.pages).toBe(onDisk.value?.figures.pages);
  }, 60_000);

  it('names its files as the book has them, where something is wrong', async () => {
    const { value, diagnostics } = await buildInMemory({
      book: facts,
      chapters: [{ fileName: 'one.md', markdown: '# 一\n\n![没有](gone.png)\n' }],
    });
    expect(value).toBeUndefined();
    expect(diagnostics[0]).toMatchObject({
      code: 'image-missing',
      place: { file: 'chapters/one.md', line: 3 },
    });
    expect(JSON.stringify(diagnostics)).not.toContain('banxin-');
  });

  it('has constructs and checks as a program gives them', async () => {
    const { value } = await buildInMemory({
      book: facts,
      chapters: ['# 一\n\n记@@号。\n'],
      formats: ['epub'],
      config: {
        constructs: [{ name: 'sign', inline: { pattern: /@@/, make: () => '者' } }],
        checks: [
          {
            name: 'words',
            check: ({ chapters }) => [{ message: chapters[0]?.blocks[1]?.text ?? '', at: chapters[0] }],
          },
        ],
      },
    });
    const check = value?.checks.find(({ check }) => check === 'own-words');
    expect(check?.diagnostics).toMatchObject([{ message: '记者号。', place: { file: 'chapters/01.md' } }]);
    const epub = openArchive(value?.files['small.epub'] ?? new Uint8Array());
    expect(epub?.entries.some(({ name }) => epub.readText(name)?.includes('记者号。'))).toBe(true);
  }, 30_000);

  it.each([
    '.',
    '../outside.png',
    'chapters/../../outside.png',
  ])('writes no asset outside its folder: %s', async (path) => {
    const assets = { [path]: new Uint8Array(1) };
    const { diagnostics } = await buildInMemory({ book: facts, chapters: [chapter], assets });
    expect(codesOf(diagnostics)).toEqual(['memory-path-outside']);
  });

  it.each([
    ['two chapters of one name', ['a.md', 'x/../a.md'], [], 'a.md'],
    ['a chapter that is book.yaml', ['../book.yaml'], [], 'book.yaml'],
    ['an asset in place of a chapter', ['a.md'], ['chapters/a.md'], 'a.md'],
    ['two pictures that some file systems do not tell apart', ['a.md'], ['b.png', 'B.png'], 'B.png'],
  ])('loses none of its files to another: not %s', async (_, names, paths, path) => {
    const chapters = names.map((fileName) => ({ fileName, markdown: chapter }));
    const assets = Object.fromEntries(paths.map((name) => [name, new Uint8Array(1)]));
    const { diagnostics } = await buildInMemory({ book: facts, chapters, assets });
    expect(diagnostics).toMatchObject([
      { code: 'memory-path-twice', values: { path: expect.stringContaining(path) } },
    ]);
  });

  it.each([
    ['a NUL', 'chapters/a\0.png'],
    ['a name longer than a file system has', `chapters/${'a'.repeat(300)}.png`],
  ])('says where a name cannot be that of a file: %s', async (_, path) => {
    const scratch = join(ownFolder(), 'tmp');
    mkdirSync(scratch);
    vi.stubEnv('TMPDIR', scratch);
    const assets = { [path]: new Uint8Array(1) };
    const { diagnostics } = await buildInMemory({ book: facts, chapters: [chapter], assets });
    vi.unstubAllEnvs();
    expect(diagnostics).toMatchObject([{ code: 'file-unwritable', values: { path } }]);
    expect(JSON.stringify(diagnostics)).not.toContain(scratch);
    expect(readdirSync(scratch)).toEqual([]);
  });

  it('leaves nothing behind when it is called off, and tells nothing of where it lay', async () => {
    const scratch = join(ownFolder(), 'tmp');
    mkdirSync(scratch);
    vi.stubEnv('TMPDIR', scratch);
    const calling = new AbortController();
    const options = { book: facts, chapters: ['# 一\n\n正文。\n'], formats: ['epub'] } as const;
    const off = buildInMemory({
      ...options,
      signal: calling.signal,
      onProgress: ({ stage }) => stage === 'read' || calling.abort(new Error('called off')),
    });
    await expect(off).rejects.toThrow('called off');
    expect(readdirSync(scratch)).toEqual([]);
    const { value, diagnostics } = await buildInMemory(options);
    vi.unstubAllEnvs();
    const { files = {}, ...rest } = value ?? {};
    expect(JSON.stringify([rest, diagnostics])).not.toContain(scratch);
    for (const [name, bytes] of Object.entries(files))
      expect(Buffer.from(bytes).includes(scratch), name).toBe(false);
  }, 60_000);

  it('runs no code that comes as a file', async () => {
    const mark = join(ownFolder(), 'mark');
    const code = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, '');\n`;
    const assets = { 'banxin.config.mjs': new TextEncoder().encode(code) };
    const { diagnostics } = await buildInMemory({ book: facts, chapters: [chapter], assets });
    expect(codesOf(diagnostics)).toEqual(['config-not-allowed']);
    expect(() => writeFileSync(mark, '', { flag: 'wx' })).not.toThrow();
  });
});
