import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { headTypeCss, pageSizeCss, writeHtml } from '../forms/as-html.js';
import type { Contestant } from './contestant.js';

const press = fileURLToPath(new URL('../presses/chromium-press.js', import.meta.url));

/**
 * The browser's own print: its margin boxes, with a page name a chapter for the running heads. It knows neither
 * `target-counter` nor footnotes, so the contents get their numbers in a second pass and notes stand behind chapters.
 */
export const chromium: Contestant = {
  name: 'chromium',
  label: 'Chromium, 2 passes',
  packages: [],
  find: async (desk) => ({ version: desk.browserVersion }),
  prepare: async (text, folder, desk) => {
    const css = `${pageSizeCss}${headTypeCss}
@page :left { @top-left { content: "${text.title}"; } @bottom-left { content: counter(page); } }
@page :right { @bottom-right { content: counter(page); } }
.contents a::after { content: attr(data-page); float: right; }
`;
    await writeHtml(text, folder, {
      css,
      chapterCss: ({ title }, number) =>
        `#c${number} { page: c${number}; } @page c${number}:right { @top-right { content: "${title}"; } }`,
      notes: 'chapter',
    });
    const output = join(folder, 'book.pdf');
    return {
      command: process.execPath,
      args: [press, join(folder, 'book.html'), output, desk.browser],
      environment: desk.environment,
      folder,
      output,
      caches: [],
    };
  },
};
