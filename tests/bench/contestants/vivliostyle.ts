import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { footnoteCss, pageSizeCss, stringHeadCss, targetCounterCss, writeHtml } from '../forms/as-html.js';
import type { Contestant, Desk } from './contestant.js';
import { installedVersion } from './installed-version.js';

/** Vivliostyle wants Node 22.12; where this Node is older, one from npm runs it. */
const nodePackage = `node-${process.platform}-${process.arch}`;

export const vivliostyle: Contestant = {
  name: 'vivliostyle',
  label: 'Vivliostyle CLI',
  packages: ['@vivliostyle/cli@11.3.3', `${nodePackage}@22.23.3`],
  find: async (desk) => {
    if ((await nodeForVivliostyle(desk)) === undefined)
      return { missing: 'no Node 22.12 or later (npm run bench -- --install)' };
    return installedVersion(desk.toolFolder('vivliostyle'), '@vivliostyle/cli');
  },
  prepare: async (text, folder, desk) => {
    // Its target-counter counts pages, and wants the whole address.
    const css =
      pageSizeCss +
      stringHeadCss(text.title) +
      targetCounterCss.replace('attr(href)', 'attr(href url)') +
      footnoteCss;
    await writeHtml(text, folder, { css, notes: 'foot' });
    const output = join(folder, 'book.pdf');
    const cli = join(desk.toolFolder('vivliostyle'), 'node_modules/@vivliostyle/cli/dist/cli.js');
    const flags = [
      '--single-doc',
      '--no-vite-config-file',
      '--timeout',
      '3600',
      '--executable-browser',
      desk.browser,
    ];
    return {
      command: (await nodeForVivliostyle(desk)) ?? process.execPath,
      args: [cli, 'build', 'book.html', '--output', output, ...flags],
      environment: desk.environment,
      folder,
      output,
      caches: [],
    };
  },
};

/** A Node that can run it: this one, or the one that was installed with it. */
export async function nodeForVivliostyle(desk: Desk): Promise<string | undefined> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath;
  const packaged = join(desk.toolFolder('vivliostyle'), 'node_modules', nodePackage, 'bin', 'node');
  return access(packaged).then(
    () => packaged,
    () => undefined,
  );
}
