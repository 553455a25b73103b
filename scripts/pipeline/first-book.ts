import { stringify } from 'yaml';
import type { Locale } from '../diagnostics/catalogue.js';

/** What a new book is to be. */
export interface BookWishes {
  readonly title?: string;
  readonly author?: string;
  /** BCP 47 tag. */
  readonly language?: string;
  readonly trim?: string;
  readonly theme?: string;
}

/** The trim size that books in a language usually have. */
export function usualTrim(language = ''): string {
  return /^zh/i.test(language) ? 'b32-140x210' : 'a5';
}

/** The theme for a language: that for Latin script, or the classic Chinese book, which Japanese takes too. */
export function usualTheme(language = ''): string {
  return /^(?:zh|ja)/i.test(language) ? 'shu' : 'plain';
}

/** A first `book.yaml` with what was wished, and lines to uncomment for what books usually have. */
export function firstYaml(wishes: BookWishes & { readonly id: string }, locale: Locale): string {
  const { id, title, author, language, trim, theme } = wishes;
  const data = {
    id,
    title,
    ...(author ? { authors: [author] } : {}),
    language: language ?? (locale === 'zh-CN' ? 'zh-Hans' : 'en'),
    ...(trim !== undefined && { trim }),
    ...(theme !== undefined && { theme }),
  };
  return `${heads[locale]}${stringify(data, { lineWidth: 0 })}${more[locale]}`;
}

const heads: Readonly<Record<Locale, string>> = {
  en: '# What the book is. All keys: templates/book.schema.json of Banxin, and the guide.\n',
  'zh-CN': '# 这本书是什么。全部写法见《版心使用手册》与 templates/book.schema.json。\n',
};

const more: Readonly<Record<Locale, string>> = {
  en: [
    '# publisher: …',
    '# date: 2026-11',
    '# identifiers: { print: 978-…, ebook: 978-… }',
    '# description: …            # for the back cover and for shops',
    '# contents: { depth: 2 }',
    '# cover: cover.jpg          # default: drawn from the title',
    '',
  ].join('\n'),
  'zh-CN': [
    '# publisher: …              # 出版者',
    '# date: 2026-11             # 出版日期',
    '# identifiers: { print: 978-…, ebook: 978-… }   # 书号',
    '# description: …            # 内容简介，用于封底和书店',
    '# contents: { depth: 2 }    # 目录列到第几级',
    '# cover: cover.jpg          # 封面图片；默认按书名画一张',
    '',
  ].join('\n'),
};

/** A first chapter in the book's language that shows what a chapter may hold. */
export function firstChapter(language: string): string {
  return /^zh/i.test(language) ? chinese : english;
}

const chinese = `# 第一章

把这一章换成你的文字。一个文件就是一章，按文件名的顺序排在书里；空一行另起一段。

## 一节

*着重*的字下有点，脚注写在方括号里[^1]，不必自己编号。

> 引文用大于号开头。

::: verse
诗一行是一行，
行末不必加记号。
:::

[^1]: 注的文字放在哪里都行，印在呼应它的那一页下面。
`;

const english = `# Chapter One

Put your own words here. A file is a chapter; chapters follow each other in the order of their names, and an empty line ends a paragraph.

## A section

Words may be *emphasized*, and a note stands where it is called[^1]; Banxin numbers it.

> A quotation begins with a greater-than sign.

::: verse
A line of verse is a line,
and needs no mark at its end.
:::

[^1]: The text of a note may stand anywhere; it is printed at the foot of the page that calls it.
`;
