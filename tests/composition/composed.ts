import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeBook } from '../../scripts/composition/compose-book.js';
import { readBook } from '../../scripts/manuscript/read-book.js';
import type { Book } from '../../scripts/model/book.js';
import { textOf } from '../../scripts/model/text-of.js';
import { makeBook } from '../pipeline/make-book.js';

/** The book of one chapter with this text, in this language. */
export async function bookOf(markdown: string, language: string, more = ''): Promise<Book> {
  const folder = await makeBook({
    'book.yaml': `id: b\ntitle: T\nlanguage: ${language}\ntheme: plain\ntrim: a5\n${more}`,
    'chapters/1.md': `# T\n\n${markdown}\n`,
  });
  const { value, diagnostics } = await readBook(folder);
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
}

/** The text under the title as print and e-book set it; soft hyphens are shown as `|`. */
export async function composed(
  markdown: string,
  language: string,
  more = '',
): Promise<{ readonly ebook: string; readonly print: string }> {
  const { ebook, print } = await composeBook(await bookOf(markdown, language, more));
  const shown = ({ chapters }: Book): string =>
    chapters
      .flatMap(({ tree }) => tree.children.filter((node) => node.type === 'element' && node.tagName === 'p'))
      .map((paragraph) => textOf(paragraph).trim())
      .join('\n')
      .replaceAll('\u00ad', '|');
  return { ebook: shown(ebook), print: shown(print) };
}

export async function emptyFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'banxin-composition-'));
}
