import type { LayoutProof } from '../model/layout-fault.js';
import type { LaidOutPage, PageBox } from '../model/pages.js';
import type { Page } from './browser.js';
import { origin } from './offline-page.js';
import { boxesOf } from './pagedjs/boxes-of.js';
import { settleDividedWords } from './pagedjs/divided-words.js';
import { flow } from './pagedjs/flow.js';
import { readPageStarts } from './pagedjs/page-starts.js';
import { renumberNotes } from './pagedjs/renumber-notes.js';
import { strandedShortBlocks } from './pagedjs/short-blocks.js';
import { type TakenPages, takePages } from './pagedjs/take-pages.js';
import { proveLayout } from './prove-layout.js';

/** A part laid out, and what is wrong with its pages. */
export interface LayoutResult extends Pick<TakenPages, 'css'> {
  readonly pages: readonly LaidOutPage[];
  readonly proof: LayoutProof;
  /** Id and printed mark of each note that is called. */
  readonly noteMarks: readonly (readonly [string, string])[];
  /** Ids of the notes that stand behind the chapter, since they are too long for a page's foot. */
  readonly notesLeft: readonly string[];
}

/** What goes into one layout: the part's markup and the whole print style sheet. */
export interface LayoutRequest {
  readonly html: string;
  readonly css: string;
  /** How its notes are set at the feet of the pages; without this they stay where they are. */
  readonly footNotes?: FootNoteLayout;
}

export interface FootNoteLayout {
  /** Longest note that is set at the foot of its page, in characters. */
  readonly longest: number;
  /** Whether the notes are numbered anew on every page. */
  readonly restart: boolean;
}

/** What lays out: pages made by other code are not the same pages. */
export const layoutCode = [
  layoutPart,
  flow,
  strandedShortBlocks,
  settleDividedWords,
  renumberNotes,
  boxesOf,
  readPageStarts,
  takePages,
]
  .map(String)
  .join('\n');

/**
 * Lays one part out in a tab that is ready for it (see layout-tab.ts) and clears the tab again. Where a short
 * paragraph left a line alone on a page, the part is laid out once more with short paragraphs kept whole.
 */
export async function layoutPart(page: Page, { html, css, footNotes }: LayoutRequest): Promise<LayoutResult> {
  const request = {
    html,
    css: `${css}\n[data-whole] { break-inside: avoid; }`,
    cssUrl: `${origin}/print.css`,
    longestNote: footNotes?.longest ?? 0,
  };
  const notesLeft = await page.evaluate(flow, { ...request, whole: [] });
  const whole = await page.evaluate(strandedShortBlocks);
  if (whole.length > 0) await page.evaluate(flow, { ...request, whole });
  if (html.includes('\u00ad')) await page.evaluate(settleDividedWords);
  const proof = await proveLayout(page);
  if (footNotes?.restart && notesLeft.length === 0) await page.evaluate(renumberNotes);
  const repeated = await page.evaluate(boxesOf, 'thead[data-repeated]');
  const formulas = html.includes('<math') ? await page.evaluate(boxesOf, 'math') : [];
  const drawings = html.includes('.svg') ? await page.evaluate(boxesOf, 'img[src*=".svg"]') : [];
  const { starts, noteMarks } = await page.evaluate(readPageStarts);
  const taken = await page.evaluate(takePages);
  const pages = taken.pages.map((own, index) => {
    const start = starts[index] ?? { at: 0, text: '' };
    const boxes = { repeated: repeated[index], formulas: formulas[index], drawings: drawings[index] };
    return { ...own, start, ...someOf(boxes) };
  });
  return { css: taken.css, pages, noteMarks, notesLeft, proof };
}

/** The kinds of boxes that a page has. */
function someOf(
  boxes: Readonly<Record<string, readonly PageBox[] | undefined>>,
): Readonly<Record<string, readonly PageBox[]>> {
  return Object.fromEntries(
    Object.entries(boxes).flatMap(([kind, found]) => (found?.length ? [[kind, found] as const] : [])),
  );
}
