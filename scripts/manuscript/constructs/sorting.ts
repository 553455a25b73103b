import { scriptOf } from '../../model/script-of.js';

/** How an index or a glossary is sorted. */
export const sortings = ['pinyin', 'stroke', 'alphabet'] as const;
export type Sorting = (typeof sortings)[number];

/** Chinese is sorted by pinyin on the mainland (GB/T 22466 索引编制规则), by strokes where traditional script is written. */
export function sortingFor(language: string, asked: string | undefined): Sorting {
  const known = sortings.find((own) => own === asked);
  if (known) return known;
  const script = scriptOf(language);
  return script === 'Hans' ? 'pinyin' : script === 'Hant' ? 'stroke' : 'alphabet';
}

/** Compares words of a language; figures count as numbers. */
export function collatorFor(language: string, asked?: string): (a: string, b: string) => number {
  const sorting = sortingFor(language, asked);
  const locale =
    sorting === 'pinyin' ? 'zh-u-co-pinyin' : sorting === 'stroke' ? 'zh-Hant-u-co-stroke' : language;
  return new Intl.Collator([locale, 'en'], { numeric: true }).compare;
}

/** The first Chinese character, by pinyin, of each letter that a syllable begins with (CLDR's order has no other way to ask). */
const firstOfLetter = 'A阿B八C嚓D哒E妸F发G旮H哈J讥K咔L垃M妈N拏O噢P妑Q七R呥S扨T它W穵X夕Y丫Z帀';

/** The heading that a word stands under: a letter of its pinyin, its own first letter, or `#`. */
export function groupOf(word: string, language: string, sorting: Sorting): string | undefined {
  if (sorting === 'stroke') return undefined;
  const first = word.normalize('NFD').trim()[0] ?? '';
  if (/[A-Za-z]/.test(first)) return first.toUpperCase();
  if (sorting !== 'pinyin' || !/\p{Script=Han}/u.test(word)) {
    return /\p{L}/u.test(first) && scriptOf(language) === 'Latn' ? first.toUpperCase() : '#';
  }
  const compare = collatorFor(language, 'pinyin');
  let letter = '#';
  for (const [, name, character] of firstOfLetter.matchAll(/([A-Z])(\P{ASCII})/gu))
    if (compare(word, character ?? '') >= 0) letter = name ?? letter;
  return letter;
}
