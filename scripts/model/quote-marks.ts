import { byLanguage } from './by-language.js';

/** The quotation marks of a language, with the spaces that stand inside them. */
export interface QuoteMarks {
  /** Opening and closing mark of a quotation. */
  readonly outer: readonly [string, string];
  /** The same of a quotation inside one. */
  readonly inner: readonly [string, string];
}

const english: QuoteMarks = { outer: ['“', '”'], inner: ['‘', '’'] };
const low: QuoteMarks = { outer: ['„', '“'], inner: ['‚', '‘'] };
const angled: QuoteMarks = { outer: ['«', '»'], inner: ['“', '”'] };
const right: QuoteMarks = { outer: ['”', '”'], inner: ['’', '’'] };
const polish: QuoteMarks = { outer: ['„', '”'], inner: ['«', '»'] };
/** A fine space stands inside French guillemets, and no line ends there. */
const french: QuoteMarks = { outer: ['«\u202f', '\u202f»'], inner: ['“', '”'] };

/** By language, after CLDR 44 (delimiters); for books where they differ from the press of a country. */
const marks: Readonly<Record<string, QuoteMarks>> = {
  bg: low,
  ca: angled,
  cs: low,
  da: { outer: ['»', '«'], inner: ['›', '‹'] },
  de: low,
  'de-CH': { outer: ['«', '»'], inner: ['‹', '›'] },
  el: angled,
  en: english,
  eo: english,
  es: angled,
  et: low,
  fi: right,
  fr: french,
  'fr-CH': { outer: ['«\u202f', '\u202f»'], inner: ['‹\u202f', '\u202f›'] },
  ga: english,
  gl: angled,
  hr: polish,
  hu: { outer: ['„', '”'], inner: ['»', '«'] },
  is: low,
  it: angled,
  la: english,
  lt: low,
  lv: english,
  nb: { outer: ['«', '»'], inner: ['‘', '’'] },
  nl: english,
  nn: { outer: ['«', '»'], inner: ['‘', '’'] },
  no: { outer: ['«', '»'], inner: ['‘', '’'] },
  pl: polish,
  pt: english,
  'pt-PT': angled,
  ro: polish,
  ru: { outer: ['«', '»'], inner: ['„', '“'] },
  sk: low,
  sl: low,
  sv: right,
  tr: english,
  uk: { outer: ['«', '»'], inner: ['„', '“'] },
  zh: english,
};

/** The marks of a language (a BCP 47 tag); `undefined` where Banxin does not know them and keeps what is written. */
export function quoteMarks(language: string): QuoteMarks | undefined {
  return byLanguage(marks, language);
}
