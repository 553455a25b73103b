import type { PageBox } from '../../model/pages.js';

/** Runs in the browser after `flow`: where on each page the elements stand that a selector names. */
export function boxesOf(selector: string): PageBox[][] {
  const pointsPerPixel = 0.75;
  return [...document.querySelectorAll('.pagedjs_page')].map((page) => {
    const sheet = page.getBoundingClientRect();
    return [...page.querySelectorAll(selector)].map((element) => {
      const box = element.getBoundingClientRect();
      return {
        left: (box.left - sheet.left) * pointsPerPixel,
        top: (box.top - sheet.top) * pointsPerPixel,
        right: (box.right - sheet.left) * pointsPerPixel,
        bottom: (box.bottom - sheet.top) * pointsPerPixel,
      };
    });
  });
}
