import { dirname, join, resolve } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { kindOf, listFolder } from '../files/read.js';
import type { ThemePackage } from '../model/extension.js';
import { failure, type Outcome, success } from '../model/outcome.js';

/**
 * Finds a theme's npm package as Node would, in `node_modules` of the book's folder and of those above it. It has to hold
 * `styles/themes/<name>/theme.json`; of several themes the first in the order of their names is the usual one.
 */
export async function findThemePackage(name: string, bookFolder: string): Promise<Outcome<ThemePackage>> {
  const folder = await folderOf(name, resolve(bookFolder));
  if (folder === undefined) return failure([diagnose('theme-package-missing', { package: name })]);
  const shelf = join(folder, 'styles', 'themes');
  for (const theme of await listFolder(shelf)) {
    if ((await kindOf(join(shelf, theme, 'theme.json'))) === 'file')
      return success({ package: name, folder, name: theme });
  }
  return failure([diagnose('theme-package-empty', { package: name, folder })]);
}

async function folderOf(name: string, from: string): Promise<string | undefined> {
  const candidate = join(from, 'node_modules', name);
  if ((await kindOf(join(candidate, 'package.json'))) === 'file') return candidate;
  const above = dirname(from);
  return above === from ? undefined : folderOf(name, above);
}
