import type { Element, ElementContent } from 'hast';
import { withWordBreaks } from '../theme/word-breaks.js';

/** Characters of a phrase that the narrowest line of a heading surely holds: a telephone, large type. */
const shortPhrase = 7;

/** A phrase with the opening marks before it and the closing marks after it, or the space between two. */
const phrases = /[\p{Ps}\p{Pi}]*[^\s\p{P}]+[^\P{P}\p{Ps}\p{Pi}]*|\s+|\p{P}/gu;

/** What stands in lines like a heading's: the headings of three levels, kicker (引题) and subtitle (副题). */
export function isDisplayText(element: Element, parent: Element | undefined): boolean {
  if (/^h[1-3]$/.test(element.tagName)) return true;
  const { className } = parent?.properties ?? {};
  const isDisplayBlock =
    Array.isArray(className) && className.some((name) => /^(?:kicker|subtitle)$/.test(`${name}`));
  return element.tagName === 'p' && isDisplayBlock;
}

/**
 * Display text whose long phrases are held together: nobody knows how wide the screen will be, so a phrase
 * goes to the next line as a whole (`span.phrase`, an inline block), and breaks only where it is longer
 * than a line, and then between words. Only Chinese and Japanese need it.
 */
export function keepPhrases(nodes: readonly ElementContent[], language: string): ElementContent[] {
  if (!/^(?:zh|ja)\b/i.test(language)) return [...nodes];
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'text') return phrasesOf(node.value, language);
    if (node.type !== 'element' || node.tagName === 'ruby') return [node];
    return [{ ...node, children: keepPhrases(node.children, language) }];
  });
}

function phrasesOf(text: string, language: string): ElementContent[] {
  const nodes: ElementContent[] = [];
  let short = '';
  const endShort = (): void => {
    if (short) nodes.push({ type: 'text', value: short });
    short = '';
  };
  for (const phrase of text.match(phrases) ?? []) {
    const children = withWordBreaks(phrase, language, shortPhrase);
    if (children.some(({ type }) => type === 'element')) {
      endShort();
      nodes.push({ type: 'element', tagName: 'span', properties: { className: ['phrase'] }, children });
    } else short += phrase;
  }
  endShort();
  return nodes;
}
