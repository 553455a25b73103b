import type { Element, Root } from 'hast';
import { quoteMarks } from '../../model/quote-marks.js';

const usual = { outer: ['“', '”'], inner: ['‘', '’'] } as const;

/**
 * Writes the quotation marks of `q` into the text, in place: a browser would draw them, each reader in its own way, and they
 * would be no text to search, to copy or to compare (HTML Standard, 4.5.7). The style sheets draw none.
 */
export function writeQuotes(root: Root, language: string): void {
  for (const child of root.children) if (child.type === 'element') write(child, language, 0);
}

function write(element: Element, outer: string, depth: number): void {
  const { lang } = element.properties;
  const language = typeof lang === 'string' ? lang : outer;
  const isQuote = element.tagName === 'q';
  for (const child of element.children)
    if (child.type === 'element') write(child, language, isQuote ? depth + 1 : depth);
  if (!isQuote) return;
  // The marks are those of the text around the quotation.
  const marks = quoteMarks(outer) ?? usual;
  const [opening, closing] = depth % 2 === 0 ? marks.outer : marks.inner;
  element.children.unshift({ type: 'text', value: opening });
  element.children.push({ type: 'text', value: closing });
}
