import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../scripts/check/epub-archive.js';
import { banxin, ownFolder, projectFolder, withoutJava } from '../commands/run-banxin.js';
import { withoutJavaHere } from '../pipeline/without-java.js';
import { bookOf, copyExample, examples, freshMachine } from './own-book.js';

withoutJavaHere();

/** Runs a command on a book whose config is allowed for this run; gives what it prints as JSON. */
async function run(command: string, book: string, ...more: string[]) {
  const words = [command, book, ...more, '--allow-config', '--json'];
  const { code, stdout } = await banxin(words, {
    cwd: dirname(book),
    env: { ...freshMachine(), ...withoutJava },
  });
  return { code, ...JSON.parse(stdout) };
}

function textOf(book: string, path: string): string {
  return readFileSync(join(book, path), 'utf8');
}

/** The text of those files of the built e-book whose names fit. */
function epubText(book: string, names: RegExp): string {
  const epub = openArchive(readFileSync(join(dirname(book), 'out', 'small.epub')));
  const fitting = epub?.entries.filter(({ name }) => names.test(name)) ?? [];
  return fitting.map(({ name }) => epub?.readText(name)).join('\n');
}

/** The folders that ship as examples; each has a test here. */
const tested = ['checks', 'constructs', 'library', 'normalizer', 'theme'];

describe('the examples of a book’s own code', () => {
  it('are all tested here', () => {
    expect(readdirSync(examples).sort()).toEqual(tested);
  });

  it('of rules: each change stands in the ledger by its name, and what is not sure waits in the review', async () => {
    const raw = '第一章 归来\n\n　　天己经亮了...他还在路上。\n\n　　末来会怎样。。。没有人知道。\n';
    const book = bookOf({ 'raw.txt': raw });
    copyExample('normalizer', book);
    const made = await run('normalize', join(book, 'raw.txt'), '--out', book);
    expect([made.code, made.edits]).toEqual([
      0,
      expect.objectContaining({ 'own-misread': 2, 'own-ellipsis': 2 }),
    ]);
    const [chapter = ''] = readdirSync(join(book, 'chapters'));
    expect(textOf(book, `chapters/${chapter}`)).toContain(
      '天已经亮了……他还在路上。\n\n未来会怎样……没有人知道。',
    );
    expect(textOf(book, 'source/raw.txt')).toBe(raw);
    expect(made.doubtful.map(({ rule }: { rule: string }) => rule)).toEqual(['own-misread', 'own-misread']);
    expect(textOf(book, 'source/raw.txt.review.html')).toContain('own-misread');
    const checked = await run('check', book);
    expect(checked.checks.find(({ check }: { check: string }) => check === 'normalization')).toMatchObject({
      status: 'passed',
      figures: { proved: 1, edited: 0 },
    });
  }, 60_000);

  it('of constructs: what they write is text of the book, proved in print and in the e-book', async () => {
    const book = bookOf({
      'chapters/01.md':
        '# 一\n\n按<<Ctrl+S>>存盘，`<<不是>>`。\n\n::: sidebar {title="旁的话"}\n专栏有注[^1]。\n\n- 一项\n:::\n\n[^1]: 注文。\n',
    });
    copyExample('constructs', book);
    const built = await run('build', book, '--out', 'out');
    expect([built.code, built.diagnostics, built.extensions]).toEqual([
      0,
      [],
      ['construct keys', 'construct sidebar'],
    ]);
    const proof = JSON.parse(textOf(dirname(book), 'out/proof.json'));
    expect(proof.extensions).toEqual(built.extensions);
    const page = epubText(book, /\.xhtml$/);
    expect(page).toContain('按<kbd>Ctrl</kbd>+<kbd>S</kbd>存盘');
    expect(page).toContain('<aside class="sidebar"><p class="sidebar-title">旁的话</p>');
    expect(page).toMatch(/<code>.*不是.*<\/code>/);
  }, 60_000);

  it('of checks: a finding stands at its line, names its page, and an error fails the build', async () => {
    const book = bookOf({ 'chapters/01.md': `# 一\n\n他的帐号。\n\n${'很长的一段。'.repeat(101)}\n` });
    copyExample('checks', book);
    const built = await run('build', book, '--format', 'pdf', '--out', 'out');
    expect(built.code).toBe(3);
    const own = built.checks.filter(({ check }: { check: string }) => check.startsWith('own-'));
    expect(own).toMatchObject([
      {
        check: 'own-house-style',
        status: 'failed',
        diagnostics: [
          {
            code: 'own-house-style',
            severity: 'error',
            hint: 'page 1: replace it',
            place: { file: 'book/chapters/01.md', line: 3 },
          },
        ],
      },
      {
        check: 'own-long-paragraphs',
        status: 'passed',
        diagnostics: [{ severity: 'warning', message: '606 characters', place: { line: 5 } }],
      },
    ]);
    expect(readFileSync(join(dirname(book), 'out', 'proof.html'), 'utf8')).toContain(
      'spellings of the house',
    );
  }, 60_000);

  it('of a theme: the book is set in it, unless it names another one', async () => {
    const book = bookOf({ 'chapters/01.md': '# 一\n\n正文。\n' });
    copyExample('theme/banxin.config.ts', book, 'banxin.config.ts');
    copyExample('theme/banxin-theme-hong', book, 'node_modules/banxin-theme-hong');
    const built = await run('build', book, '--format', 'epub', '--out', 'out');
    expect([built.code, built.extensions]).toEqual([0, ['theme hong (banxin-theme-hong)']]);
    expect(epubText(book, /\.css$/)).toContain('#8c1d18');
    writeFileSync(join(book, 'book.yaml'), `${textOf(book, 'book.yaml')}theme: bao\n`);
    expect((await run('info', book)).facts).toMatchObject({ theme: 'bao' });
    writeFileSync(join(book, 'book.yaml'), textOf(book, 'book.yaml').replace('bao', 'hong'));
    expect((await run('info', book)).facts).toMatchObject({ theme: 'hong' });
  }, 60_000);

  it('of the library: ten lines make a book in memory, and are the lines that README and guide show', () => {
    const desk = ownFolder();
    const code = readFileSync(join(examples, 'library', 'build-in-memory.mjs'), 'utf8');
    mkdirSync(join(desk, 'node_modules'));
    symlinkSync(projectFolder, join(desk, 'node_modules', 'banxin'));
    writeFileSync(join(desk, 'build.mjs'), code);
    const ran = spawnSync(process.execPath, ['build.mjs'], {
      cwd: desk,
      encoding: 'utf8',
      env: { ...process.env, ...withoutJava },
    });
    expect([ran.status, ran.stderr.trim()]).toEqual([0, '']);
    expect(readdirSync(desk).filter((name) => /\.(?:pdf|epub)$/.test(name))).toEqual([
      'ferry.epub',
      'ferry.pdf',
    ]);
    const shown = [
      'README.md',
      'manuscript/guide/en/made/example-in-memory.md',
      'manuscript/guide/zh/made/example-in-memory.md',
    ];
    for (const path of shown)
      expect(readFileSync(join(projectFolder, path), 'utf8').includes(code), path).toBe(true);
  }, 60_000);
});
