import { join } from 'node:path';
import { packageRoot } from '../files/package-root.js';
import { readOwnText } from '../files/read.js';
import type { Cargo } from './carrier.js';
import { pageKinds } from './page.js';

/** Reads Banxin's own EPUB templates. EJS is code, so there is no way to bring one from a book's folder. */
export async function loadTemplates(): Promise<Cargo['templates']> {
  const read = (name: string) => readOwnText(join(packageRoot, 'templates', 'epub', name));
  const [frame, breaks, bodies, pack, navigation, ncx] = await Promise.all([
    read('page.xhtml.ejs'),
    read('breaks.ejs'),
    Promise.all(pageKinds.map((kind) => read(`${kind}.ejs`))),
    read('package.opf.ejs'),
    read('nav.xhtml.ejs'),
    read('toc.ncx.ejs'),
  ]);
  // EJS includes would read files by themselves, so the bodies of the kinds of page are put into the frame here.
  const body = pageKinds
    .map(
      (kind, i) =>
        `<% if (page.kind === '${kind}') { -%>\n${bodies[i]?.replace('[[breaks]]\n', () => breaks)}<% } -%>\n`,
    )
    .join('');
  return { page: frame.replace('[[body]]\n', () => body), package: pack, navigation, ncx };
}
