import type { Element, ElementContent } from 'hast';
import { textOf } from './text-of.js';

/** A character with its reading in 注音. */
export interface ReadCharacter {
  readonly base: readonly ElementContent[];
  readonly reading: string;
  /** What stands between them and after: brackets for readers that know no ruby. */
  readonly rest: readonly ElementContent[];
}

const letter = '[\\u02ea\\u02eb\\u3105-\\u312f\\u31a0-\\u31bf]';
const syllable = new RegExp(`^˙?${letter}{1,4}[ˉˊˇˋ˙]?$`, 'u');

/**
 * The characters of a `ruby` of which each has one syllable of 注音, which stands beside it and not above (CLREQ 3.3.1);
 * undefined for any other: pinyin, a word with one reading, a reading with two bases.
 */
export function zhuyinOf({ tagName, children }: Element): readonly ReadCharacter[] | undefined {
  if (tagName !== 'ruby') return undefined;
  const found: ReadCharacter[] = [];
  let base: ElementContent[] = [];
  let rest: ElementContent[] = [];
  for (const child of children) {
    if (isNamed(child, 'rp')) rest.push(child);
    else if (!isNamed(child, 'rt')) base.push(child);
    else {
      const read = readCharacters(base, textOf(child).trim(), rest);
      if (!read) return undefined;
      found.push(...read);
      [base, rest] = [[], []];
    }
  }
  const last = found.at(-1);
  if (!last || base.some((node) => textOf(node).trim() !== '')) return undefined;
  return [...found.slice(0, -1), { ...last, rest: [...last.rest, ...rest] }];
}

/** One character and one syllable; or as many characters as syllables, if nothing but text is to be parted. */
function readCharacters(
  base: readonly ElementContent[],
  reading: string,
  rest: readonly ElementContent[],
): readonly ReadCharacter[] | undefined {
  const syllables = reading.split(/\s+/);
  const characters = [...base.map(textOf).join('').trim()];
  const isRead = syllables.every((one) => syllable.test(one)) && syllables.length === characters.length;
  if (!isRead) return undefined;
  if (characters.length === 1) return [{ base, reading, rest }];
  if (base.some(({ type }) => type !== 'text')) return undefined;
  return characters.map((value, index) => ({
    base: [{ type: 'text', value }],
    reading: syllables[index] ?? '',
    rest: index === characters.length - 1 ? rest : [],
  }));
}

function isNamed(node: ElementContent, name: string): boolean {
  return node.type === 'element' && node.tagName === name;
}
