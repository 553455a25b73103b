import type { Construct } from './construct.js';

/** `::: letter`, `::: signoff`: salutation at the edge, wish and name where letters have them (tree/letters.ts). */
export const letters: Construct = {
  name: 'letters',
  syntax: '::: letter\n亲爱的朋友：\n\n正文。\n\n此致\n\n敬礼\n\n::: signoff\n某某\n:::\n:::',
  about: {
    en: 'a letter: its first line is the salutation; the wish after 此致 begins at the edge; `signoff` stands at the right',
    'zh-CN': '书信：首行称呼顶格，“此致”之后的“敬礼”顶格，落款居右',
  },
};
