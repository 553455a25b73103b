import type { LayoutFault } from '../model/layout-fault.js';
import { fontCss } from '../print/font-css.js';
import { type LayoutRequest, type LayoutResult, layoutPart } from '../print/layout-part.js';
import type { TabSetup } from '../print/layout-tab.js';
import { pageGeometryCss } from '../print/page-geometry.js';
import { correctedPagedjs } from '../print/pagedjs/source.js';
import { assetFiles, chapterPart } from '../print/paginate.js';
import { TabHolder } from '../print/tab-holder.js';
import { inTwoAttempts } from '../print/two-attempts.js';
import { type FuzzDesk, readRandomBook } from './fuzz-desk.js';
import type { Piece } from './piece.js';
import { randomChapter } from './random-book.js';

/** How one random book came out. */
export interface FuzzResult {
  readonly seed: number;
  readonly pages: number;
  readonly faults: readonly LayoutFault[];
  /** Why it could not be laid out within its time, if so. */
  readonly hang?: string;
}

/** A random book is of a few pages; what takes longer than this hangs. */
const timeLimit = 25_000;

/** Lays random books out, as many at once as the desk has tabs; results come in the order in which they end. */
export async function runFuzz(
  desk: FuzzDesk,
  seeds: readonly number[],
  onResult: (result: FuzzResult) => void,
): Promise<void> {
  const pagedjs = await correctedPagedjs();
  const queue = [...seeds].reverse();
  const work = async (): Promise<void> => {
    const press = await openPress(desk, pagedjs);
    for (let seed = queue.pop(); seed !== undefined; seed = queue.pop()) {
      onResult(await press.run(seed, randomChapter(seed)));
    }
    await press.close();
  };
  await Promise.all(Array.from({ length: desk.session.tabs }, work));
}

/** One tab that random chapters go through, one after the other. */
export async function openPress(desk: FuzzDesk, pagedjs: string) {
  const { css: faces, files } = fontCss(desk.fonts);
  const { assets } = await readRandomBook(randomChapter(0));
  const setup: TabSetup = {
    language: 'zh-Hans',
    fontCss: faces,
    files: new Map([...files, ...assetFiles(assets)]),
    pagedjs,
    timeLimit: () => timeLimit,
  };
  const tabs = new TabHolder(desk.session, setup);
  const layOut = async (seed: number, chapter: Piece) => {
    const request = await requestFor(desk, seed, chapter);
    return inTwoAttempts<LayoutResult>(desk.session, timeLimit, async (browser) =>
      layoutPart((await tabs.open(browser)).page, request),
    );
  };
  return {
    layOut,
    async run(seed: number, chapter: Piece): Promise<FuzzResult> {
      const result = await layOut(seed, chapter);
      if ('reason' in result) return { seed, pages: 0, faults: [], hang: result.reason };
      return { seed, pages: result.value.pages.length, faults: result.value.proof.faults };
    },
    close: () => tabs.close(),
  };
}

/** By the seed the page is of the usual size or small, and notes stand at its foot or behind the chapter. */
async function requestFor(desk: FuzzDesk, seed: number, chapter: Piece): Promise<LayoutRequest> {
  const { book, assets } = await readRandomBook(chapter);
  const { theme, trims, fonts } = desk;
  const [first, second = first] = trims;
  const trim = seed % 2 === 0 ? first : second;
  const [only] = book.chapters;
  if (!trim || !only) throw new Error(`seed ${seed} has no chapter`);
  const notes = { ...theme.notes, place: seed % 3 === 2 ? 'chapter' : 'foot' } as const;
  const part = chapterPart(only, undefined, { book, assets, theme, trim, notes, fonts, characters: 0 });
  const css = `${pageGeometryCss(trim, theme.body)}\n${theme.css.print}`;
  return { html: part.html, css, ...(part.footNotes && { footNotes: part.footNotes }) };
}
