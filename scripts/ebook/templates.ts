import { join } from 'node:path';
import { packageRoot } from '../files/package-root.js';
import { readOwnText } from '../files/read.js';
import type { Cargo } from './carrier.js';

/** Reads Banxin's own EPUB templates. EJS is code, so there is no way to bring one from a book's folder. */
export async function loadTemplates(): Promise<Cargo['templates']> {
  const read = (name: string) => readOwnText(join(packageRoot, 'templates', 'epub', name));
  const [frame, cover, title, chapter, pack, navigation, ncx] = await Promise.all([
    read('page.xhtml.ejs'),
    read('cover.ejs'),
    read('title.ejs'),
    read('chapter.ejs'),
    read('package.opf.ejs'),
    read('nav.xhtml.ejs'),
    read('toc.ncx.ejs'),
  ]);
  // EJS includes would read files by themselves, so the bodies of the kinds of page are put into the frame here.
  const bodies = `<% if (page.kind === 'cover') { -%>\n${cover}<% } else if (page.kind === 'title') { -%>\n${title}<% } else { -%>\n${chapter}<% } -%>\n`;
  return { page: frame.replace('[[body]]\n', () => bodies), package: pack, navigation, ncx };
}
