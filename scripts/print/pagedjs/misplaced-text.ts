import type { LayoutFault } from '../../model/layout-fault.js';

/**
 * Runs in the browser after `flow`: every rectangle of text (and every picture) must lie in its page's type area, or
 * in its notes, and be seen: not cut off by a box around it, not hidden, not of no size. Text that overflows a page
 * is still in the document, in a column beside the page that nobody sees, so only its place tells. Spots are marked
 * with `data-fault`.
 */
export function misplacedText(): LayoutFault[] {
  /** Left, top, right and bottom of what is seen of an element's content. */
  type Box = readonly [number, number, number, number];
  const clips = new Map<Element, Box>();
  const seen = new Map<Element, boolean>();
  const boxOf = ({ left, top, right, bottom }: DOMRect): Box => [left, top, right, bottom];
  const within = ([l, t, r, b]: Box, own: Box): Box => [
    Math.max(l, own[0]),
    Math.max(t, own[1]),
    Math.min(r, own[2]),
    Math.min(b, own[3]),
  ];
  const clipOf = (element: Element, area: Element): Box => {
    const known = clips.get(element);
    if (known) return known;
    const own = boxOf(element.getBoundingClientRect());
    let box = own;
    if (element !== area) {
      const outer = clipOf(element.parentElement ?? area, area);
      box = getComputedStyle(element).overflow === 'visible' ? outer : within(outer, own);
    }
    clips.set(element, box);
    return box;
  };
  /** A line box may be lower than its characters: up to a third of their height counts as inside. */
  const beyond = (rect: DOMRect, [l, t, r, b]: Box): number =>
    Math.max(
      0,
      l - rect.left - 1,
      rect.right - r - 1,
      t - rect.top - rect.height / 3,
      rect.bottom - b - rect.height / 3,
    );
  /** A closing mark is as wide as a character and has nothing in its right half; at a line's end that may stand out. */
  const inked = (character: string, { left, top, width, height }: DOMRect): DOMRect =>
    new DOMRect(left, top, /[\p{Pe}\p{Pf}，。、；：]/u.test(character) ? width / 2 : width, height);
  const isSeen = (element: Element): boolean => {
    const known =
      seen.get(element) ?? element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    seen.set(element, known);
    return known;
  };
  const rectsOf = (range: Range | Element): DOMRect[] =>
    [...range.getClientRects()].filter((rect) => rect.width > 0.2 && rect.height > 0.2);
  const around = (node: Node, start?: number, length = 1): Range => {
    const range = document.createRange();
    if (start === undefined) range.selectNode(node);
    else {
      range.setStart(node, start);
      range.setEnd(node, start + length);
    }
    return range;
  };
  /** The characters of a text that lie beyond a box, and how far the furthest does. */
  const charactersBeyond = (node: Text, box: Box): readonly [string, number] => {
    let [text, distance] = ['', 0];
    for (const { 0: character, index } of node.data.matchAll(/\S/gu)) {
      const rects = rectsOf(around(node, index, character.length));
      const far = Math.max(0, ...rects.map((rect) => beyond(inked(character, rect), box)));
      if (far > 0) [text, distance] = [text + character, Math.max(distance, far)];
    }
    return [text, distance];
  };
  const judge = (node: Element | Text, element: Element, area: Element): Partial<LayoutFault> | undefined => {
    const rects = rectsOf(node instanceof Element ? node : around(node));
    const name = node instanceof Element ? (node.getAttribute('src') ?? node.nodeName) : node.data.trim();
    if (rects.length === 0 || !isSeen(element)) return { kind: 'hidden', text: name, distance: 0 };
    const box = clipOf(element, area);
    const furthest = Math.max(...rects.map((rect) => beyond(rect, box)));
    if (furthest <= 0) return undefined;
    const [text, distance] = node instanceof Element ? [name, furthest] : charactersBeyond(node, box);
    return text === '' ? undefined : { kind: 'outside', text, distance };
  };
  const found: LayoutFault[] = [];
  const look = (node: Node, page: number, area: Element): void => {
    const isText = node instanceof Text && /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.data);
    if (!isText && node.nodeName !== 'IMG' && node.nodeName !== 'svg') return;
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest('rp, svg *, [role=doc-backlink]')) return;
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
