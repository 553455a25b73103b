import { toHtml } from 'hast-util-to-html';
import Mustache from 'mustache';
import type { Book } from '../../model/book.js';
import type { Theme } from '../../model/theme.js';
import { printedDate } from '../../theme/leaves/printed-date.js';
import { withWordBreaks, wordsOf } from '../../theme/word-breaks.js';
import { inLanguage, titleView } from './title-leaves.js';

/** The cover as markup, 1600 × 2560 px, from the theme's template and palette. */
export function coverHtml(book: Book, theme: Theme): string {
  const { title, subtitle, date, publisher, language } = book.meta;
  const shared = titleView(book);
  const columns = columnsOf(title, language);
  const view = {
    ...shared,
    ...theme.values,
    direction: columns ? 'vertical' : 'horizontal',
    date: date && printedDate(date, language),
    titleHtml: columns ? columns.map(columnHtml).join('<br>') : toHtml(withWordBreaks(title, language, 5)),
    subtitleHtml: subtitle && toHtml(withWordBreaks(subtitle, language, 8)),
    titleSize: columns ? verticalSize(columns) : horizontalSize(title),
    hasFoot: shared.hasPeople === true || publisher !== undefined || date !== undefined,
  };
  return inLanguage(book, Mustache.render(theme.templates.cover ?? '', view));
}

/** Signs that stand upright in a column: Chinese characters, kana, and marks. */
const upright = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{P}\s]+$/u;

/**
 * The columns of a title that stands vertically: one of at most seven characters, or two that part between words and
 * are as equal as these allow. `undefined` where it is longer than ten, or has letters that would lie on their side.
 */
function columnsOf(title: string, language: string): readonly string[] | undefined {
  const letters = [...title];
  if (letters.length > 10 || !upright.test(title)) return undefined;
  if (letters.length <= 7) return [title];
  const words = wordsOf(title, language);
  const splits = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)] as const);
  const all = splits.map((halves) => halves.map((half) => half.join('').trim()));
  return all.toSorted((a, b) => longestOf(a) - longestOf(b))[0] ?? [title];
}

function columnHtml(column: string): string {
  return toHtml({ type: 'text', value: column });
}

function longestOf(columns: readonly string[]): number {
  return Math.max(...columns.map((column) => [...column].length));
}

/** The longest column of a title is at most 1300 px high. */
function verticalSize(columns: readonly string[]): number {
  return Math.round(Math.min(columns.length > 1 ? 250 : 300, 1300 / (1.08 * longestOf(columns))));
}

/**
 * A horizontal title fills a field 1180 px wide and some 900 px high, whatever its length, and its longest word fits
 * into a line. Letters that are not Chinese are about half as wide as high.
 */
function horizontalSize(title: string): number {
  const field = Math.sqrt((1180 * 900) / (1.36 * widthOf(title)));
  const longest = Math.max(...title.split(/(?<=[\s\p{P}])|(?=\p{Script=Han})/u).map(widthOf));
  return Math.round(Math.min(230, field, 1180 / Math.min(longest, 12)));
}

/** Width of a text in em. */
function widthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 1 : 0.56), 0);
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/u;
