import type { Element } from 'hast';

/**
 * Tells layout from which line of the manuscript each element comes, as `data-line`: on those alone whose line is
 * not their parent's. The mark goes again when the pages are taken (see pagedjs/take-pages.ts).
 */
export function markLines(element: Element, outer = 0): void {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const line = child.position?.start.line ?? outer;
    if (line !== outer) child.properties.dataLine = line;
    markLines(child, line);
  }
}
