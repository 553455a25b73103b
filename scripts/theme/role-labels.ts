/** What stands after a name on title page and cover, by MARC relator code. */
const after: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'zh-Hans': {
    aut: '著',
    edt: '编',
    trl: '译',
    ill: '绘',
    ctb: '撰文',
    com: '辑',
    pht: '摄影',
    ann: '注',
    cwt: '评',
  },
  'zh-Hant': {
    aut: '著',
    edt: '編',
    trl: '譯',
    ill: '繪',
    ctb: '撰文',
    com: '輯',
    pht: '攝影',
    ann: '註',
    cwt: '評',
  },
  ja: {
    aut: '著',
    edt: '編',
    trl: '訳',
    ill: '絵',
    ctb: '執筆',
    com: '編',
    pht: '写真',
    ann: '注',
    cwt: '解説',
  },
};

/** What stands before it where languages say so: Translated by. */
export const wordsBefore: Readonly<Record<string, string>> = {
  edt: 'Edited by',
  trl: 'Translated by',
  ill: 'Illustrated by',
  ctb: 'With contributions by',
  com: 'Compiled by',
  pht: 'Photographs by',
  ann: 'Annotated by',
  cwt: 'With a commentary by',
};

/** Who makes the book rather than its text; the imprint names them, title page and cover do not. */
const makers = new Set(['red', 'pfr', 'bkd', 'cov', 'cll', 'nrt']);

/** Whether a person with this role (a MARC relator code) stands on title page and cover. */
export function isOnTitlePage(role: string): boolean {
  return !makers.has(role);
}

/** The words beside a name on title page and cover; empty where nothing stands. */
export interface RoleWords {
  readonly before: string;
  readonly after: string;
}

/** The words for a role (a MARC relator code) in the book's language. */
export function roleWords(role: string, language: string): RoleWords {
  const own = labelLanguage(language);
  return own === 'en'
    ? { before: wordsBefore[role] ?? '', after: '' }
    : { before: '', after: after[own]?.[role] ?? '' };
}

/** The language of a book's own words for its BCP 47 tag: `zh-Hans`, `zh-Hant`, `ja`, or `en` for all others. */
export function labelLanguage(language: string): 'zh-Hans' | 'zh-Hant' | 'ja' | 'en' {
  if (/^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(language)) return 'zh-Hant';
  if (/^zh\b/i.test(language)) return 'zh-Hans';
  return /^ja\b/i.test(language) ? 'ja' : 'en';
}
