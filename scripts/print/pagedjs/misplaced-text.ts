/** Text or a picture that a reader of the page would not see, or not whole. */
export interface Misplaced {
  readonly kind: 'outside' | 'hidden';
  /** The text; for a picture its file. */
  readonly text: string;
  /** Line in the manuscript; 0 where it is not known. */
  readonly line: number;
  /** Page in the part, from 1. */
  readonly page: number;
  /** How far beyond the edge, px; 0 where it is hidden. */
  readonly distance: number;
}

/**
 * Runs in the browser after `flow`: every rectangle of text (and every picture) must lie in its page's type area, or
 * in its notes, and be seen: not cut off by a box around it, not hidden, not of no size. Text that overflows a page
 * is still in the document, in a column beside the page that nobody sees, so only its place tells.
 */
export function misplacedText(): Misplaced[] {
  const found: Misplaced[] = [];
  /** Left, top, right and bottom of what is seen of an element's content. */
  type Box = readonly [number, number, number, number];
  const clips = new Map<Element, Box>();
  const seen = new Map<Element, boolean>();
  const boxOf = ({ left, top, right, bottom }: DOMRect): Box => [left, top, right, bottom];
  const clipOf = (element: Element, area: Element): Box => {
    const known = clips.get(element);
    if (known) return known;
    const outer = element === area ? boxOf(area.getBoundingClientRect()) : clipOf(element.parentElement ?? area, area);
    const cuts = element !== area && getComputedStyle(element).overflow !== 'visible';
    const own = boxOf(element.getBoundingClientRect());
    const [l, t, r, b] = outer;
    const box: Box = cuts
      ? [Math.max(l, own[0]), Math.max(t, own[1]), Math.min(r, own[2]), Math.min(b, own[3])]
      : outer;
    clips.set(element, box);
    return box;
  };
  /** A line box may be lower than its characters: up to a third of their height counts as inside. */
  const beyond = (rect: DOMRect, [l, t, r, b]: Box): number =>
    Math.max(l - rect.left - 1, rect.right - r - 1, t - rect.top - rect.height / 3, rect.bottom - b - rect.height / 3);
  const isSeen = (element: Element): boolean => {
    const known = seen.get(element) ?? element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    seen.set(element, known);
    return known;
  };
  const judge = (node: Element | Text, page: number, area: Element): void => {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest('rp, [role=doc-backlink]')) return;
    const line = Number(element.closest('[data-line]')?.getAttribute('data-line') ?? 0);
    const range = document.createRange();
    const rectsOf = (): DOMRect[] => [...range.getClientRects()].filter((rect) => rect.width > 0.2 && rect.height > 0.2);
    range.selectNode(node);
    const box = clipOf(element, area);
    const rects = rectsOf();
    const name = node instanceof Element ? (node.getAttribute('src') ?? '') : node.data.trim();
    if (rects.length === 0 || !isSeen(element)) found.push({ kind: 'hidden', text: name, line, page, distance: 0 });
    else if (rects.some((rect) => beyond(rect, box) > 0)) {
      let [text, distance] = ['', 0];
      if (node instanceof Text) {
        for (const { 0: character, index } of node.data.matchAll(/\S/gu)) {
          range.setStart(node, index);
          range.setEnd(node, index + character.length);
          const far = Math.max(0, ...rectsOf().map((rect) => beyond(rect, box)));
          if (far > 0) [text, distance] = [text + character, Math.max(distance, far)];
        }
      } else [text, distance] = [name, Math.max(...rects.map((rect) => beyond(rect, box)))];
      if (text !== '') found.push({ kind: 'outside', text, line, page, distance });
    }
  };
  for (const [index, page] of document.querySelectorAll('.pagedjs_page').entries()) {
    for (const selector of ['.pagedjs_page_content', '.pagedjs_footnote_area']) {
      const area = page.querySelector(selector);
      if (!area) continue;
      const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node instanceof Text ? /[^\s\p{Default_Ignorable_Code_Point}]/u.test(node.data) : node.nodeName === 'IMG') {
          judge(node as Text | Element, index + 1, area);
        }
      }
    }
  }
  return found;
}
