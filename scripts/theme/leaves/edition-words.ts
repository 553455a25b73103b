import type { BookMeta } from '../../model/book.js';
import { labelLanguage } from '../role-labels.js';
import { printedDate, printedMonth } from './printed-date.js';

/** What the imprint says of edition, printing and date; undefined where it says nothing of them. */
export interface EditionWords {
  readonly edition?: string;
  readonly printing?: string;
  /** The date by itself, where no edition or printing bears it. */
  readonly date?: string;
}

type Worded = Pick<BookMeta, 'edition' | 'printing' | 'date' | 'language'>;

/**
 * 版次 and 印次 as the trade words them: a number in `book.yaml` becomes 2024年5月第1版 or First edition, May 2024;
 * a text is printed as it is. The date of the book is that of its edition and of its first printing.
 */
export function editionWords(meta: Worded): EditionWords {
  const own = labelLanguage(meta.language);
  const words = own === 'en' ? english(meta) : own === 'ja' ? japanese(meta) : chinese(meta, own);
  const bearsDate = words.edition !== undefined || words.printing !== undefined;
  return bearsDate || meta.date === undefined ? words : { date: printedDate(meta.date, meta.language) };
}

function chinese({ edition, printing, date, language }: Worded, own: string): EditionWords {
  const month = date ? printedMonth(date, language) : '';
  const edited = (number: number) =>
    number === 1 && own === 'zh-Hant' ? `${month}初版` : `${month}第${number}版`;
  const printed = (number: number) => `${number === 1 ? month : ''}第${number}次印刷`;
  return { ...worded('edition', edition, edited), ...worded('printing', printing, printed) };
}

/** One line for both: 2024年5月17日　初版第1刷発行. */
function japanese({ edition, printing, date, language }: Worded): EditionWords {
  const day = date ? `${printedDate(date, language)}　` : '';
  const edited = numberOf(edition);
  const printed = numberOf(printing);
  const first = edited === undefined ? (edition ?? '') : edited === 1 ? '初版' : `第${edited}版`;
  const second = printed === undefined ? (printing ?? '') : `第${printed}刷`;
  if (first === '' && second === '') return {};
  const isWording = (edited === undefined && first !== '') || (printed === undefined && second !== '');
  return { edition: isWording ? [first, second].filter(Boolean).join('　') : `${day}${first}${second}発行` };
}

const ordinals = 'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth'.split(' ');

function english({ edition, printing, date, language }: Worded): EditionWords {
  const month = date ? `, ${printedMonth(date, language)}` : '';
  const edited = (number: number) => `${ordinal(number)} edition${month}`;
  const printed = (number: number) => `${ordinal(number)} printing`;
  return { ...worded('edition', edition, edited), ...worded('printing', printing, printed) };
}

function ordinal(number: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(number) as 'one' | 'two' | 'few'
  ];
  return ordinals[number - 1] ?? `${number}${ending ?? 'th'}`;
}

function worded<Key extends string>(
  key: Key,
  given: string | undefined,
  words: (number: number) => string,
): { readonly [K in Key]?: string } {
  if (given === undefined) return {};
  const number = numberOf(given);
  const entry: { [K in Key]?: string } = {};
  entry[key] = number === undefined ? given : words(number);
  return entry;
}

function numberOf(given: string | undefined): number | undefined {
  return given !== undefined && /^[1-9]\d{0,3}$/.test(given) ? Number(given) : undefined;
}
