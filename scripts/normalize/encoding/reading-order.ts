import { chineseNumeral, numeralValue } from '../text/numerals.js';

const counted = new RegExp(`[${chineseNumeral}]+`, 'gu');
/** 上 中 下, as the files of a work in two or three parts are called, where the character ends a name. */
const parts: Readonly<Record<string, string>> = { 上: '1', 中: '2', 下: '3' };

const collator = new Intl.Collator('en', { numeric: true });

/** Sorts file names as people number them: `2.txt` before `10.txt`, 第二章 before 第十章, 上 before 下. */
export function inReadingOrder(names: readonly string[]): readonly string[] {
  return names
    .map((name) => ({ name, key: sortKey(name) }))
    .sort((a, b) => collator.compare(a.key, b.key) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ name }) => name);
}

function sortKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/([上中下])(?=[)\]】》]?(?:\.[^.]*)?$)/u, (part) => parts[part] ?? part)
    .replace(counted, (figure) => String(numeralValue(figure) ?? figure));
}
