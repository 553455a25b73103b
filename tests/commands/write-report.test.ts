import { describe, expect, it } from 'vitest';
import type { Report } from '../../scripts/commands/command.js';
import { writeReport } from '../../scripts/commands/write-report.js';
import type { Locale } from '../../scripts/diagnostics/catalogue.js';
import { diagnose } from '../../scripts/diagnostics/catalogue.js';
import type { CheckResult } from '../../scripts/model/proof.js';

const missing = diagnose(
  'file-not-found',
  { path: 'pic\u001b[2J.png' },
  { file: 'c01.md', line: 3, column: 1 },
);
const checks: readonly CheckResult[] = [
  { check: 'a', title: 'EPUBCheck', status: 'skipped', note: 'no Java', figures: {}, diagnostics: [] },
  {
    check: 'b',
    title: '逐字核对',
    status: 'failed',
    note: '1 of 9',
    figures: { lost: 1 },
    diagnostics: [missing],
  },
];
const report: Report = {
  exitCode: 3,
  diagnostics: [missing],
  checks,
  data: { files: ['/x/book.pdf'] },
  lines: ['book.pdf'],
  closing: 'done',
};

describe('the report of a command', () => {
  it('says each finding once, then the checks, the counts and the closing words, and gives the product apart', () => {
    expect(written(report, 'en', false)).toEqual({
      stdout: 'book.pdf\n',
      stderr: [
        'c01.md:3:1: error[file-not-found]: `pic·[2J.png` does not exist',
        '    hint: check the path',
        '  skipped  EPUBCheck  no Java',
        '  FAILED   逐字核对   1 of 9',
        '1 error',
        'done',
        '',
      ].join('\n'),
    });
  });

  it('lines its columns up in Chinese too', () => {
    expect(written(report, 'zh-CN', false).stderr).toContain(
      '  跳过    EPUBCheck  no Java\n  未通过  逐字核对   1 of 9\n1 个错误\n',
    );
  });

  it('is one JSON object for programs, worded in the language of the user', () => {
    const { stdout } = written(report, 'zh-CN', true);
    const found = { ...missing, message: '`pic\u001b[2J.png` 不存在', hint: '请检查路径' };
    expect(JSON.parse(stdout)).toEqual({
      command: 'build',
      exitCode: 3,
      files: ['/x/book.pdf'],
      checks: [checks[0], { ...checks[1], diagnostics: [found] }],
      diagnostics: [found],
    });
  });

  it('says nothing where there is nothing to say', () => {
    expect(written({ exitCode: 0, diagnostics: [], checks: [], data: {}, lines: [] }, 'en', false)).toEqual({
      stdout: '',
      stderr: '',
    });
  });
});

function written(what: Report, locale: Locale, json: boolean): { stdout: string; stderr: string } {
  const texts = { stdout: '', stderr: '' };
  const channel = (name: keyof typeof texts) => ({
    write: (text: string) => {
      texts[name] += text;
    },
  });
  const terminal = { stdout: channel('stdout'), stderr: channel('stderr'), interactive: false, columns: 80 };
  writeReport('build', what, { ...terminal, style: { locale, colour: false } }, json);
  return texts;
}
