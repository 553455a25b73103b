import type { Construct } from './construct.js';

/** A line `{{#include part.md}}`: the lines of another file, put in before the text is parsed (chapter/expand-includes.ts). */
export const includes: Construct = {
  name: 'includes',
  syntax: '{{#include ../parts/part.md}}\n\n{{#include ../code/app.js:3:10}}',
  about: {
    en: 'the lines of another file of the book’s folder, or some of them, also in code; `\\{{#include …}}` is text',
    'zh-CN': '在此放入书稿文件夹中另一个文件的全部或部分行，代码块中也可用；`\\{{#include …}}` 则为文字',
  },
};
