import type { Construct } from './construct.js';

/** `::: epigraph` with its source as `::: credit`. */
export const epigraphs: Construct = {
  name: 'epigraphs',
  syntax: ':::: epigraph\n题词。\n\n::: credit\n出处\n:::\n::::',
  about: {
    en: 'words before a chapter, with their source at the right',
    'zh-CN': '章前题词，出处居右',
  },
};
