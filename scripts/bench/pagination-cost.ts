import { fontCss } from '../print/font-css.js';
import { openLayoutTab } from '../print/layout-tab.js';
import { origin } from '../print/offline-page.js';
import { pageGeometryCss } from '../print/page-geometry.js';
import { flow } from '../print/pagedjs/flow.js';
import { correctedPagedjs } from '../print/pagedjs/source.js';
import { chapterPart } from '../print/paginate.js';
import { proveLayout } from '../print/prove-layout.js';
import { Chance } from './chance.js';
import { type FuzzDesk, openFuzzDesk, readRandomBook } from './fuzz-desk.js';
import { piece } from './piece.js';
import { RandomText } from './random-text.js';

/**
 * What the corrections of Paged.js and the proof cost: one chapter of prose and headings, of about 200 pages, laid out
 * by the stock version and by the corrected one in turn, and proved. Milliseconds.
 */
async function main(rounds: number): Promise<void> {
  const desk = await openFuzzDesk(1);
  const sources = { stock: await correctedPagedjs([]), corrected: await correctedPagedjs() };
  const times: Record<string, number[]> = { stock: [], corrected: [], proof: [] };
  const { html, css } = await longChapter(desk);
  for (let round = 0; round < rounds; round++) {
    for (const [name, pagedjs] of Object.entries(sources)) {
      const { css: faces, files } = fontCss(desk.fonts);
      const setup = { language: 'zh-Hans', fontCss: faces, files, pagedjs, timeLimit: () => 120_000 };
      const { page } = await openLayoutTab(await desk.session.browser(), setup);
      const started = performance.now();
      await page.evaluate(flow, { html, css, cssUrl: `${origin}/print.css`, whole: [], longestNote: 0 });
      const laidOut = performance.now();
      times[name]?.push(laidOut - started);
      const pages = await page.evaluate(() => document.querySelectorAll('.pagedjs_page').length);
      if (name === 'corrected') {
        const before = performance.now();
        await proveLayout(page);
        times.proof?.push(performance.now() - before);
      }
      console.log(`${name}: ${pages} pages, ${(laidOut - started).toFixed(0)} ms`);
      await page.close();
    }
  }
  for (const [name, all] of Object.entries(times)) {
    const sorted = [...all].sort((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    console.log(`${name}: median ${median.toFixed(0)} ms, least ${(sorted[0] ?? 0).toFixed(0)} ms`);
  }
  await desk.session.end();
}

async function longChapter(desk: FuzzDesk): Promise<{ html: string; css: string }> {
  const chance = new Chance(1);
  const text = new RandomText(chance);
  const paragraphs = chance.times(900, (index) =>
    index % 30 === 0 ? `## ${text.word()}标题` : text.chinese(chance.between(60, 260)),
  );
  const { book, assets } = await readRandomBook(piece('# 长章\n\n', paragraphs, '\n\n', '\n'));
  const [trim] = desk.trims;
  const [chapter] = book.chapters;
  if (!trim || !chapter) throw new Error('no chapter');
  const { theme, fonts } = desk;
  const { html } = chapterPart(chapter, undefined, {
    book,
    assets,
    theme,
    trim,
    notes: theme.notes,
    fonts,
    characters: 0,
  });
  return { html, css: `${pageGeometryCss(trim, theme.body)}\n${theme.css.print}` };
}

await main(Number(process.argv[2] ?? 5));
