import type { Element, ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { othersMark } from '../csl-item.js';

/** Stands for `<` of the author's own words, so that the engine takes them for text and not for markup. */
const lessMark = '\uE00C';

/** Text for the engine, which reads `<i>` and the like in all that it is given. */
export function plain(text: string): string {
  return text.replaceAll('<', lessMark);
}

const kept = new Set(['i', 'em', 'b', 'strong', 'sup', 'sub']);

/**
 * Nodes of the engine's HTML. Only `i`, `em`, `b`, `strong`, `sup`, `sub` and small capitals stay; the marks of items
 * become spans with `dataCite`; of all else the content stays.
 */
export function nodesOf(html: string, keys: readonly string[]): ElementContent[] {
  return fromHtml(html, { fragment: true }).children.flatMap((node) => cleaned(node, keys));
}

function cleaned(node: RootContent, keys: readonly string[]): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replaceAll(lessMark, '<') }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap((child) => cleaned(child, keys));
  if (kept.has(node.tagName)) return [{ type: 'element', tagName: node.tagName, properties: {}, children }];
  if (isSmallCaps(node)) return [span({ className: ['small-caps'] }, children)];
  const key = keys[Number(node.properties.dataItem ?? -1)];
  return key === undefined ? children : [citeSpan(key, children.flatMap(withoutMarks))];
}

/** A title that stands for the author is marked by both. */
function withoutMarks(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(withoutMarks);
  return node.properties.dataCite === undefined ? [{ ...node, children }] : children;
}

function isSmallCaps({ tagName, properties }: Element): boolean {
  return tagName === 'span' && /^font-variant:\s*small-caps;?$/.test(String(properties.style ?? ''));
}

/** What is said of one source. */
export function citeSpan(key: string, children: ElementContent[]): Element {
  return span({ dataCite: key }, children);
}

function span(properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName: 'span', properties, children };
}

/**
 * Sets the word for authors who are not named where their mark stands: an `and` before it goes. A full stop that the
 * word brings is not doubled, and 等 takes no comma before what they did: `等译` (an example of GB/T 7714—2015, 4.1).
 */
export function nameOthers(html: string, language: string): string {
  const isChinese = /^(?:zh|ja)/.test(language);
  const word = isChinese ? '等' : /^ru/.test(language) ? 'и др.' : 'et al.';
  const named = html.replace(othersBehindAnd, `$1${word}`);
  return isChinese
    ? named.replace(/等, ?(?=[编译校注绘編譯註](?:[.,，。;；<]|$))/g, '等')
    : named.replace(/(et al|и др)\.((?:<\/\w+>)*)\./g, '$1.$2');
}

const othersBehindAnd = new RegExp(
  `(?:(?:\\b(?:and|und|et|y|e|en|и)\\s|&(?:#38|amp);|[和与與及&])\\s*)?((?:<[^>]*>)*)${othersMark}`,
  'g',
);
