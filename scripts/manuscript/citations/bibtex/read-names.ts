import { type CslName, othersMark } from '../csl-item.js';

/** Reads names as BibTeX writes them: `First von Last`, `von Last, Jr, First`, joined by `and`; braces keep a name whole. */
export function readNames(value: string, readText: (tex: string) => string): readonly CslName[] {
  return splitOutside(value, /\s+and\s+/iy)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => readName(name, readText));
}

function readName(name: string, readText: (tex: string) => string): CslName {
  if (name.toLowerCase() === 'others') return { family: othersMark };
  if (isWhole(name)) return { literal: readText(name.slice(1, -1)) };
  const parts = splitOutside(name, /\s*,\s*/y).map((part) => part.trim());
  if (parts.every((part) => /^(family|given|prefix|suffix)\w*\s*=/.test(part)))
    return readKeyed(parts, readText);
  const words = (part: string | undefined): readonly string[] =>
    splitOutside(part ?? '', /[\s~]+/y).filter(Boolean);
  const [first, second, third] = parts;
  if (second === undefined) return fromWords(words(first), readText);
  const { particle, family } = particleOf(words(first));
  const [suffix, given] = third === undefined ? [undefined, second] : [second, third];
  return made({ particle, family, given: words(given), suffix }, readText);
}

/** `First von Last`. Of two Chinese words the first is the family name, unlike in the West. */
function fromWords(words: readonly string[], readText: (tex: string) => string): CslName {
  const [first = '', second] = words;
  if (words.length === 1) return { family: readText(first) };
  if (second !== undefined && words.length === 2 && words.every((word) => /^\p{Script=Han}+$/u.test(word))) {
    return { family: first, given: second };
  }
  const start = words.findIndex((word, index) => index < words.length - 1 && isParticle(word));
  const cut = start < 0 ? words.length - 1 : start;
  return made({ ...particleOf(words.slice(cut)), given: words.slice(0, cut), suffix: undefined }, readText);
}

/** `family=Groot, given=Jan, prefix=de` (BibLaTeX's extended form). */
function readKeyed(parts: readonly string[], readText: (tex: string) => string): CslName {
  const keyed = new Map(
    parts.map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1)]),
  );
  const list = (key: string): readonly string[] => (keyed.has(key) ? [(keyed.get(key) ?? '').trim()] : []);
  return made(
    {
      particle: list('prefix'),
      family: list('family'),
      given: list('given'),
      suffix: keyed.get('suffix')?.trim(),
    },
    readText,
  );
}

interface NameParts {
  readonly particle: readonly string[];
  readonly family: readonly string[];
  readonly given: readonly string[];
  readonly suffix: string | undefined;
}

function made({ particle, family, given, suffix }: NameParts, readText: (tex: string) => string): CslName {
  const text = (words: readonly string[]): string => readText(words.join(' '));
  return {
    family: text(family),
    ...(given.length > 0 && { given: text(given) }),
    ...(particle.length > 0 && { 'non-dropping-particle': text(particle) }),
    ...(suffix && { suffix: readText(suffix), 'comma-suffix': true }),
  };
}

/** Parts the words in small letters before the last from it: `van der` from `Waerden`. */
function particleOf(words: readonly string[]): Pick<NameParts, 'particle' | 'family'> {
  const last = words.findLastIndex((word, index) => index < words.length - 1 && isParticle(word));
  return { particle: words.slice(0, last + 1), family: words.slice(last + 1) };
}

function isParticle(word: string): boolean {
  return /^\p{Ll}/u.test(word);
}

/** Whether one pair of braces holds the whole name; `{\"O}zg{\"u}r` and `{\'E}` are letters, not such a pair. */
function isWhole(name: string): boolean {
  if (!name.startsWith('{') || name.startsWith('{\\')) return false;
  let depth = 0;
  for (let at = 0; at < name.length; at += 1) {
    if (name[at] === '\\') at += 1;
    else if (name[at] === '{') depth += 1;
    else if (name[at] === '}') depth -= 1;
    if (depth === 0) return at === name.length - 1;
  }
  return false;
}

/** Splits where no brace is open. */
function splitOutside(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let [depth, start] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    separator.lastIndex = at;
    const found = depth === 0 ? separator.exec(text)?.[0] : undefined;
    if (found) {
      parts.push(text.slice(start, at));
      start = at + found.length;
      at = start - 1;
    } else if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
  }
  return [...parts, text.slice(start)];
}
