import type { Locale } from '../diagnostics/catalogue.js';
import { success } from '../model/outcome.js';
import { type Command, exitCodes, type Report, type Request, type Session } from './command.js';
import { exitCodeOf } from './exit-code.js';
import { findBook } from './find-book.js';
import { jsonOption } from './options.js';

/** `banxin allow`: lets the code in a book's `banxin.config.ts` run on this machine. */
export const allowCommand: Command = {
  name: 'allow',
  about: {
    en: "let a book's banxin.config.ts run on this machine, until it changes",
    'zh-CN': '允许书稿的 banxin.config.ts 在本机运行，内容有变即失效',
  },
  operands: [
    {
      name: { en: 'book folder', 'zh-CN': '书稿文件夹' },
      about: {
        en: 'folder with banxin.config.ts or .mjs (default: as for build)',
        'zh-CN': '含 banxin.config.ts 或 .mjs 的文件夹（默认同 build）',
      },
      required: false,
    },
  ],
  options: [{ name: 'revoke', about: { en: 'take the permission back', 'zh-CN': '收回许可' } }, jsonOption],
  examples: ['banxin allow manuscript/my-book', 'banxin allow manuscript/my-book --revoke'],
  run,
};

async function run({ operands, values }: Request, { style: { locale } }: Session): Promise<Report> {
  const book = operands[0] === undefined ? await findBook() : success(operands[0]);
  if (book.value === undefined)
    return { exitCode: exitCodes.wrongUsage, diagnostics: book.diagnostics, data: {}, lines: [] };
  const { permitConfig } = await import('../extensions/inspect-config.js');
  const mayRun = !values.has('revoke');
  const { value, diagnostics } = await permitConfig(book.value, mayRun);
  if (!value) return { exitCode: exitCodeOf(diagnostics), diagnostics, data: {}, lines: [] };
  const { files, fingerprint } = value;
  return {
    exitCode: exitCodes.fine,
    diagnostics,
    data: { files, fingerprint, allowed: mayRun },
    lines: files,
    closing: closings[locale](mayRun, files.length > 1),
  };
}

const closings: Record<Locale, (mayRun: boolean, areSeveral: boolean) => string> = {
  en: (mayRun, areSeveral) =>
    mayRun
      ? `may run on this machine until ${areSeveral ? 'one of these files' : 'it'} changes; take it back with --revoke`
      : 'may no longer run on this machine',
  'zh-CN': (mayRun, areSeveral) =>
    mayRun
      ? `已允许在本机运行，${areSeveral ? '其中任一文件' : '内容'}有变即失效；用 --revoke 收回`
      : '已收回，不再在本机运行',
};
