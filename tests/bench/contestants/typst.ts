import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeTypst } from '../forms/as-typst.js';
import type { Contestant } from './contestant.js';
import { installedVersion } from './installed-version.js';

const press = fileURLToPath(new URL('../presses/typst-press.js', import.meta.url));
const compiler = '@myriaddreamin/typst-ts-node-compiler';

/** Typst, by the compiler that npm has; no browser, no HTML. */
export const typst: Contestant = {
  name: 'typst',
  label: 'Typst',
  packages: [`${compiler}@0.7.0`],
  find: async (desk) => {
    const found = await installedVersion(desk.toolFolder('typst'), compiler);
    return 'version' in found ? { version: `(typst-ts-node-compiler ${found.version})` } : found;
  },
  prepare: async (text, folder, desk) => {
    await writeTypst(text, folder);
    const output = join(folder, 'book.pdf');
    return {
      command: process.execPath,
      args: [press, desk.toolFolder('typst'), folder, output, ...desk.fontFolders],
      folder,
      output,
      caches: [],
    };
  },
};
