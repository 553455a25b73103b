import type { Element, ElementContent } from 'hast';

/**
 * Gives each character of emphasis (着重号, 圏点) an element of its own, class `dot`, in place: what CSS draws for
 * `text-emphasis` makes its line higher, and the lines after it leave the grid. Marks, spaces and Latin
 * words get none.
 */
export function dotEmphasis(element: Element, outer: string): void {
  const { lang, className } = element.properties;
  const language = typeof lang === 'string' ? lang : outer;
  const isLatin = Array.isArray(className) && className.includes('latin');
  const isDotted = element.tagName === 'em' && /^(?:zh|ja)\b/i.test(language) && !isLatin;
  if (isDotted) dotCharacters(element);
  else for (const child of element.children) if (child.type === 'element') dotEmphasis(child, language);
}

const characters = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}〇]';
const isCharacter = new RegExp(`^${characters}`, 'u');
const pieces = new RegExp(`${characters}\\p{M}*|(?:(?!${characters})[^])+`, 'gu');

function dotCharacters(element: Element): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && !/^(?:rt|rp|code)$/.test(child.tagName)) dotCharacters(child);
    if (child.type !== 'text') return [child];
    return (child.value.match(pieces) ?? []).map((value): ElementContent => {
      const text: ElementContent = { type: 'text', value };
      if (!isCharacter.test(value)) return text;
      return { type: 'element', tagName: 'span', properties: { className: ['dot'] }, children: [text] };
    });
  });
}
