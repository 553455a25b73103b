import type { PageScope } from './page-scope.js';

/**
 * Runs in the browser before `misplacedText`: what a reader sees of an element is what the boxes around it do not cut
 * off, down to the area of its page. Answers are kept, so the pages must not change meanwhile.
 */
export function installSight(): void {
  /** Left, top, right and bottom. */
  type Box = readonly [number, number, number, number];
  const clips = new Map<Element, Box>();
  const seen = new Map<Element, boolean>();
  const within = ([l, t, r, b]: Box, own: Box): Box => [
    Math.max(l, own[0]),
    Math.max(t, own[1]),
    Math.min(r, own[2]),
    Math.min(b, own[3]),
  ];
  const clipOf = (element: Element, area: Element): Box => {
    const known = clips.get(element);
    if (known) return known;
    const { left, top, right, bottom } = element.getBoundingClientRect();
    let box: Box = [left, top, right, bottom];
    if (element !== area) {
      const outer = clipOf(element.parentElement ?? area, area);
      box = getComputedStyle(element).overflow === 'visible' ? outer : within(outer, box);
    }
    clips.set(element, box);
    return box;
  };
  (window as PageScope).banxinSight = {
    rectsOf(node, start, length = 1) {
      const range = document.createRange();
      if (start === undefined) range.selectNode(node);
      else {
        range.setStart(node, start);
        range.setEnd(node, start + length);
      }
      return [...range.getClientRects()].filter((rect) => rect.width > 0.2 && rect.height > 0.2);
    },
    /**
     * A line box may be lower than its characters: up to a third of their height counts as inside. Ruby stands in
     * the space above its line; of a page's first line that is the head margin.
     */
    beyond(rect, element, area) {
      const [l, t, r, b] = clipOf(element, area);
      const [across, along] = [rect.height / (element.closest('rt') ? 2 : 3), 1];
      const { left, right, top, bottom } = rect;
      return Math.max(0, l - left - along, right - r - along, t - top - across, bottom - b - across);
    },
    isSeen(element) {
      const known =
        seen.get(element) ?? element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
      seen.set(element, known);
      return known;
    },
  };
}
