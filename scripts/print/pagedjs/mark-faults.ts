/** Where a page stands in the tab, px. */
export interface PageSpot {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Runs in the browser after `misplacedText`: frames the spots that it marked, as far as they stand on their sheets; a
 * bar at the edge of the type area shows where text went off it. Gives the places of the pages asked for.
 */
export function markFaults(pages: readonly number[]): PageSpot[] {
  const draw = (left: number, top: number, width: number, height: number, fill: string): void => {
    const box = document.createElement('div');
    box.style.cssText =
      `position: absolute; left: ${left + scrollX}px; top: ${top + scrollY}px; width: ${width}px; ` +
      `height: ${height}px; outline: 2px solid #c00; background: ${fill}; z-index: 9`;
    document.body.append(box);
  };
  const frame = (rect: DOMRect, sheet: DOMRect, area: DOMRect): void => {
    const [left, top] = [Math.max(rect.left, sheet.left), Math.max(rect.top, sheet.top)];
    const [right, bottom] = [Math.min(rect.right, sheet.right), Math.min(rect.bottom, sheet.bottom)];
    if (right > left && bottom > top) draw(left, top, right - left, bottom - top, 'transparent');
    if (rect.right > area.right + 1) draw(area.right, Math.max(area.top, top), 3, rect.height, '#c00');
    if (rect.bottom > area.bottom + 1) draw(area.left, area.bottom, area.width, 3, '#c00');
  };
  const all = [...document.querySelectorAll('.pagedjs_page')];
  return pages.flatMap((number) => {
    const page = all[number - 1];
    const area = page?.querySelector('.pagedjs_area')?.getBoundingClientRect();
    if (!page || !area) return [];
    const sheet = page.getBoundingClientRect();
    for (const spot of page.querySelectorAll('[data-fault]')) {
      for (const rect of spot.getClientRects()) frame(rect, sheet, area);
    }
    return [
      {
        page: number,
        x: sheet.left + scrollX,
        y: sheet.top + scrollY,
        width: sheet.width,
        height: sheet.height,
      },
    ];
  });
}
