import { join } from 'node:path';
import { catalogue, type Locale } from '../diagnostics/catalogue.js';
import type { MessageEntry } from '../diagnostics/message.js';
import { packageRoot } from '../files/package-root.js';
import { readOwnText } from '../files/read.js';
import { constructs } from '../manuscript/constructs/constructs.js';
import { destinationParts } from './guide-destinations.js';
import { exampleParts } from './guide-examples.js';
import { optionRows } from './help.js';
import { helpOption } from './options.js';
import { commands } from './table.js';

/** The parts of the guide that are made from the program itself, by file name; a test holds the guide to them. */
export async function guideParts(locale: Locale): Promise<Readonly<Record<string, string>>> {
  return {
    'commands.md': commandParts(locale),
    'destinations.md': await destinationParts(locale),
    'diagnostics.md': diagnosticParts(locale),
    ...(await exampleParts()),
    'keys.md': await keyParts(locale),
    'syntax.md': syntaxParts(locale),
  };
}

/** The constructs of the manuscript language, from the table that the parser is made of. */
function syntaxParts(locale: Locale): string {
  const written = lines(
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
  // The guide includes this file: what shows an include is none.
  return written.replace(/\{\{#include/g, '\\{{#include');
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
        `\`${name.trim()}\``,
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
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

/** The keys of `book.yaml` and of a chapter's front matter, from the schema that editors complete them by. */
async function keyParts(locale: Locale): Promise<string> {
  const schema: Schema = JSON.parse(await readOwnText(join(packageRoot, 'templates', 'book.schema.json')));
  const walk = { defs: schema.$defs ?? {}, locale };
  return lines([
    ...keysOf(schema, walk, ''),
    locale === 'en' ? '## Front matter of a chapter' : '## 章节的 front matter',
    '',
    ...keysOf(schema.$defs?.frontMatter ?? {}, walk, ''),
  ]);
}

interface Walk {
  readonly defs: Readonly<Record<string, Schema>>;
  readonly locale: Locale;
}

function keysOf(schema: Schema, walk: Walk, above: string): string[] {
  const { properties = {}, then: first, else: second, items } = resolved(schema, walk);
  const inner = [first, second, items].flatMap((own) => (own ? keysOf(own, walk, above) : []));
  const own = Object.entries(properties).flatMap(([key, raw]) => {
    const value = resolved(raw, walk);
    const about = inLanguage(raw.description ?? value.description ?? '', walk.locale);
    return [
      `\`${above}${key}\`${choicesOf(value, walk)}`,
      `: ${escaped(about)}`,
      '',
      ...keysOf(value, walk, `${above}${key}.`),
    ];
  });
  return [...own, ...inner];
}

function choicesOf({ enum: choices }: Schema, { locale }: Walk): string {
  if (!choices) return '';
  const list = [...new Set(choices.map(String))]
    .map((choice) => `\`${choice}\``)
    .join(locale === 'en' ? ', ' : '、');
  return locale === 'en' ? ` (${list})` : `（${list}）`;
}

function resolved(schema: Schema, { defs }: Walk): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name === undefined ? schema : { ...defs[name], ...schema };
}

/** A description says the same in English and in Chinese; Chinese begins where no English sentence follows any more. */
function inLanguage(description: string, locale: Locale): string {
  const sentences = description.split(/(?<=[.!?。；])\s+(?=\S)/u);
  const isChinese = (sentence: string): boolean =>
    [...sentence.replace(/`[^`]*`/g, '').matchAll(/\p{Script=Han}/gu)].length > sentence.length / 6;
  const first = sentences.findIndex((_, index) => sentences.slice(index).every(isChinese));
  if (first < 0) return description;
  return (locale === 'en' ? sentences.slice(0, first) : sentences.slice(first)).join(' ').trim();
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
