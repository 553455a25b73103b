import type { LayoutFault } from '../../model/layout-fault.js';
import type { PageScope } from './page-scope.js';

/**
 * Runs in the browser after `flow` and `installSight`: every rectangle of text (and every picture) must lie in its
 * page's type area, or in its notes, and be seen: not cut off by a box around it, not hidden, not of no size. Text that
 * overflows a page is still in the document, in a column beside the page that nobody sees, so only its place tells.
 * Spots are marked with `data-fault`.
 */
export function misplacedText(): LayoutFault[] {
  const { banxinSight: sight } = window as PageScope;
  if (!sight) throw new Error('the sight is not installed');
  /** A closing mark is as wide as a character and has nothing in its right half; at a line's end that may stand out. */
  const inked = (character: string, { left, top, width, height }: DOMRect): DOMRect =>
    new DOMRect(left, top, /[\p{Pe}\p{Pf}，。、；：]/u.test(character) ? width / 2 : width, height);
  /** The characters of a text that lie beyond what is seen, and how far the furthest does. */
  const charactersBeyond = (node: Text, element: Element, area: Element): readonly [string, number] => {
    let [text, distance] = ['', 0];
    for (const { 0: character, index } of node.data.matchAll(/\S/gu)) {
      const rects = sight.rectsOf(node, index, character.length);
      const far = Math.max(0, ...rects.map((rect) => sight.beyond(inked(character, rect), element, area)));
      if (far > 0) [text, distance] = [text + character, Math.max(distance, far)];
    }
    return [text, distance];
  };
  const judge = (node: Element | Text, element: Element, area: Element): Partial<LayoutFault> | undefined => {
    const rects = sight.rectsOf(node);
    const name = node instanceof Element ? (node.getAttribute('src') ?? node.nodeName) : node.data.trim();
    if (rects.length === 0 || !sight.isSeen(element)) return { kind: 'hidden', text: name, distance: 0 };
    const furthest = Math.max(...rects.map((rect) => sight.beyond(rect, element, area)));
    if (furthest <= 0) return undefined;
    const [text, distance] =
      node instanceof Element ? [name, furthest] : charactersBeyond(node, element, area);
    return text === '' ? undefined : { kind: 'outside', text, distance };
  };
  const found: LayoutFault[] = [];
  const look = (node: Node, page: number, area: Element): void => {
    const isText = node instanceof Text && /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.data);
    if (!isText && node.nodeName !== 'IMG' && node.nodeName !== 'svg') return;
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest('rp, svg[data-hangs], svg *, [role=doc-backlink]')) return;
    const fault = judge(node as Element | Text, element, area);
    if (!fault) return;
    element.setAttribute('data-fault', '');
    const line = Number(element.closest('[data-line]')?.getAttribute('data-line') ?? 0);
    found.push({ kind: 'outside', text: '', distance: 0, ...fault, line, page });
  };
  for (const [index, page] of document.querySelectorAll('.pagedjs_page').entries()) {
    for (const area of page.querySelectorAll('.pagedjs_page_content, .pagedjs_footnote_area')) {
      const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) look(node, index + 1, area);
    }
  }
  return found;
}
