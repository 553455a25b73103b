import type { PageBox } from '../../model/pages.js';

/**
 * Runs in the browser after `flow`: where on each page the elements stand that a selector names; from the left edge of the
 * type area, for it is not known yet which side of a leaf the page will be.
 */
export function boxesOf(selector: string): PageBox[][] {
  const pointsPerPixel = 0.75;
  return [...document.querySelectorAll('.pagedjs_page')].map((page) => {
    const sheet = page.getBoundingClientRect();
    const left = page.querySelector('.pagedjs_area')?.getBoundingClientRect().left ?? sheet.left;
    return [...page.querySelectorAll(selector)].map((element) => {
      const box = element.getBoundingClientRect();
      return {
        left: (box.left - left) * pointsPerPixel,
        top: (box.top - sheet.top) * pointsPerPixel,
        right: (box.right - left) * pointsPerPixel,
        bottom: (box.bottom - sheet.top) * pointsPerPixel,
      };
    });
  });
}
