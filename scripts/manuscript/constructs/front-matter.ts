import type { Construct } from './construct.js';

/** What a chapter says of itself, in YAML before its text (read by chapter/front-matter.ts). */
export const frontMatter: Construct = {
  name: 'front-matter',
  syntax: '---\ntitle: 书名\nkind: bibliography\n---',
  about: {
    en: 'YAML at the head of a chapter: title, short-title, matter, kind, lang …',
    'zh-CN': '章节开头的 YAML：title、short-title、matter、kind、lang 等',
  },
};
