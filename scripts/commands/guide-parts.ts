import { join } from 'node:path';
import { catalogue, type Locale } from '../diagnostics/catalogue.js';
import type { MessageEntry } from '../diagnostics/message.js';
import { packageRoot } from '../files/package-root.js';
import { readOwnText } from '../files/read.js';
import { constructs } from '../manuscript/constructs/constructs.js';
import { optionRows } from './help.js';
import { helpOption } from './options.js';
import { commands } from './table.js';

/** The parts of the guide that are made from the program itself, by file name; a test holds the guide to them. */
export async function guideParts(locale: Locale): Promise<Readonly<Record<string, string>>> {
  return {
    'commands.md': commandParts(locale),
    'diagnostics.md': diagnosticParts(locale),
    'keys.md': await keyParts(locale),
    'syntax.md': syntaxParts(locale),
  };
}

/** The constructs of the manuscript language, from the table that the parser is made of. */
function syntaxParts(locale: Locale): string {
  return lines(
    constructs.flatMap(({ name, syntax, about }) => [
      `\`${name}\``,
      `: ${about[locale]}`,
      '',
      '  ````markdown',
      ...syntax.split('\n').map((line) => (line === '' ? '' : `  ${line}`)),
      '  ````',
      '',
    ]),
  );
}

/** Every diagnostic, by its code. */
function diagnosticParts(locale: Locale): string {
  const severities = {
    en: { error: 'error', warning: 'warning', info: 'note' },
    'zh-CN': { error: '错误', warning: '警告', info: '提示' },
  };
  const told = Object.entries<MessageEntry>(catalogue).filter(([code]) => !/^(?:check|figures)-/.test(code));
  return lines(
    told
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([code, entry]) => {
        const { message, hint } = entry[locale];
        const words =
          escaped(message) + (hint === undefined ? '' : `${locale === 'en' ? '. ' : '。'}${escaped(hint)}`);
        return [`\`${code}\` (${severities[locale][entry.severity]})`, `: ${words}`, ''];
      }),
  );
}

function commandParts(locale: Locale): string {
  return lines(
    commands.flatMap((command) => [
      `## banxin ${command.name} {#command-${command.name}}`,
      '',
      `${sentence(command.about[locale])}`,
      '',
      ...optionRows([...command.options, helpOption], locale).flatMap(([name = '', about = '']) => [
        `\`${name}\``,
        `: ${escaped(about)}`,
        '',
      ]),
      '```',
      ...command.examples,
      '```',
      '',
    ]),
  );
}

function sentence(words: string): string {
  return escaped(words[0]?.toUpperCase() + words.slice(1)).replace(
    /(?<![.。])$/,
    /\p{Script=Han}/u.test(words) ? '。' : '.',
  );
}

interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The keys of `book.yaml` and of a chapter's front matter, from the schema that editors complete them by. */
async function keyParts(locale: Locale): Promise<string> {
  const schema = JSON.parse(await readOwnText(join(packageRoot, 'templates', 'book.schema.json')));
  return lines([
    ...keysOf(schema, locale, ''),
    locale === 'en' ? '## Front matter of a chapter' : '## 章节的 front matter',
    '',
    ...keysOf(schema.$defs.frontMatter, locale, ''),
  ]);
}

function keysOf({ properties = {} }: Schema, locale: Locale, above: string): string[] {
  return Object.entries(properties).flatMap(([key, own]) => [
    `\`${above}${key}\``,
    `: ${escaped(inLanguage(own.description ?? '', locale))}`,
    '',
    ...keysOf(own, locale, `${above}${key}.`),
  ]);
}

/** A description says the same in English and in Chinese. */
function inLanguage(description: string, locale: Locale): string {
  const at = description.search(/(?<=[.)：:`] )[\p{Script=Han}`]*\p{Script=Han}[^.]*$/u);
  if (at < 0) return description;
  return (locale === 'en' ? description.slice(0, at) : description.slice(at)).trim();
}

/** Words of a message in Markdown: what is between backticks is code, anything else stands for itself. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_[\]<>{}$@^|#]/g, '\\$&')))
    .join('');
}

function lines(all: readonly string[]): string {
  return `${all.join('\n').trimEnd()}\n`;
}
