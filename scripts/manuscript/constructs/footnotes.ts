import notes from 'markdown-it-footnote';
import { noteCalls } from '../markdown/note-call-rule.js';
import type { Construct } from './construct.js';

/** `[^1]` and its text elsewhere; by choice at the foot of the page or behind the chapter (`notes` in book.yaml). */
export const footnotes: Construct = {
  name: 'footnotes',
  syntax: '正文[^1]\n\n[^1]: 注文，可有\n    第二行。',
  about: {
    en: 'a note and its call; at the foot of the page or behind the chapter in print, in a window in the e-book',
    'zh-CN': '注释与引用；纸书排在页脚或章末，电子书弹出显示',
  },
  markdown: (markdown) => {
    markdown.use(notes).use(noteCalls);
  },
};
