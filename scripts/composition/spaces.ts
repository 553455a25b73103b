import { byLanguage } from '../model/by-language.js';
import type { TextEdit } from './text-lines.js';

/** A no-break space that keeps its width in a justified line. */
const fine = '\u202f';
const noBreak = '\u00a0';

/** Where a space must hold two things together: it matches the place of the space, or the empty place for one. */
interface SpaceRule {
  readonly at: RegExp;
  readonly space: string;
}

const units =
  '%|‰|°[CF]?|€|£|km|cm|mm|µm|nm|m|km²|m²|cm²|m³|cm³|kg|mg|g|t|l|ml|cl|ms|s|min|h|[kMG]?Hz|[kMGT]B|[kM]?Wh?|[mk]V|mA|[kM]?Pa|pt|px|dpi|ft|lb|lbs|oz|a\\.m\\.|p\\.m\\.|AD|BC|CE|BCE';

/** For every language that Banxin knows the marks of. */
const common: readonly SpaceRule[] = [
  // No line begins with a dash; the dash of a dialogue keeps its first word.
  { at: /(?<=\S) (?=[—–](?:\s|$))/gu, space: noBreak },
  { at: /(?<=^[—–]) (?=\S)/gu, space: noBreak },
  { at: new RegExp(`(?<=\\d) (?=(?:${units})(?![\\p{L}\\p{N}’']))`, 'gu'), space: noBreak },
  // J. R. R. Tolkien, z. B.
  { at: /(?<=(?:^|[\s(“‘„«—–])\p{Lu}\.) (?=\p{Lu})/gu, space: noBreak },
  { at: /(?<=(?:^|[\s(“‘„«—–])\p{Ll}\.) (?=\p{L}\.)/gu, space: noBreak },
  // p. 12, Fig. 3, No. 5, vol. II
  {
    at: /(?<=\b(?:pp?|nos?|vols?|chap|ch|figs?|art|Nr|Bd|Kap|Abb|S|núm|pág|cap)\.) (?=[\dIVXLC])/giu,
    space: noBreak,
  },
  { at: /(?<=§|№|n°|nº) (?=\d)/gu, space: noBreak },
  // Louis XIV, Chapter IV
  { at: /(?<=\p{Lu}\p{Ll}+) (?=[IVX]{2,}(?!\p{L}))/gu, space: noBreak },
];

/** Forms of address that stay with the name, by language; a full stop may follow them. */
const titles: Readonly<Record<string, string>> = {
  en: 'Mr|Mrs|Ms|Messrs|Dr|Prof|St|Rev|Hon|Capt|Col|Gen|Lt|Sgt|Fr',
  fr: 'M|MM|Mme|Mmes|Mlle|Mlles|Me|Mgr|Dr|Pr|St|Ste',
  de: 'Hr|Fr|Dr|Prof|St',
  es: 'Sr|Sra|Srta|Dr|Dra|D|Dña|Ud|Uds',
  it: 'Sig|Dott|Prof|Avv|On|S',
  pt: 'Sr|Sra|Dr|Dra|Prof|D',
  nl: 'Dhr|Mevr|Dr|Prof|Mr|St',
};

const thousands: SpaceRule = { at: /(?<=(?<!\d)\d{1,3}(?: \d{3})*) (?=\d{3}(?!\d))/gu, space: fine };

/** A word or a closing mark, and what may follow a mark at the end of a phrase. */
const afterWord = '(?<=[\\p{L}\\p{N})\\]”’»›…%])';
const phraseEnd = '(?=$|[\\s)\\]”’»›…!?\\u202f\\u00a0])';
const insideGuillemets: readonly SpaceRule[] = [
  { at: /(?<=[«‹]) ?(?![\s\u202f\u00a0])/gu, space: fine },
  { at: /(?<![\s\u202f\u00a0]) ?(?=[»›])/gu, space: fine },
];
const beforeColon: SpaceRule = { at: new RegExp(`${afterWord} ?(?=:${phraseEnd})`, 'gu'), space: noBreak };
const beforeHighMarks: SpaceRule = {
  at: new RegExp(`${afterWord} ?(?=[;!?]+${phraseEnd})`, 'gu'),
  space: fine,
};

/** What a language wants besides (for French: Lexique des règles typographiques en usage à l'Imprimerie nationale). */
const own: Readonly<Record<string, readonly SpaceRule[]>> = {
  en: [],
  fr: [...insideGuillemets, beforeColon, beforeHighMarks, thousands],
  'fr-CA': [...insideGuillemets, beforeColon, thousands],
};

/** The no-break spaces that a language (a BCP 47 tag) wants in a line, in order. */
export function spaceEdits(text: string, language: string): readonly TextEdit[] {
  const rules = [...common, ...titleRules(language), ...(byLanguage(own, language) ?? [thousands])];
  const byPlace = new Map<number, TextEdit>();
  for (const { at, space } of rules) {
    for (const { 0: found, index } of text.matchAll(at)) {
      byPlace.set(index, { at: index, remove: found === '' ? 0 : 1, insert: space });
    }
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at);
}

function titleRules(language: string): readonly SpaceRule[] {
  const names = byLanguage(titles, language);
  if (names === undefined) return [];
  return [{ at: new RegExp(`(?<=(?<!\\p{L})(?:${names})\\.?) (?=\\p{Lu})`, 'gu'), space: noBreak }];
}
