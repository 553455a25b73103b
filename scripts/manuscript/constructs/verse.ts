import type { Construct } from './construct.js';

/** `::: verse`: lines that keep their ends, set in the middle of the measure by the longest. */
export const verse: Construct = {
  name: 'verse',
  syntax: '::: verse\n床前明月光，\\\n疑是地上霜。\n:::',
  about: {
    en: 'a poem: a line ends with `\\`, a stanza is a paragraph; `::: lines` keeps lines without the middle',
    'zh-CN': '诗词：行末写 `\\`，一段为一节；`::: lines` 逐行排而不居中',
  },
};
