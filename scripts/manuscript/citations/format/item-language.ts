import type { CslItem } from '../csl-item.js';

/**
 * The language of an item: what it says, else what its title is written in, else what its authors are; kana, hangul and
 * Han tell three apart.
 */
export function languageOf(item: CslItem): string {
  if (item.language) return item.language;
  const text = [item.title, item['container-title'], JSON.stringify(item.author ?? '')].find(
    (one): one is string => typeof one === 'string' && /\p{L}/u.test(one),
  );
  if (text === undefined) return 'en-US';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/\p{Script=Hangul}/u.test(text)) return 'ko';
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /\p{Script=Cyrillic}/u.test(text) ? 'ru' : 'en-US';
}

/**
 * The language by which a style lays an item out. Where a style has layouts by language (an extension that citeproc
 * knows; GB/T 7714—2015 needs it: 等 or et al.), one that it has no layout for goes with English if it is not the
 * style's own and not written in Han characters: a German book in a Chinese list is set as an English one.
 */
export function layoutLanguage(item: CslItem, layouts: readonly string[], own: string): string {
  const language = languageOf(item);
  const primary = primaryOf(language);
  if (layouts.length === 0 || primary === primaryOf(own)) return language;
  if (layouts.some((tag) => primaryOf(tag) === primary)) return language;
  const isHan = primary === 'zh' || primary === 'ja';
  return !isHan && layouts.some((tag) => primaryOf(tag) === 'en') ? 'en-US' : language;
}

/** The language in which a style words what it says of an item: its own, unless it has layouts by language. */
export function wordingLanguage(item: CslItem, layouts: readonly string[], own: string): string {
  return layouts.length === 0 ? own : layoutLanguage(item, layouts, own);
}

function primaryOf(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0] ?? '';
}
