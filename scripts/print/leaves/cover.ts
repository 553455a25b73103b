import { toHtml } from 'hast-util-to-html';
import Mustache from 'mustache';
import type { Book } from '../../model/book.js';
import type { Theme } from '../../model/theme.js';
import { printedDate } from '../../theme/leaves/printed-date.js';
import { withWordBreaks } from '../../theme/word-breaks.js';
import { inLanguage, titleView } from './title-leaves.js';

/** The cover as markup, 1600 × 2560 px, from the theme's template and palette. */
export function coverHtml(book: Book, theme: Theme): string {
  const { title, subtitle, date, publisher, language } = book.meta;
  const shared = titleView(book);
  const direction =
    [...title].length <= 10 && /^[\p{Script=Han}\p{P}\s]+$/u.test(title) ? 'vertical' : 'horizontal';
  const view = {
    ...shared,
    ...theme.values,
    direction,
    date: date && printedDate(date, language),
    titleHtml: toHtml(withWordBreaks(title, language, 5)),
    subtitleHtml: subtitle && toHtml(withWordBreaks(subtitle, language, 8)),
    titleSize: direction === 'vertical' ? verticalSize(title) : horizontalSize(title),
    hasFoot: shared.hasPeople === true || publisher !== undefined || date !== undefined,
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
