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
  {
    check: 'epubcheck-java',
    title: diagnose('check-epubcheck-java', { version: 'v5' }),
    status: 'skipped',
    note: diagnose('figures-of-checker', { errors: 0, warnings: 2 }),
    figures: {},
    diagnostics: [],
  },
  {
    check: 'pdf-text',
    title: diagnose('check-pdf-text', {}),
    status: 'failed',
    note: diagnose('figures-of-text', { characters: 9, differences: 1 }),
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
        '  skipped  EPUB: EPUBCheck v5                                         errors: 0, warnings: 2',
        '  FAILED   PDF: every character of the manuscript, once and in order  characters compared: 9, differences: 1',
        '1 error',
        'done',
        '',
      ].join('\n'),
    });
  });

  it('lines its columns up in Chinese too', () => {
    expect(written(report, 'zh-CN', false).stderr).toContain(
      '  跳过    EPUB：EPUBCheck v5   0 个错误，2 个警告\n  未通过  PDF：与书稿逐字核对  核对 9 字，1 处不同\n1 个错误\n',
    );
  });

  it('is one JSON object for programs, worded in the language of the user', () => {
    const { stdout } = written(report, 'zh-CN', true);
    const found = { ...missing, message: '`pic\u001b[2J.png` 不存在', hint: '请检查路径' };
    expect(JSON.parse(stdout)).toEqual({
      command: 'build',
      exitCode: 3,
      files: ['/x/book.pdf'],
      checks: [
        expect.objectContaining({
          check: 'epubcheck-java',
          note: expect.objectContaining({
            code: 'figures-of-checker',
            message: '0 个错误，2 个警告',
            values: { errors: 0, warnings: 2 },
          }),
        }),
        expect.objectContaining({
          title: expect.objectContaining({ code: 'check-pdf-text', message: 'PDF：与书稿逐字核对' }),
          diagnostics: [found],
        }),
      ],
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
