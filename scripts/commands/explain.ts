import { catalogue, diagnose, type Locale } from '../diagnostics/catalogue.js';
import type { MessageEntry } from '../diagnostics/message.js';
import { nearest } from '../model/nearest.js';
import {
  type Command,
  exitCodes,
  type Localized,
  type Report,
  type Request,
  type Session,
} from './command.js';
import { jsonOption } from './options.js';

/** `banxin explain`: what a finding's code means, in the words of its message, and what to do about it. */
export const explainCommand: Command = {
  name: 'explain',
  about: {
    en: 'say what the code of a finding means and what to do about it',
    'zh-CN': '说明诊断代码的含义和处理办法',
  },
  operands: [
    {
      name: { en: 'code', 'zh-CN': '代码' },
      about: {
        en: 'as it stands in brackets, e.g. image-missing',
        'zh-CN': '方括号中的代码，如 image-missing',
      },
      required: true,
    },
  ],
  options: [jsonOption],
  examples: ['banxin explain image-missing', 'banxin explain image-missing --json'],
  run,
};

const severities: Readonly<Record<MessageEntry['severity'], Localized>> = {
  error: { en: 'error: nothing is made until it is mended', 'zh-CN': '错误：改正之前不会有成品' },
  warning: { en: 'warning: the book is made all the same', 'zh-CN': '警告：成品照常生成' },
  info: { en: 'note: for you to know', 'zh-CN': '提示：仅供参考' },
};

/** What stands in a blank of a message is not known here: `{name}` is shown as it is. */
async function run({ operands: [code = ''] }: Request, { style: { locale } }: Session): Promise<Report> {
  const entries: Readonly<Record<string, MessageEntry>> = catalogue;
  const entry = Object.hasOwn(entries, code) ? entries[code] : undefined;
  if (!entry && code.startsWith('own-')) return ofOwn(code, locale);
  if (!entry) {
    const unknown = diagnose('code-unknown', { code, nearest: nearest(code, Object.keys(entries)) });
    return { exitCode: exitCodes.wrongUsage, diagnostics: [unknown], data: { code }, lines: [] };
  }
  const { message, hint } = entry[locale];
  const lines = [`${code} (${severities[entry.severity][locale]})`, message, ...(hint ? [`→ ${hint}`] : [])];
  const data = { code, severity: entry.severity, message, ...(hint !== undefined && { hint }) };
  return { exitCode: exitCodes.fine, diagnostics: [], data, lines };
}

/** A check of a book's own words its findings itself. */
function ofOwn(code: string, locale: Locale): Report {
  const check = code.replace(/^own-/, '').replace(/\/.*$/, '');
  const message = ownWords[locale](check);
  return { exitCode: exitCodes.fine, diagnostics: [], data: { code, message }, lines: [code, message] };
}

const ownWords: Readonly<Record<Locale, (check: string) => string>> = {
  en: (check) => `a finding of a book's own check: \`checks\` in its banxin.config, named \`${check}\``,
  'zh-CN': (check) => `书稿自定的检查所报：见其 banxin.config 的 \`checks\`，名为 \`${check}\``,
};
