import { allowOnce } from './allow-once.js';
import { columnWidth, padColumns } from './columns.js';
import { type Command, exitCodes, type Report, type Request } from './command.js';
import { findBook } from './find-book.js';
import { allowConfigOption, jsonOption } from './options.js';

/** `banxin info`: what a report of a fault should say of the machine and the book. */
export const infoCommand: Command = {
  name: 'info',
  about: {
    en: 'facts of this machine and of a book, to paste into a report of a fault',
    'zh-CN': '列出本机和书稿的概况，报告问题时附上',
  },
  operands: [
    {
      name: { en: 'book folder', 'zh-CN': '书稿文件夹' },
      about: {
        en: 'a book to count; nothing of its text is shown (default: as for build)',
        'zh-CN': '要统计的书，不显示正文（默认同 build）',
      },
      required: false,
    },
  ],
  options: [allowConfigOption, jsonOption],
  examples: ['banxin info', 'banxin info manuscript/shanghai-2022-03-31 --json'],
  run,
};

async function run({ operands: [named], values }: Request): Promise<Report> {
  // Loaded only now: help and wrong usage answer at once.
  const { gatherFacts } = await import('../pipeline/info.js');
  const book = named ?? (await findBook()).value;
  const facts = await gatherFacts(book, await allowOnce({ values }, book ?? '.'));
  const width = Math.max(...Object.keys(facts).map(columnWidth));
  const lines = Object.entries(facts).map(([name, value]) => `${padColumns(name, width)}  ${value}`);
  return { exitCode: exitCodes.fine, diagnostics: [], data: { facts }, lines };
}
