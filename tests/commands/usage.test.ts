import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { banxin, ownFolder } from './run-banxin.js';

describe('wrong usage', () => {
  it.each<[string, string[], string]>([
    [
      'an unknown option names the nearest known one',
      ['build', '--fromat', 'pdf'],
      [
        'error[option-unknown]: unknown option `--fromat`; the nearest known one is `--format`',
        '    hint: `banxin build --help` lists all options',
        '1 error',
      ].join('\n'),
    ],
    [
      'an unknown command names the nearest known one',
      ['biuld'],
      [
        'error[command-unknown]: unknown command `biuld`; the nearest known one is `build`',
        '    hint: the commands are init, normalize, preview, build, check, impose, typeset, allow, explain, doctor, info, completion; the command comes before its arguments',
        '1 error',
      ].join('\n'),
    ],
    [
      'an unknown format names the nearest known one',
      ['build', '--format', 'pfd,epub,mobi', 'nowhere'],
      [
        'error[format-unknown]: unknown format `pfd`; the nearest known one is `pdf`',
        '    hint: the formats are pdf, press, epub; put a comma between two: --format pdf,epub',
        'error[format-unknown]: unknown format `mobi`; the nearest known one is `pdf`',
        '    hint: the formats are pdf, press, epub; put a comma between two: --format pdf,epub',
        '2 errors',
      ].join('\n'),
    ],
    [
      'a missing argument is told',
      ['normalize'],
      [
        'error[argument-missing]: `banxin normalize` needs an argument that is missing',
        '    hint: for example: banxin normalize raw.txt --out manuscript/my-book',
        '1 error',
      ].join('\n'),
    ],
    [
      'a raw text needs a folder for its book',
      ['normalize', 'raw.txt'],
      [
        'error[option-missing]: `banxin normalize` needs the option `--out`',
        '    hint: for example: banxin normalize raw.txt --out manuscript/my-book',
        '1 error',
      ].join('\n'),
    ],
    [
      'a value that another option eats is missing',
      ['build', '--out', '--json=yes', 'a', 'b'],
      [
        'error[option-value-missing]: `--out` needs a value',
        '    hint: write it after the option: `--out <value>`',
        'error[argument-unexpected]: unexpected argument `b`: `banxin build` takes 1 at most',
        '    hint: put quotes around a path with spaces; see `banxin build --help`',
        '2 errors',
      ].join('\n'),
    ],
    [
      'a switch takes no value, and an option stands once',
      ['build', 'book', '--json=yes', '--format', 'pdf', '--format', 'epub'],
      [
        'error[option-value-unexpected]: `--json` takes no value, but `yes` was given',
        '    hint: write `--json` alone',
        'error[option-repeated]: `--format` is given more than once',
        '    hint: give it once',
        '2 errors',
      ].join('\n'),
    ],
    [
      'an option before any command is unknown',
      ['--vresion'],
      [
        'error[option-unknown]: unknown option `--vresion`; the nearest known one is `--version`',
        '    hint: `banxin --help` lists all options',
        '1 error',
      ].join('\n'),
    ],
  ])('%s', async (_fact, words, expected) => {
    expect(await banxin(words)).toEqual({ code: 2, stdout: '', stderr: `${expected}\n` });
  });

  it('is told in Chinese where the locale is Chinese', async () => {
    const stderr = [
      '错误[format-unknown]: 未知格式 `pfd`；最接近的是 `pdf`',
      '    建议：可用的格式：pdf, press, epub；多个格式用逗号隔开：--format pdf,epub',
      '1 个错误',
      '',
    ].join('\n');
    const words = ['build', 'nowhere', '--format', 'pfd'];
    expect(await banxin(words, { env: { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' } })).toEqual({
      code: 2,
      stdout: '',
      stderr,
    });
    expect(await banxin(words, { env: { BANXIN_LANG: 'zh' } })).toMatchObject({ stderr });
  });

  it('gives one JSON object on standard output with --json', async () => {
    const { code, stdout } = await banxin(['build', 'nowhere', '--jsn', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toEqual({
      command: 'build',
      exitCode: 2,
      diagnostics: [
        {
          code: 'option-unknown',
          severity: 'error',
          message: 'unknown option `--jsn`; the nearest known one is `--json`',
          hint: '`banxin build --help` lists all options',
          values: { option: '--jsn', nearest: '--json', help: 'banxin build --help' },
        },
      ],
    });
  });

  it('shows colour where FORCE_COLOR asks for it, and else none in a pipe', async () => {
    const words = ['build', '--format', 'pfd', 'nowhere'];
    const coloured = await banxin(words, { env: { FORCE_COLOR: '1' } });
    expect(coloured.stderr).toContain('\u001b[1;31merror\u001b[0m[format-unknown]');
    const plain = await banxin(words, { env: { FORCE_COLOR: '0' } });
    expect(plain.stderr).not.toContain('\u001b');
  });
});

describe('what only a stage can tell to be wrong usage', () => {
  it('is an encoding that nobody knows, or a thing to check that is no book', async () => {
    const cwd = ownFolder();
    writeFileSync(join(cwd, 'raw.txt'), '春');
    const [encoding, subject] = await Promise.all([
      banxin(['normalize', 'raw.txt', '--out', 'book', '--encoding', 'utf-9'], { cwd }),
      banxin(['check', 'raw.txt'], { cwd }),
    ]);
    expect(encoding).toMatchObject({ code: 2, stdout: '' });
    expect(encoding.stderr).toContain('error[encoding-unknown]: unknown encoding `utf-9`');
    expect(subject).toMatchObject({ code: 2, stdout: '' });
    expect(subject.stderr).toContain('raw.txt: error[check-subject-unknown]');
  });
});

describe('a build without a book folder', () => {
  it('is wrong usage where there is no book', async () => {
    const run = await banxin(['build'], { cwd: ownFolder() });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('error[book-not-given]');
  });

  it('lists the books where manuscript/ holds several', async () => {
    const cwd = ownFolder();
    for (const name of ['b10', 'b9', 'notes']) mkdirSync(join(cwd, 'manuscript', name), { recursive: true });
    for (const name of ['b10', 'b9']) writeFileSync(join(cwd, 'manuscript', name, 'book.yaml'), '');
    const run = await banxin(['build', '--json'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toBe(
      [
        'error[book-not-chosen]: no book folder was given, and `manuscript/` holds more than one: manuscript/b9, manuscript/b10',
        '    hint: name one: banxin build manuscript/b9',
        '1 error',
        '',
      ].join('\n'),
    );
    expect(JSON.parse(run.stdout)).toMatchObject({ exitCode: 2, folder: null, files: [], figures: null });
  });
});
