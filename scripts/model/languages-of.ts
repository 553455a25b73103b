import { visit } from 'unist-util-visit';
import type { Book } from './book.js';

/** Every language of a book, each once: the book's own first, then as chapters and elements name them. */
export function languagesOf({ meta, chapters }: Book): readonly string[] {
  const languages = new Set([meta.language]);
  for (const { language, tree } of chapters) {
    if (language !== undefined) languages.add(language);
    visit(tree, 'element', ({ properties: { lang } }) => {
      if (typeof lang === 'string') languages.add(lang);
    });
  }
  return [...languages];
}
