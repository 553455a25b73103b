import type { Construct } from './construct.js';

/** `*…*` and `**…**`; in Chinese the first is dots under the characters (CLREQ 3.1.8). */
export const emphasis: Construct = {
  name: 'emphasis',
  syntax: '*着重* 与 **加粗**',
  about: {
    en: 'emphasis (dots in Chinese and Japanese, italic elsewhere) and strong emphasis',
    'zh-CN': '着重（中文排着重号，西文排斜体）与加粗',
  },
};
