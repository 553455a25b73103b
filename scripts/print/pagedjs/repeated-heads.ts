import type { PageBox } from '../../model/pages.js';

/** Runs in the browser after `flow`: where on each page the heads of tables stand that come again. */
export function repeatedHeads(): PageBox[][] {
  const pointsPerPixel = 0.75;
  return [...document.querySelectorAll('.pagedjs_page')].map((page) => {
    const sheet = page.getBoundingClientRect();
    return [...page.querySelectorAll('thead[data-repeated]')].map((head) => {
      const box = head.getBoundingClientRect();
      return {
        left: (box.left - sheet.left) * pointsPerPixel,
        top: (box.top - sheet.top) * pointsPerPixel,
        right: (box.right - sheet.left) * pointsPerPixel,
        bottom: (box.bottom - sheet.top) * pointsPerPixel,
      };
    });
  });
}
