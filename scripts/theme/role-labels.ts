const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'zh-Hans': { aut: '著', edt: '编', trl: '译', ill: '绘', ctb: '撰文', com: '辑' },
  'zh-Hant': { aut: '著', edt: '編', trl: '譯', ill: '繪', ctb: '撰文', com: '輯' },
  ja: { aut: '著', edt: '編', trl: '訳', ill: '絵', ctb: '執筆', com: '編' },
  en: { edt: '(editor)', trl: '(translator)', ill: '(illustrator)', ctb: '(contributor)', com: '(compiler)' },
};

/** What stands after a name on title page and cover, by MARC relator code; empty where nothing does. */
export function roleLabel(role: string, language: string): string {
  return labels[labelLanguage(language)]?.[role] ?? '';
}

/** The language of a book's own words for its BCP 47 tag: `zh-Hans`, `zh-Hant`, `ja`, or `en` for all others. */
export function labelLanguage(language: string): 'zh-Hans' | 'zh-Hant' | 'ja' | 'en' {
  if (/^zh\b.*\b(?:hant|tw|hk|mo)\b/i.test(language)) return 'zh-Hant';
  if (/^zh\b/i.test(language)) return 'zh-Hans';
  return /^ja\b/i.test(language) ? 'ja' : 'en';
}
