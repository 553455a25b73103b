import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { banxin, ownFolder, startServing } from './run-banxin.js';

const raw =
  '第一章 春\n\n　　春天来了，万物复苏，\n江水\ue000暖了。\n\n第二章 夏\n\n　　夏天到了，蝉声四起。\n';

describe('banxin normalize --review', () => {
  it('prints where the page is, serves it until Ctrl+C, and then ends well', async () => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, 'raw.txt'), raw);
    const run = await startServing(['normalize', 'raw.txt', '--out', 'book', '--review'], cwd);
    const url = run.stdout().trim();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{24}\/$/);
    expect(await (await fetch(url)).text()).toContain('<!doctype html>');
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 0, stderr: expect.stringContaining('Ctrl+C ends it') });
    await expect(fetch(url)).rejects.toThrow();
    expect(readdirSync(join(cwd, 'book', 'source')).sort()).toEqual([
      'raw.txt',
      'raw.txt.ledger.json',
      'raw.txt.ledger.txt.gz',
      'raw.txt.review.html',
    ]);
  });

  it('opens a book again by its folder alone, and gives programs one object', async () => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, 'raw.txt'), raw);
    const made = await banxin(['normalize', 'raw.txt', '--out', 'book'], { cwd });
    expect(made.stderr).toContain('1 place to look at in book/source/raw.txt.review.html');
    expect(made.stderr).toContain('banxin normalize book --review');
    const run = await startServing(['normalize', 'book', '--review', '--json'], cwd);
    const { url, review, exitCode } = JSON.parse(run.stdout());
    expect([exitCode, review.open]).toEqual([0, 1]);
    expect((await fetch(url)).status).toBe(200);
    run.child.kill('SIGINT');
    expect(await run.ended).toMatchObject({ code: 0 });
    expect(JSON.parse(run.stdout())).toMatchObject({ url });
  });

  it('on a port that is taken is an error', async () => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, 'raw.txt'), raw);
    const first = await startServing(['normalize', 'raw.txt', '--out', 'book', '--review'], cwd);
    const { port } = new URL(first.stdout().trim());
    const second = await banxin(['normalize', 'book', '--review', '--port', port], { cwd });
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toContain('error[port-unavailable]');
    first.child.kill('SIGINT');
    await first.ended;
  });
});

describe('banxin normalize with a book folder', () => {
  it('makes the chapters again from the raw text that the book keeps, in the encoding named at first', async () => {
    const cwd = ownFolder();
    const bytes = Buffer.from('第一章 春\n\n　　春天。\n', 'utf16le');
    writeFileSync(join(cwd, 'raw.txt'), bytes);
    const words = ['normalize', 'raw.txt', '--out', 'book', '--encoding', 'utf-16le'];
    expect(await banxin(words, { cwd })).toMatchObject({ code: 0 });
    const again = await banxin(['normalize', 'book', '--json'], { cwd });
    expect(JSON.parse(again.stdout)).toMatchObject({ exitCode: 0, encodings: ['utf-16le'], files: [] });
  });

  it('that was not made by it, or from several texts, is wrong usage', async () => {
    const cwd = ownFolder();
    mkdirSync(join(cwd, 'pages'));
    writeFileSync(join(cwd, 'pages', '1.txt'), raw);
    const none = await banxin(['normalize', 'pages'], { cwd });
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toContain('error[book-source-missing]');
    mkdirSync(join(cwd, 'book', 'source'), { recursive: true });
    for (const name of ['a.txt', 'b.txt'])
      writeFileSync(join(cwd, 'book', 'source', `${name}.ledger.json`), '{}');
    const several = await banxin(['normalize', 'book', '--review'], { cwd });
    expect(several).toMatchObject({ code: 2, stdout: '' });
    expect(several.stderr).toContain('banxin normalize book/source/a.txt --out book');
    expect(existsSync(join(cwd, 'book', 'chapters'))).toBe(false);
  });

  it('is told from a raw text, which needs a folder to go to', async () => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, 'raw.txt'), raw);
    const run = await banxin(['normalize', 'raw.txt'], { cwd });
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('error[option-missing]') });
    const port = await banxin(['normalize', 'raw.txt', '--out', 'book', '--review', '--port', '80'], { cwd });
    expect(port).toMatchObject({ code: 2, stderr: expect.stringContaining('error[port-invalid]') });
  });
});
