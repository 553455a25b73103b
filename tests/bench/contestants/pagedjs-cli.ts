import { join } from 'node:path';
import { footnoteCss, pageSizeCss, stringHeadCss, targetCounterCss, writeHtml } from '../forms/as-html.js';
import type { Contestant } from './contestant.js';
import { installedVersion } from './installed-version.js';

/** Paged.js as its makers drive it: the whole book in one tab. */
export const pagedjsCli: Contestant = {
  name: 'pagedjs-cli',
  label: 'pagedjs-cli',
  packages: ['pagedjs-cli@0.4.3'],
  find: (desk) => installedVersion(desk.toolFolder('pagedjs-cli'), 'pagedjs-cli'),
  prepare: async (text, folder, desk) => {
    const css = pageSizeCss + stringHeadCss(text.title) + targetCounterCss + footnoteCss;
    await writeHtml(text, folder, { css, notes: 'foot' });
    const output = join(folder, 'book.pdf');
    const cli = join(desk.toolFolder('pagedjs-cli'), 'node_modules/pagedjs-cli/src/cli.js');
    const flags = ['--browserArgs', '--no-sandbox,--font-render-hinting=none', '--timeout', '3600000'];
    return {
      command: process.execPath,
      args: [cli, 'book.html', '--output', output, '--outline-tags', 'h1', ...flags],
      environment: { ...desk.environment, PUPPETEER_EXECUTABLE_PATH: desk.browser },
      folder,
      output,
      caches: [],
    };
  },
};
