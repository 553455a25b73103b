import type { Construct } from './construct.js';

/** What only one of the two books shows; the stages that make them leave the rest out (model/one-medium.ts). */
export const oneMedium: Construct = {
  name: 'one-medium',
  syntax: '::: ebook-only\n正文\n:::\n\n[正文]{.print-only}',
  about: {
    en: 'blocks, spans and pictures for print or for the e-book alone',
    'zh-CN': '只在纸书或只在电子书中出现的段落、文字和图片',
  },
};
