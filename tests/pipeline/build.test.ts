import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildResult, Diagnostic, Outcome } from '../../scripts/index.js';
import { build } from '../../scripts/pipeline/build.js';
import { makeBook, richBook } from './make-book.js';

const scratch = () => mkdtemp(join(tmpdir(), 'banxin-out-'));
const faults = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity !== 'info');

function allOf({ value, diagnostics }: Outcome<BuildResult>): readonly Diagnostic[] {
  return faults([...diagnostics, ...(value?.checks.flatMap((check) => check.diagnostics) ?? [])]);
}

describe('a build', () => {
  it('makes a PDF and an EPUB of a rich book, each character of which stands once and in order', async () => {
    const out = await scratch();
    const outcome = await build({ book: await makeBook(richBook), out });
    expect(allOf(outcome)).toEqual([]);
    expect(outcome.value?.checks.filter(({ status }) => status === 'failed')).toEqual([]);
    expect((await readdir(out)).sort()).toEqual([
      'proof.html',
      'proof.json',
      'rich.epub',
      'rich.onix.xml',
      'rich.pdf',
    ]);
    const proof = JSON.parse(await readFile(join(out, 'proof.json'), 'utf8'));
    expect(proof.figures.pages).toBe(outcome.value?.figures.pages);
    expect(proof.chapters.map((chapter: { page: string }) => chapter.page)).toEqual(['v', '1', '3', '7']);
  });

  it('gives the same bytes twice', async () => {
    const book = await makeBook(richBook);
    const [first, second] = [await scratch(), await scratch()];
    await build({ book, out: first, cache: false });
    await build({ book, out: second, cache: false });
    for (const name of ['rich.pdf', 'rich.epub', 'proof.json', 'proof.html']) {
      const [a, b] = await Promise.all([first, second].map((folder) => readFile(join(folder, name))));
      expect(a !== undefined && b !== undefined && Buffer.compare(a, b) === 0, name).toBe(true);
    }
  });

  it('makes only the format that is asked for', async () => {
    const out = await scratch();
    const outcome = await build({ book: await makeBook(richBook), out, formats: ['pdf'] });
    expect(faults(outcome.diagnostics)).toEqual([]);
    expect((await readdir(out)).sort()).toEqual(['proof.html', 'proof.json', 'rich.pdf']);
  });

  it('names a character that no font has, with its place, and writes nothing', async () => {
    const out = await scratch();
    const book = await makeBook({
      'book.yaml': 'id: a\ntitle: 书\nlanguage: zh-Hans\n',
      'chapters/1.md': '# 章\n\n第一段。\n\n笑脸😀在此。\n',
    });
    const { value, diagnostics } = await build({ book, out });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'character-without-font',
        values: { character: '😀', codePoint: '1F600', count: 1 },
        place: { line: 5 },
      },
    ]);
    expect(await readdir(out)).toEqual([]);
  });

  it('text that a style sheet of the book hides stops the build before printing, with line, page and a picture', async () => {
    const out = await scratch();
    const book = await makeBook({
      'book.yaml': 'id: a\ntitle: 书\nlanguage: zh-Hans\ntheme: mine\n',
      'chapters/1.md': '# 章\n\n第一段。\n\n藏起来的第二段。\n\n第三段。\n',
      'styles/themes/mine/theme.json': JSON.stringify({
        openOn: 'next',
        body: { size: 10.5, line: 18 },
        faces: ['song-400', 'song-700', 'song-900'],
      }),
      'styles/themes/mine/print.css': 'p:nth-of-type(2) { display: none; }',
    });
    const { value, diagnostics } = await build({ book, out });
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'layout-hidden',
        severity: 'error',
        values: { text: '藏起来的第二段。', page: '1' },
        place: { file: expect.stringMatching(/chapters\/1\.md$/), line: 5 },
      },
    ]);
    expect(await readdir(out)).toEqual(['proof.html']);
    expect(await readFile(join(out, 'proof.html'), 'utf8')).toMatch(
      /藏起来的第二段[\s\S]*<figure class="spot"><img src="data:image\/jpeg;base64,/,
    );
  });

  it('a contents page that leaves a chapter out or names a wrong page is told', async () => {
    const out = await scratch();
    const book = await makeBook({
      'book.yaml': 'id: a\ntitle: 书\nlanguage: zh-Hans\n',
      'chapters/1.md': '# 甲\n\n文。\n',
      'chapters/2.md': '# 乙\n\n文。\n',
      'templates/print/contents.html':
        '<section class="contents" id="contents"><h1>目录</h1><p>{{#entries}}{{#lines}}{{text}}{{/lines}}{{page}}9 {{/entries}}</p></section>',
    });
    const { value } = await build({ book, out, formats: ['pdf'] });
    const contents = value?.checks.find(({ check }) => check === 'pdf-contents');
    expect(contents?.diagnostics.map(({ values }) => values)).toEqual([
      { title: '甲', page: '1' },
      { title: '乙', page: '2' },
    ]);
  });

  it('a contents of several pages lists every chapter with its page', async () => {
    const out = await scratch();
    const chapters = Array.from({ length: 60 }, (_, index) => [
      `chapters/${index + 1}.md`,
      `# 第${index + 1}章 春江花月\n\n文。\n`,
    ]);
    const book = await makeBook({
      'book.yaml': 'id: a\ntitle: 书\nlanguage: zh-Hans\n',
      ...Object.fromEntries(chapters),
    });
    const { value } = await build({ book, out, formats: ['pdf'] });
    const contents = value?.checks.find(({ check }) => check === 'pdf-contents');
    expect([contents?.status, contents?.figures]).toEqual(['passed', { chapters: 60, listed: 60 }]);
  });

  it('an abort ends it with the reason and leaves nothing', async () => {
    const out = await scratch();
    const controller = new AbortController();
    const building = build({
      book: await makeBook(richBook),
      out,
      signal: controller.signal,
      onProgress: ({ stage }) => stage === 'layout' && controller.abort(new Error('enough')),
    });
    await expect(building).rejects.toThrow('enough');
    expect(await readdir(out)).toEqual([]);
  });
});
