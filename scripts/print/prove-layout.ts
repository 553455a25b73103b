import type { FaultPicture, LayoutFault, LayoutProof } from '../model/layout-fault.js';
import type { Page } from './browser.js';
import { markFaults } from './pagedjs/mark-faults.js';
import { misplacedText } from './pagedjs/misplaced-text.js';
import { installSight } from './pagedjs/sight.js';
import { readTexts } from './pagedjs/text-runs.js';
import { compareOrder } from './text-order.js';

/** So many pages with faults are drawn of one part; its other faults are told in words. */
const mostPictures = 8;

/**
 * The geometric proof of a part that has just been laid out and still stands in its tab: the text of all pages is
 * the source's, once and in order (white space and what is repeated on purpose left out; notes for themselves), and
 * every rectangle of it lies within its page and is seen.
 */
export async function proveLayout(page: Page): Promise<LayoutProof> {
  const { source, pages } = await page.evaluate(readTexts);
  await page.evaluate(installSight);
  const faults: readonly LayoutFault[] = [
    ...compareOrder(source.main, pages.main),
    ...compareOrder(source.notes, pages.notes),
    ...(await page.evaluate(misplacedText)),
  ];
  const faulty = [...new Set(faults.map((fault) => fault.page))].sort((a, b) => a - b);
  return { faults, pictures: await drawPages(page, faulty.slice(0, mostPictures)) };
}

async function drawPages(page: Page, numbers: readonly number[]): Promise<FaultPicture[]> {
  if (numbers.length === 0) return [];
  const pictures: FaultPicture[] = [];
  for (const { page: number, ...clip } of await page.evaluate(markFaults, numbers)) {
    pictures.push({ page: number, bytes: await page.screenshot({ type: 'jpeg', quality: 70, clip }) });
  }
  return pictures;
}
