import type { Command, Report, Request, Session } from './command.js';
import { exitCodeOf } from './exit-code.js';
import { jsonOption } from './options.js';
import { typesetTable } from './typeset-table.js';

/** `banxin typeset`: PDF → how it is set, line by line. */
export const typesetCommand: Command = {
  name: 'typeset',
  about: {
    en: 'measure how a PDF is set: loose, ragged and lonely lines, the grid, marks where none may stand',
    'zh-CN': '测量 PDF 的排版：松行、不齐、孤字孤行、行格、避头尾',
  },
  operands: [
    {
      name: { en: 'pdf', 'zh-CN': 'pdf' },
      about: { en: 'any PDF with horizontal text', 'zh-CN': '任何横排文字的 PDF' },
      required: true,
    },
  ],
  options: [
    {
      name: 'limit',
      value: { en: 'fault=most,…', 'zh-CN': '问题=上限,…' },
      about: {
        en: 'fail beyond it: a number, or a share of the lines (loose=1/200)',
        'zh-CN': '超过即失败：个数，或占行数的比例（loose=1/200）',
      },
    },
    jsonOption,
  ],
  examples: [
    'banxin typeset dist/shanghai-2022-03-31/shanghai-2022-03-31.pdf',
    'banxin typeset book.pdf --limit ragged=0,single-character=0,loose=1/200 --json',
  ],
  run,
};

async function run({ operands: [pdf = ''], values }: Request, session: Session): Promise<Report> {
  // Loaded only now: help and wrong usage answer at once.
  const { measure } = await import('../pipeline/typeset.js');
  const { signal, onProgress, style } = session;
  const limit = values.get('limit');
  const { value, diagnostics } = await measure({ pdf, signal, onProgress, ...(limit && { limit }) });
  return {
    exitCode: exitCodeOf(diagnostics),
    diagnostics,
    data: { subject: pdf, ...value },
    lines: value ? typesetTable(value, style.locale) : [],
  };
}
