import type { Page } from './browser.js';
import { type Misplaced, misplacedText } from './pagedjs/misplaced-text.js';
import { readTexts } from './pagedjs/text-runs.js';
import { compareOrder, type TextFault } from './text-order.js';

/** A spot where pages do not show their text once, in order and whole. */
export type LayoutFault = TextFault | Misplaced;

/**
 * The geometric proof of a part that has just been laid out and still stands in its tab: the text of all pages is
 * the source's, once and in order (white space and what is repeated on purpose left out; notes for themselves), and
 * every rectangle of it lies within its page and is seen.
 */
export async function proveLayout(page: Page): Promise<readonly LayoutFault[]> {
  const { source, pages } = await page.evaluate(readTexts);
  return [
    ...compareOrder(source.main, pages.main),
    ...compareOrder(source.notes, pages.notes),
    ...(await page.evaluate(misplacedText)),
  ];
}
