import Mustache from 'mustache';
import type { Book } from '../../model/book.js';
import type { Theme } from '../../model/theme.js';
import { titlePeople } from '../../theme/leaves/title-people.js';

/** Half-title, its blank back and the title page as markup, from the theme's templates. */
export function titleLeavesHtml(book: Book, theme: Theme): string {
  const view = titleView(book);
  const leaves = ['half-title', 'title-page'].map((name) =>
    Mustache.render(theme.templates[name] ?? '', view),
  );
  return inLanguage(book, leaves.join('\n'));
}

/** The dedication on a leaf of its own; empty where `book.yaml` has none. */
export function dedicationHtml(book: Book, theme: Theme): string {
  const lines = book.meta.dedication;
  return lines ? inLanguage(book, Mustache.render(theme.templates.dedication ?? '', { lines })) : '';
}

/** The epigraph of the book on a leaf of its own; empty where `book.yaml` has none. */
export function epigraphHtml(book: Book, theme: Theme): string {
  const { epigraph } = book.meta;
  return epigraph ? inLanguage(book, Mustache.render(theme.templates.epigraph ?? '', epigraph)) : '';
}

/** What templates of title page and cover read. */
export function titleView({ meta }: Book): Record<string, unknown> {
  const { title, subtitle, publisher, language } = meta;
  const people = titlePeople(meta.authors, language);
  return { title, subtitle, publisher, long: [...title].length > 10, people, hasPeople: people.length > 0 };
}

/** Markup that a book's own words are set in. */
export function inLanguage(book: Book, html: string): string {
  return `<div lang="${book.meta.language}">${html}</div>`;
}
