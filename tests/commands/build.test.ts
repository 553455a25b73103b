import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { banxin, ownFolder, withoutJava, writeBook } from './run-banxin.js';

describe('banxin build', () => {
  it('makes both books and their proof, which `banxin check` accepts in turn', async () => {
    const cwd = ownFolder();
    writeBook(cwd, 2);
    const run = await banxin(['build', 'book', '--json'], { cwd });
    expect(run).toMatchObject({ code: 0 });
    const report = JSON.parse(run.stdout);
    expect(report).toMatchObject({
      command: 'build',
      exitCode: 0,
      folder: join(cwd, 'dist', 'small'),
      figures: {
        pages: expect.any(Number),
        characters: expect.any(Number),
        chapters: 2,
        seconds: expect.any(Number),
      },
      browser: expect.stringContaining('Chrome'),
      diagnostics: [],
    });
    const names = report.files.map((file: string) => basename(file));
    expect(names).toEqual(expect.arrayContaining(['small.pdf', 'small.epub', 'proof.html', 'proof.json']));
    expect(report.files.filter((file: string) => !existsSync(file))).toEqual([]);
    expect(report.checks.map(({ status }: { status: string }) => status)).not.toContain('failed');

    for (const name of ['small.pdf', 'small.epub']) {
      const checked = await banxin(['check', join('dist', 'small', name)], { cwd });
      expect(checked).toMatchObject({ code: 0, stdout: '' });
      expect(checked.stderr).toContain('passed');
    }
  });

  it('prints the path of each file, a line each, makes only the format asked for, and says what no Java means', async () => {
    const cwd = ownFolder();
    writeBook(cwd);
    const words = ['build', '--format', 'epub', '--out', '../out'];
    const run = await banxin(words, { cwd: join(cwd, 'book'), env: withoutJava });
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).toMatch(/^ {2}skipped .*Java/m);
    expect(run.stderr).toMatch(/^1 chapter, \d+ characters in [\d.]+ s$/m);
    const files = run.stdout.trimEnd().split('\n');
    expect(files.filter((file) => /\.(pdf|epub)$/.test(file))).toEqual([
      expect.stringMatching(/small\.epub$/),
    ]);
    expect(existsSync(join(cwd, 'out', 'small.pdf'))).toBe(false);
  });

  it('of a folder that is not there is an error of the book', async () => {
    const run = await banxin(['build', 'nowhere'], { cwd: ownFolder() });
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('`nowhere`');
    expect(run.stderr).toMatch(/\n1 error\n$/);
  });

  it('of a book with an unknown key names its line and the nearest known key', async () => {
    const cwd = ownFolder();
    writeBook(cwd, 1, 'publsher: 无\n');
    const run = await banxin(['build', 'book', '--json'], { cwd });
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^book\/book\.yaml:4:1: error\[key-unknown\]: unknown key `publsher`/m);
    expect(run.stderr).toContain('did you mean `publisher`?');
    expect(JSON.parse(run.stdout)).toMatchObject({ exitCode: 1, files: [], figures: null });
    expect(existsSync(join(cwd, 'dist'))).toBe(false);
  });
});

describe('banxin doctor', () => {
  it('finds all that a build needs on this machine', async () => {
    const run = await banxin(['doctor', '--json']);
    expect(run.code).toBe(0);
    const subjects = JSON.parse(run.stdout).findings.map((finding: { subject: string }) => finding.subject);
    expect(subjects).toEqual(expect.arrayContaining(['banxin', 'node', 'browser', 'fonts', 'java']));
  });
});
