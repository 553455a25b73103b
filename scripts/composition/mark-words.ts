import type { Element, Root } from 'hast';
import { isFullWidthLanguage } from '../model/by-language.js';
import { textOf } from '../model/text-of.js';

/**
 * Marks what a style sheet cannot see for itself, in place: abbreviations in capitals (class `capitals`), and
 * emphasis on Latin words in Chinese or Japanese (class `latin`), which is italic there and no dots.
 */
export function markWords(node: Root | Element, outer: string): void {
  const lang = node.type === 'element' ? node.properties.lang : undefined;
  const language = typeof lang === 'string' ? lang : outer;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const name = markOf(child, language);
    if (name !== undefined) child.properties.className = [...classesOf(child), name];
    markWords(child, language);
  }
}

function markOf(element: Element, language: string): string | undefined {
  const { tagName } = element;
  if (tagName === 'abbr') return /^[\p{Lu}\p{N}.&\s]{2,}$/u.test(textOf(element)) ? 'capitals' : undefined;
  const isEmphasis = /^(?:em|i|cite)$/.test(tagName) && isFullWidthLanguage(language);
  return isEmphasis && isLatin(textOf(element)) ? 'latin' : undefined;
}

function isLatin(text: string): boolean {
  return (
    /\p{Script=Latin}/u.test(text) &&
    /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{S}\s]+$/u.test(text) &&
    !/[\u3000-\u303f\uff00-\uffef]/.test(text)
  );
}

function classesOf({ properties }: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}
