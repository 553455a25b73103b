import { Converter as SimplifiedToTraditional } from 'opencc-js/cn2t';
import { Converter as TraditionalToSimplified } from 'opencc-js/t2cn';
import { isInBig5, isInGb2312 } from './character-sets.js';

const toSimplified = TraditionalToSimplified({ from: 't', to: 'cn' });
const toTraditional = SimplifiedToTraditional({ from: 'cn', to: 't' });

/** Traditional forms that are at home in Simplified text, or stand for more than one word: never changed. */
const ambiguous = new Set('乾著後於徵瞭藉麼捱坏鍾餘摺慾剋夥儘嚐祇隻昇陞穀裏裡颱檯鬥範復複髮發鬆鬱係繫製衝臺');

/** Whether a Traditional form may stand in Simplified text for good reason. */
export function isAmbiguous(traditional: string): boolean {
  return ambiguous.has(traditional);
}

const simplifiedForms = new Map<string, string>();
const traditionalForms = new Map<string, string>();

/** The Simplified form of one character; itself if it has none. */
export function simplifiedForm(char: string): string {
  const known = simplifiedForms.get(char);
  if (known !== undefined) return known;
  const form = toSimplified(char);
  simplifiedForms.set(char, form);
  return form;
}

/** The Traditional form of one character; itself if it has none. */
export function traditionalForm(char: string): string {
  const known = traditionalForms.get(char);
  if (known !== undefined) return known;
  const form = toTraditional(char);
  traditionalForms.set(char, form);
  return form;
}

/** Whether a character is written so in Simplified text only. */
export function isSimplifiedOnly(char: string): boolean {
  return simplifiedForm(char) === char && traditionalForm(char) !== char;
}

/** Whether the change from Traditional to Simplified is one to one and safe: it comes back as it went. */
export function isSafePair(traditional: string, simplified: string): boolean {
  if (
    ambiguous.has(traditional) ||
    isInGb2312(traditional) ||
    [...simplified].length !== 1 ||
    (simplified.codePointAt(0) ?? 0) > 0xffff
  )
    return false;
  return traditionalForm(simplified) === traditional;
}

/** Whether the change from Simplified to Traditional is one to one and safe; what Big5 holds is at home in Traditional text. */
export function isSafeReversePair(simplified: string, traditional: string): boolean {
  if (isInBig5(simplified) || ambiguous.has(traditional) || [...traditional].length !== 1) return false;
  return traditionalForm(simplified) === traditional && simplifiedForm(traditional) === simplified;
}

/** How the Han characters of a text divide by script. */
export interface ScriptCount {
  readonly han: number;
  readonly traditional: number;
  readonly simplified: number;
}

/** Counts characters that one script only has, those left out that the other has as well. The first million code units speak for the rest. */
export function countScripts(text: string): ScriptCount {
  const counts = new Map<string, number>();
  for (const [char] of text.slice(0, 1_000_000).matchAll(/\p{Script=Han}/gu))
    counts.set(char, (counts.get(char) ?? 0) + 1);
  let [han, traditional, simplified] = [0, 0, 0];
  for (const [char, count] of counts) {
    han += count;
    if (ambiguous.has(char)) continue;
    if (simplifiedForm(char) !== char) traditional += count;
    else if (isSimplifiedOnly(char)) simplified += count;
  }
  return { han, traditional, simplified };
}
