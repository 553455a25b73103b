import type { TrimSize } from '../../scripts/model/theme.js';
import type { Page } from '../../scripts/print/browser.js';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { openLayoutTab } from '../../scripts/print/layout-tab.js';
import { nothingKnown, type PageFacts } from '../../scripts/print/leaves/page-facts.js';
import { printingSheets } from '../../scripts/print/leaves/printing-sheets.js';
import { origin } from '../../scripts/print/offline-page.js';
import { pageGeometryCss } from '../../scripts/print/page-geometry.js';
import { flow } from '../../scripts/print/pagedjs/flow.js';
import { strandedShortBlocks } from '../../scripts/print/pagedjs/short-blocks.js';
import type { PrintInput } from '../../scripts/print/paginate.js';
import { dressPages, nameParts, type OnePage } from './one-piece-pages.js';
import { type OnePart, partsOf, tabSetup } from './one-piece-parts.js';

/** A whole book that Paged.js laid out as one document in one tab, and that was printed as it stood there. */
export interface OnePiece {
  readonly pages: readonly OnePage[];
  readonly pdf: Uint8Array;
}

/**
 * What a document of many parts needs and a part alone does not: breaks between the parts, with Paged.js's own blanks.
 */
const joints = `
[data-part] { break-before: page; }
[data-part][data-open-on="recto"] { break-before: recto; }
[data-whole] { break-inside: avoid; }
`;

/** The contents settles in the second round; one more where its own length changes. */
const mostRounds = 4;

/** Lays a book out in one piece, again until the page numbers that it prints are its own, and prints it. */
export async function layOutInOnePiece(session: BrowserSession, input: PrintInput): Promise<OnePiece> {
  const { page } = await openLayoutTab(await session.browser(), await tabSetup(input));
  try {
    let facts = nothingKnown;
    for (let round = 1; round <= mostRounds; round++) {
      const parts = await partsOf(input, facts);
      const pages = await layOut(page, input, parts);
      facts = factsOf(pages);
      const settled = await partsOf(input, facts);
      if (settled.every(({ html }, index) => html === parts[index]?.html))
        return { pages, pdf: await print(page, input.trim) };
    }
    throw new Error('the book in one piece does not settle');
  } finally {
    await page.close();
  }
}

async function layOut(
  page: Page,
  { trim, theme }: PrintInput,
  parts: readonly OnePart[],
): Promise<OnePage[]> {
  const request = {
    html: parts.map(markup).join(''),
    css: `${pageGeometryCss(trim, theme.body)}\n${theme.css.print}\n${joints}`,
    cssUrl: `${origin}/print.css`,
    longestNote: parts.find(({ footNotes }) => footNotes)?.footNotes?.longest ?? 0,
  };
  const left = new Set(await page.evaluate(flow, { ...request, whole: [] }));
  const whole: string[] = [];
  await page.evaluate(nameParts);
  // Only the chapter in which a line stands alone is set anew.
  for (const { id } of parts) {
    whole.push(...(await page.evaluate(strandedShortBlocks, `[data-of="${id}"] .pagedjs_page_content`)));
  }
  if (whole.length > 0) {
    await page.evaluate(flow, { ...request, whole });
    await page.evaluate(nameParts);
  }
  return page.evaluate(
    dressPages,
    parts.map(({ id, numbering, restarts, heads, notes, footNotes }) => {
      const renumbers = footNotes?.restart === true && !notes.some((note) => left.has(note));
      return { id, numbering, restarts, heads, renumbers };
    }),
  );
}

/**
 * The part's first element says where the part begins. Banxin wraps leaves into the book's language; here the document
 * has it, for where a box around a leaf has a break of its own, Paged.js makes two of them.
 */
function markup({ id, html, openOn }: OnePart): string {
  const own = html.replace(/^<div lang="[^"]*">(.*)<\/div>$/s, '$1');
  const signs = `data-part="${id}" data-open-on="${openOn}"`;
  return own.replace(/<\w+/, (tag) => `${tag} ${signs}`);
}

function factsOf(pages: readonly OnePage[]): PageFacts {
  return {
    pageOf: (id) => pages.find(({ anchors }) => anchors.includes(id))?.label ?? '',
    sheets: (kai) => printingSheets(pages.length, kai),
  };
}

/** A browser rounds the sheet's width, and what stands at the right of a page with it; the book's pages are exact. */
async function print(page: Page, { width }: TrimSize): Promise<Uint8Array> {
  await page.addStyleTag({ content: `.pagedjs_page { width: ${width}mm !important; }` });
  return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
}
