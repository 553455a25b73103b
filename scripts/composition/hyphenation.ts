import createHyphenator from 'hyphen';
import type { PatternSource } from './hyphen-patterns.js';
import { patternSource } from './hyphen-patterns.js';

/** Divides a word by soft hyphens (U+00AD); gives it back as it is where it must stay whole. */
export type DivideWord = (word: string) => string;

const softHyphen = '\u00ad';
/** Shorter words are not divided in any language. */
const shortest = 5;

/** How to divide the words of each of the languages that has patterns; they are read here, on first need. */
export async function loadHyphenation(languages: Iterable<string>): Promise<ReadonlyMap<string, DivideWord>> {
  const dividers = new Map<string, DivideWord>();
  for (const language of languages) {
    const source = patternSource(language);
    if (source) dividers.set(language, await divider(source));
  }
  return dividers;
}

async function divider(source: PatternSource): Promise<DivideWord> {
  const { default: patterns } = await source.load();
  const divide = createHyphenator(patterns, { minWordLength: shortest });
  const known = new Map<string, string>();
  return (word) => {
    let divided = known.get(word);
    if (divided === undefined) {
      divided = mayBeDivided(word, source) ? withMargins(divide(word), source) : word;
      known.set(word, divided);
    }
    return divided;
  };
}

/** Not words in capitals, nor names. */
function mayBeDivided(word: string, { dividesCapitalized }: PatternSource): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() && (dividesCapitalized === true || word === word.toLowerCase());
}

/**
 * Takes back the divisions that leave too few letters at either end, and those inside a ligature (of|fice): the
 * browser draws one glyph for all of it, and a PDF reader cannot tell what that stands for.
 */
function withMargins(divided: string, { left, right }: PatternSource): string {
  const letters = divided.length - divided.split(softHyphen).length + 1;
  let passed = 0;
  let kept = '';
  for (const [index, character] of [...divided].entries()) {
    if (character !== softHyphen) passed += 1;
    const isInLigature = divided[index - 1] === 'f' && /[bfhijklt]/.test(divided[index + 1] ?? '');
    const isKept = passed >= left && letters - passed >= right && !isInLigature;
    if (character !== softHyphen || isKept) kept += character;
  }
  return kept;
}
