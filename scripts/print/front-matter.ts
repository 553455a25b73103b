import { toHtml } from 'hast-util-to-html';
import Mustache from 'mustache';
import type { Book } from '../model/book.js';
import type { Theme, TrimSize } from '../model/theme.js';
import { roleLabel } from '../theme/role-labels.js';
import { withWordBreaks } from '../theme/word-breaks.js';
import { labelsFor } from './labels.js';
import { contentsLines } from './running-title.js';

/** One line of the contents page. */
export interface ContentsEntry {
  readonly id: string;
  readonly depth: number;
  readonly matter: string;
  /** The title, in lines that fit beside the page number. */
  readonly lines: readonly { readonly text: string; readonly last: boolean }[];
  readonly page: string;
}

/** Half-title, title page and imprint as markup, from the theme's templates. */
export function titleLeavesHtml(book: Book, theme: Theme, trim: TrimSize, characters: number): string {
  const view = { ...titleView(book), rows: imprintRows(book, trim, characters) };
  const leaves = ['half-title', 'title-page', 'imprint'].map((name) =>
    Mustache.render(theme.templates[name] ?? '', view),
  );
  return inLanguage(book, leaves.join('\n'));
}

/** The contents page; `pageOf` gives the printed label of an anchor, or nothing before it is known. */
export function contentsHtml(
  book: Book,
  theme: Theme,
  trim: TrimSize,
  pageOf: (id: string) => string,
): string {
  const view = {
    heading: labelsFor(book.meta.language).contents,
    entries: contentsEntries(book, trim, pageOf),
  };
  return inLanguage(book, Mustache.render(theme.templates.contents ?? '', view));
}

/** The cover as markup, 1600 × 2560 px, from the theme's template and palette. */
export function coverHtml(book: Book, theme: Theme): string {
  const { title, subtitle, date, publisher, authors, language } = book.meta;
  const direction =
    [...title].length <= 10 && /^[\p{Script=Han}\p{P}\s]+$/u.test(title) ? 'vertical' : 'horizontal';
  const view = {
    ...titleView(book),
    ...theme.values,
    direction,
    date: date && printedDate(date, language),
    titleHtml: toHtml(withWordBreaks(title, language, 5)),
    subtitleHtml: subtitle && toHtml(withWordBreaks(subtitle, language, 8)),
    titleSize: direction === 'vertical' ? verticalSize(title) : horizontalSize(title),
    hasFoot: authors.length > 0 || publisher !== undefined || date !== undefined,
  };
  return inLanguage(book, Mustache.render(theme.templates.cover ?? '', view));
}

/** A vertical title fills at most 1500 px in one column, or stands in two. */
function verticalSize(title: string): number {
  return Math.round(Math.min(300, 1500 / (1.06 * Math.min([...title].length, 6))));
}

/** The longer the title the more characters stand in a line of 1180 px: six to nine, in three to five lines. */
function horizontalSize(title: string): number {
  return Math.round(1180 / Math.max(6.2, Math.min(9, [...title].length / 4)));
}

function titleView(book: Book): Record<string, unknown> {
  const { title, subtitle, authors, publisher, language } = book.meta;
  return {
    title,
    subtitle,
    publisher,
    long: [...title].length > 10,
    hasAuthors: authors.length > 0,
    authors: authors.map(({ name, role }, index) => ({
      name,
      roleLabel: roleLabel(role, language),
      last: index === authors.length - 1,
    })),
  };
}

function imprintRows(
  book: Book,
  trim: TrimSize,
  characters: number,
): readonly { label: string; value: string }[] {
  const labels = labelsFor(book.meta.language);
  const { title, subtitle, authors, publisher, date, identifiers, rights } = book.meta;
  const count = labels.tenThousand
    ? `${(characters / 10_000).toFixed(1)}${labels.tenThousand}`
    : `${characters}`;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [labels.title, title],
    [labels.subtitle, subtitle],
    ...authors.map(({ name, role }) => [labels.persons[role] ?? role, name] as const),
    [labels.publisher, publisher],
    [labels.date, date && printedDate(date, book.meta.language)],
    [labels.isbn, identifiers.print],
    [labels.trim, trim.label],
    [labels.characters, count],
    [labels.rights, rights],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

/** Sections are listed while the whole list stays within about two pages; else chapters alone. */
function contentsEntries(
  book: Book,
  trim: TrimSize,
  pageOf: (id: string) => string,
): readonly ContentsEntry[] {
  const linesOf = (title: string, room: number): ContentsEntry['lines'] =>
    contentsLines(title, room).map((text, index, all) => ({ text, last: index === all.length - 1 }));
  // Beside the title stand a short leader and the page number; sections are indented and a little smaller.
  const room = trim.typeArea.characters - 3.2;
  const sectionRoom = (trim.typeArea.characters - 2) * 1.1 - 3.2;
  const all = book.chapters.flatMap((chapter) => {
    const first = chapter.headings.find((heading) => heading.depth === 1);
    const { matter } = chapter;
    const lines = linesOf(chapter.title, room);
    const own = { id: first?.id ?? chapter.id, depth: 1, matter, lines, page: pageOf(chapter.id) };
    const sections = chapter.headings
      .filter((heading) => heading.depth === 2)
      .map(({ id, text }) => ({ id, depth: 2, matter, lines: linesOf(text, sectionRoom), page: pageOf(id) }));
    return [own, ...sections];
  });
  return all.length <= 45 ? all : all.filter((entry) => entry.depth === 1);
}

/** `2024-05-17` as the book's language writes it: 2024年5月17日, 17 May 2024. */
function printedDate(date: string, language: string): string {
  const [year = '', month, day] = date.split('-');
  if (/^(?:zh|ja)/i.test(language)) {
    return [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`].filter(Boolean).join('');
  }
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (month) options.month = 'long';
  if (day) options.day = 'numeric';
  return new Intl.DateTimeFormat(language, options).format(
    new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`),
  );
}

function inLanguage(book: Book, html: string): string {
  return `<div lang="${book.meta.language}">${html}</div>`;
}
