/** Languages as `langid` and `language` name them (babel, polyglossia, biblatex-gb7714-2015), and their BCP 47 tags. */
const names: ReadonlyMap<string, string> = new Map(
  Object.entries({
    acadian: 'fr-CA',
    american: 'en-US',
    arabic: 'ar',
    australian: 'en-AU',
    austrian: 'de-AT',
    brazil: 'pt-BR',
    brazilian: 'pt-BR',
    british: 'en-GB',
    bulgarian: 'bg',
    canadian: 'en-CA',
    catalan: 'ca',
    chinese: 'zh-CN',
    croatian: 'hr',
    czech: 'cs',
    danish: 'da',
    dutch: 'nl',
    english: 'en-US',
    estonian: 'et',
    finnish: 'fi',
    french: 'fr',
    german: 'de',
    greek: 'el',
    hebrew: 'he',
    hungarian: 'hu',
    icelandic: 'is',
    italian: 'it',
    japanese: 'ja',
    korean: 'ko',
    latin: 'la',
    latvian: 'lv',
    lithuanian: 'lt',
    mexican: 'es-MX',
    naustrian: 'de-AT',
    newzealand: 'en-NZ',
    ngerman: 'de',
    norwegian: 'nb',
    nswissgerman: 'de-CH',
    nynorsk: 'nn',
    polish: 'pl',
    portuguese: 'pt',
    romanian: 'ro',
    russian: 'ru',
    serbian: 'sr',
    simplifiedchinese: 'zh-CN',
    slovak: 'sk',
    slovene: 'sl',
    slovenian: 'sl',
    spanish: 'es',
    swedish: 'sv',
    swissgerman: 'de-CH',
    thai: 'th',
    traditionalchinese: 'zh-TW',
    turkish: 'tr',
    ukrainian: 'uk',
    ukenglish: 'en-GB',
    usenglish: 'en-US',
    vietnamese: 'vi',
    中文: 'zh-CN',
    汉语: 'zh-CN',
    英文: 'en-US',
    日文: 'ja',
    俄文: 'ru',
  }),
);

/** The BCP 47 tag of a language that BibTeX names; undefined for words that name none. */
export function languageTag(name: string): string | undefined {
  const word = name.trim().toLowerCase().replace(/^lang/, '');
  const known = names.get(word);
  if (known !== undefined) return known;
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/.test(word)) return undefined;
  try {
    return Intl.getCanonicalLocales(word.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}
