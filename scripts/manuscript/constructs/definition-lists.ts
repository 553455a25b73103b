import deflist from 'markdown-it-deflist';
import type { Construct } from './construct.js';

/** Terms and what they mean, by markdown-it-deflist: pandoc's form. */
export const definitionLists: Construct = {
  name: 'definition-lists',
  syntax: '版心\n: 一页中印文字的部分',
  about: {
    en: 'terms, each with one or more lines `: meaning`',
    'zh-CN': '术语与释义：术语一行，其下以 `: ` 开头写释义',
  },
  markdown: (markdown) => {
    markdown.use(deflist);
  },
};
