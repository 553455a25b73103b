import type { Locale } from '../diagnostics/catalogue.js';
import { columnWidth, padColumns } from './columns.js';
import type { Command, Operand, Option } from './command.js';
import { helpOption, versionOption } from './options.js';

const words = {
  en: {
    title: 'banxin – from raw text to a printed book and an e-book',
    usage: 'Usage: ',
    command: 'command',
    options: 'options',
    commands: 'Commands:',
    arguments: 'Arguments:',
    optionList: 'Options:',
    examples: 'Examples:',
    more: 'banxin <command> --help shows the options and examples of a command.',
    exitCodes:
      'Exit codes: 0 fine, 1 the book has errors, 2 wrong usage, 3 a check of the outputs failed, 130 stopped by Ctrl+C.',
    language: 'Messages are in Chinese where BANXIN_LANG or the locale (LC_ALL, LC_MESSAGES, LANG) says zh.',
  },
  'zh-CN': {
    title: 'banxin（版心）：从原稿到印刷书和电子书',
    usage: '用法：',
    command: '命令',
    options: '选项',
    commands: '命令：',
    arguments: '参数：',
    optionList: '选项：',
    examples: '示例：',
    more: '用 banxin <命令> --help 查看该命令的选项和示例。',
    exitCodes: '退出码：0 正常，1 书稿有错误，2 用法错误，3 成品检查未通过，130 被 Ctrl+C 中止。',
    language: '界面语言由 BANXIN_LANG 或系统区域设置（LC_ALL、LC_MESSAGES、LANG）决定，以 zh 开头时为中文。',
  },
} as const satisfies Record<Locale, Record<string, string>>;

/** What `banxin --help` prints. */
export function generalHelp(commands: readonly Command[], locale: Locale): string {
  const word = words[locale];
  return paragraphs([
    word.title,
    `${word.usage}banxin <${word.command}> [${word.options}]`,
    section(
      word.commands,
      commands.map((command) => [command.name, command.about[locale]]),
    ),
    section(word.optionList, optionRows([helpOption, versionOption], locale)),
    section(
      word.examples,
      commands.map((command) => [command.examples[0]]),
    ),
    [word.more, word.exitCodes, word.language].join('\n'),
  ]);
}

/** What `banxin <command> --help` prints. */
export function commandHelp(command: Command, locale: Locale): string {
  const word = words[locale];
  return paragraphs([
    `banxin ${command.name} – ${command.about[locale]}`,
    `${word.usage}${usage(command, locale)}`,
    section(
      word.arguments,
      command.operands.map((operand) => [operandName(operand, locale), operand.about[locale]]),
    ),
    section(word.optionList, optionRows([...command.options, helpOption], locale)),
    section(
      word.examples,
      command.examples.map((example) => [example]),
    ),
  ]);
}

function usage({ name, operands, options }: Command, locale: Locale): string {
  const parts = [
    ...operands.map((operand) => operandName(operand, locale)),
    ...options.map((option) => `[${optionName(option, locale)}]`),
  ];
  return ['banxin', name, ...parts].join(' ');
}

function operandName({ name, required }: Operand, locale: Locale): string {
  return required ? `<${name[locale]}>` : `[${name[locale]}]`;
}

function optionName({ name, value }: Option, locale: Locale): string {
  return value ? `--${name} <${value[locale]}>` : `--${name}`;
}

export function optionRows(options: readonly Option[], locale: Locale): readonly Row[] {
  return options.map((option) => [
    `${option.short === undefined ? '    ' : `-${option.short}, `}${optionName(option, locale)}`,
    option.about[locale],
  ]);
}

type Row = readonly [left: string, right?: string];

/** Right-hand texts stand below each other, one long name or not. */
function section(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(([left, right]) => (right === undefined ? 0 : columnWidth(left))));
  const lines = rows.map(([left, right]) =>
    right === undefined ? `  ${left}` : `  ${padColumns(left, width)}  ${right}`,
  );
  return [title, ...lines].join('\n');
}

function paragraphs(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== '').join('\n\n')}\n`;
}
