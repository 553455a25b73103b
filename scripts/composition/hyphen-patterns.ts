import { byLanguage } from '../model/by-language.js';

/** How a language divides its words. */
export interface PatternSource {
  readonly load: () => Promise<{ readonly default: unknown }>;
  /** Letters that must stay before and after a division. */
  readonly left: number;
  readonly right: number;
  /** German writes every noun with a capital; elsewhere a capital is a name's, and names stay whole. */
  readonly dividesCapitalized?: boolean;
}

const nouns = { dividesCapitalized: true };

/**
 * The patterns of TeX (hyph-utf8) as the package `hyphen` brings them, under free licences that ask nothing of a
 * book. Czech, Irish, Latvian and Serbian are left out: their patterns are under the GPL or LGPL.
 */
const sources: Readonly<Record<string, PatternSource>> = {
  bg: { load: () => import('hyphen/patterns/bg.js'), left: 2, right: 2 },
  ca: { load: () => import('hyphen/patterns/ca.js'), left: 2, right: 3 },
  da: { load: () => import('hyphen/patterns/da.js'), left: 2, right: 3 },
  de: { load: () => import('hyphen/patterns/de-1996.js'), left: 2, right: 3, ...nouns },
  el: { load: () => import('hyphen/patterns/el-monoton.js'), left: 2, right: 2 },
  en: { load: () => import('hyphen/patterns/en-us.js'), left: 2, right: 3 },
  'en-AU': { load: () => import('hyphen/patterns/en-gb.js'), left: 2, right: 3 },
  'en-GB': { load: () => import('hyphen/patterns/en-gb.js'), left: 2, right: 3 },
  'en-IE': { load: () => import('hyphen/patterns/en-gb.js'), left: 2, right: 3 },
  'en-NZ': { load: () => import('hyphen/patterns/en-gb.js'), left: 2, right: 3 },
  es: { load: () => import('hyphen/patterns/es.js'), left: 2, right: 3 },
  et: { load: () => import('hyphen/patterns/et.js'), left: 2, right: 3 },
  fi: { load: () => import('hyphen/patterns/fi.js'), left: 2, right: 3 },
  fr: { load: () => import('hyphen/patterns/fr.js'), left: 2, right: 3 },
  gl: { load: () => import('hyphen/patterns/gl.js'), left: 2, right: 3 },
  hr: { load: () => import('hyphen/patterns/hr.js'), left: 2, right: 3 },
  hu: { load: () => import('hyphen/patterns/hu.js'), left: 2, right: 3 },
  is: { load: () => import('hyphen/patterns/is.js'), left: 2, right: 3 },
  it: { load: () => import('hyphen/patterns/it.js'), left: 2, right: 3 },
  la: { load: () => import('hyphen/patterns/la.js'), left: 2, right: 3 },
  lt: { load: () => import('hyphen/patterns/lt.js'), left: 2, right: 3 },
  nb: { load: () => import('hyphen/patterns/nb.js'), left: 2, right: 3 },
  nl: { load: () => import('hyphen/patterns/nl.js'), left: 2, right: 3 },
  nn: { load: () => import('hyphen/patterns/nn.js'), left: 2, right: 3 },
  no: { load: () => import('hyphen/patterns/nb.js'), left: 2, right: 3 },
  pl: { load: () => import('hyphen/patterns/pl.js'), left: 2, right: 3 },
  pt: { load: () => import('hyphen/patterns/pt.js'), left: 2, right: 3 },
  ru: { load: () => import('hyphen/patterns/ru.js'), left: 2, right: 3 },
  sk: { load: () => import('hyphen/patterns/sk.js'), left: 2, right: 3 },
  sl: { load: () => import('hyphen/patterns/sl.js'), left: 2, right: 3 },
  sv: { load: () => import('hyphen/patterns/sv.js'), left: 2, right: 3 },
  tr: { load: () => import('hyphen/patterns/tr.js'), left: 2, right: 3 },
  uk: { load: () => import('hyphen/patterns/uk.js'), left: 2, right: 3 },
};

/** The patterns for a language (a BCP 47 tag); `undefined` where there are none, and its words stay whole. */
export function patternSource(language: string): PatternSource | undefined {
  return byLanguage(sources, language);
}
