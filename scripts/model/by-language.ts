/** What a table has for a BCP 47 tag: the row of the whole tag (`pt-BR`), else of its language (`pt`). */
export function byLanguage<T>(table: Readonly<Record<string, T>>, tag: string): T | undefined {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const region = rest.find((part) => /^(?:[a-z]{2}|\d{3})$/.test(part));
  const names = region ? [`${language}-${region.toUpperCase()}`, language] : [language];
  const name = names.find((candidate) => Object.hasOwn(table, candidate));
  return name === undefined ? undefined : table[name];
}

/** Whether a language is written in full-width characters, without spaces between words. */
export function isFullWidthLanguage(tag: string): boolean {
  return /^(?:zh|ja|ko|yue)\b/i.test(tag);
}
