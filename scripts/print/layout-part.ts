import type { Page } from './browser.js';
import { origin } from './offline-page.js';
import { flow } from './pagedjs/flow.js';
import { strandedShortBlocks } from './pagedjs/short-blocks.js';
import { takePages, type TakenPages } from './pagedjs/take-pages.js';
import { type LayoutFault, proveLayout } from './prove-layout.js';

/** A part laid out, and what is wrong with its pages. */
export interface LayoutResult extends TakenPages {
  readonly faults: readonly LayoutFault[];
}

/** What goes into one layout: the part's markup and the whole print style sheet. */
export interface LayoutRequest {
  readonly html: string;
  readonly css: string;
}

/**
 * Lays one part out in a tab that is ready for it (see layout-tab.ts) and clears the tab again. Where a short
 * paragraph left a line alone on a page, the part is laid out once more with short paragraphs kept whole.
 */
export async function layoutPart(page: Page, { html, css }: LayoutRequest): Promise<LayoutResult> {
  const request = {
    html,
    css: `${css}\n[data-whole] { break-inside: avoid; }`,
    cssUrl: `${origin}/print.css`,
  };
  await page.evaluate(flow, { ...request, whole: [] });
  const whole = await page.evaluate(strandedShortBlocks);
  if (whole.length > 0) await page.evaluate(flow, { ...request, whole });
  const faults = await proveLayout(page);
  return { ...(await page.evaluate(takePages)), faults };
}
