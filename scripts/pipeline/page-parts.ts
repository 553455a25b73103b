import { join } from 'node:path';
import { packageRoot } from '../files/package-root.js';
import { readOwnText } from '../files/read.js';

/** What a page of Banxin's own is made of, as one text each; a book brings none of it. */
export interface PageParts {
  readonly html: string;
  readonly css: string;
  /** JSON of the words in both languages. */
  readonly words: string;
  readonly script: string;
}

/** Reads `page.html`, `words.json`, style sheets and scripts, in the order in which they are run, from a folder in `templates/`. */
export async function readPageParts(
  folder: string,
  { sheets, scripts }: { readonly sheets: readonly string[]; readonly scripts: readonly string[] },
): Promise<PageParts> {
  const read = (name: string): Promise<string> => readOwnText(join(packageRoot, 'templates', folder, name));
  const all = (names: readonly string[]): Promise<readonly string[]> => Promise.all(names.map(read));
  const [html, words] = [await read('page.html'), await read('words.json')];
  const css = (await all(sheets)).join('\n');
  const parts = await all(scripts.map((name) => `scripts/${name}.js`));
  return { html, css, words, script: `(() => {\n'use strict';\n${parts.join('\n')}\n})();\n` };
}
