import type { Element, ElementContent, Root } from 'hast';
import { textOf } from '../../model/text-of.js';
import { classesOf, everyElement } from '../constructs/construct.js';
import type { Findings } from '../findings.js';
import type { NamedPlace, Places } from './number-book.js';

/**
 * Gives references their words: an empty link gets the name of what it leads to, blanks such as `{label}` in a link are
 * filled in. A page's number is not known here: it becomes an empty `span.page-number` (see model/page-numbers.ts).
 * Links must have been settled before. Changes the tree in place.
 */
export function settleReferences(root: Root, places: Places, findings: Findings): void {
  everyElement(root, (element, line, parent) => {
    const href = String(element.properties.href ?? '');
    if (element.tagName !== 'a' || !href.startsWith('#')) return;
    const place = places.get(href.slice(1));
    if (classesOf(element).includes('reference') && element.children.length === 0) {
      nameLink(element, place, findings, line);
      closeUp(element, parent);
    } else element.children = fillBlanks(element.children, place, findings, line);
  });
}

function nameLink(link: Element, place: NamedPlace | undefined, findings: Findings, line: number): void {
  const words = place?.label ?? place?.title ?? '';
  if (words === '') findings.report('reference-without-name', { href: String(link.properties.href) }, line);
  link.children = [{ type: 'text', value: words === '' ? '?' : words }];
}

/** `见 @fig:map` is typed with a space; before a Chinese name it is none. */
function closeUp(link: Element, { children }: Root | Element): void {
  const before = (children as readonly ElementContent[])[(children as ElementContent[]).indexOf(link) - 1];
  if (before?.type !== 'text' || !/^\p{Script=Han}/u.test(textOf(link))) return;
  before.value = before.value.replace(/(?<=[\p{Script=Han}，。、；：（「『])[ \n]+$/u, '');
}

const blank = /\{(label|number|title|page)\}/;

function fillBlanks(
  children: readonly ElementContent[],
  place: NamedPlace | undefined,
  findings: Findings,
  line: number,
): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'element' && child.tagName !== 'code') {
      return [{ ...child, children: fillBlanks(child.children, place, findings, line) }];
    }
    if (child.type !== 'text' || !blank.test(child.value)) return [child];
    // Splitting by a group keeps the names of the blanks, at the odd places.
    return child.value.split(/\{(label|number|title|page)\}/).flatMap((part, index): ElementContent[] => {
      if (index % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
      if (part === 'page') return [pageNumber()];
      const words = part === 'label' ? (place?.label ?? place?.title) : place?.[part as 'number' | 'title'];
      if (words === undefined || words === '') findings.report('reference-without', { blank: part }, line);
      return [{ type: 'text', value: words || '?' }];
    });
  });
}

export function pageNumber(): Element {
  return { type: 'element', tagName: 'span', properties: { className: ['page-number'] }, children: [] };
}
