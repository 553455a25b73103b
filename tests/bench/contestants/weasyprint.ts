import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { footnoteCss, pageSizeCss, stringHeadCss, targetCounterCss, writeHtml } from '../forms/as-html.js';
import type { Contestant } from './contestant.js';

/** WeasyPrint, as the system has it; npm has none. */
export const weasyprint: Contestant = {
  name: 'weasyprint',
  label: 'WeasyPrint',
  packages: [],
  find: async () => {
    try {
      const { stdout } = await promisify(execFile)('weasyprint', ['--version']);
      return { version: stdout.match(/[\d.]+/)?.[0] ?? stdout.trim() };
    } catch {
      return { missing: 'not installed (Debian: apt-get install weasyprint)' };
    }
  },
  prepare: async (text, folder, desk) => {
    const css = pageSizeCss + stringHeadCss(text.title) + targetCounterCss + footnoteCss;
    await writeHtml(text, folder, { css, notes: 'foot' });
    const output = join(folder, 'book.pdf');
    const { FONTCONFIG_FILE = '' } = desk.environment;
    return {
      command: 'weasyprint',
      args: ['--quiet', 'book.html', output],
      environment: { FONTCONFIG_FILE },
      folder,
      output,
      caches: [],
    };
  },
};
