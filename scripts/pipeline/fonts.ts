import { diagnose } from '../diagnostics/catalogue.js';
import type { Book, Chapter } from '../model/book.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { hasPageNumbers, withPageNumbers } from '../model/page-numbers.js';
import { textOf } from '../model/text-of.js';
import type { SubsetFont, Theme, TrimSize } from '../model/theme.js';
import { chapterHtml } from '../print/chapter-html.js';
import { measureFaceUsage } from '../print/face-usage.js';
import { coverHtml } from '../print/leaves/cover.js';
import { madeParts } from '../print/leaves/made-parts.js';
import { everyFigure } from '../print/leaves/page-facts.js';
import { wrapHtml } from '../print/leaves/wrap.js';
import { subsetFonts } from '../theme/subset-fonts.js';
import { wrapGeometry } from '../theme/wrap-geometry.js';
import type { Edition, Editions } from './editions.js';
import type { Workshop } from './workshop.js';

/**
 * The book's fonts, each cut to what print, e-book and cover set in it. A character that no face has is
 * an error, named with its first place. For `pages` alone nobody asks what e-book and cover want.
 */
export async function cutFonts(
  { design: { theme, trim, notes }, session, store, faceStore, onProgress }: Workshop,
  { manuscript, print, ebook }: Editions,
  medium: 'all' | 'pages' = 'all',
): Promise<Outcome<readonly SubsetFont[]>> {
  onProgress({ stage: 'fonts', done: 0, total: 1 });
  const { book } = print;
  const { language } = book.meta;
  const made = await madeParts({ book, theme, trim, characters: manuscript.print.reference.units.length });
  const texts = [
    ...made.map((part) => part.html(everyFigure)),
    ...book.chapters.map((chapter) => chapterHtml(withFigures(chapter), language, notes)),
    // The e-book may have text of its own.
    ...ebook.book.chapters
      .filter((chapter, index) => isOtherText(chapter, book.chapters[index]))
      .map((chapter) => chapterHtml(withFigures(chapter), language, notes)),
  ];
  const pages = { texts: [...texts, runningText(book)], css: theme.css.print, language };
  const covers = [coverHtml(book, theme), ...(await wrapTexts(book, theme, trim))];
  const others = [
    { texts, css: theme.css.ebook, language },
    { texts: covers, css: '', language },
  ];
  const sheets = medium === 'pages' ? [pages] : [pages, ...others];
  const usage = await measureFaceUsage(session, sheets, store);
  if (!usage.value) return failure(usage.diagnostics);
  const subset = await subsetFonts(theme.faces, usage.value, { book: store, faces: faceStore });
  if (!subset.value) return failure(subset.diagnostics);
  const { fonts, missing } = subset.value;
  if (missing.length > 0) return failure(tellMissing(missing, ebook));
  return success(fonts);
}

/** The printed cover with a spine that is wide enough for its text. */
async function wrapTexts(book: Book, theme: Theme, trim: TrimSize): Promise<readonly string[]> {
  if (!book.wrap) return [];
  const wide = wrapGeometry(trim, book.wrap, 400, 0.1);
  return [await wrapHtml(book, theme, trim, book.wrap, wide)];
}

function withFigures(chapter: Chapter): Chapter {
  if (!hasPageNumbers(chapter.tree)) return chapter;
  const tree = withPageNumbers(chapter.tree, everyFigure.pageOf);
  tree.children.push({ type: 'text', value: '–, ' });
  return { ...chapter, tree };
}

function isOtherText(chapter: Chapter, printed: Chapter | undefined): boolean {
  const words = (tree: Chapter['tree']) => textOf(tree).replaceAll('\u00ad', '');
  return printed === undefined || words(chapter.tree) !== words(printed.tree);
}

/** Running heads and folios as elements of a page (see print/join-pages.ts), with all that they may say. */
function runningText(book: Book): string {
  const titles = [
    book.meta.title,
    ...book.chapters.flatMap(({ title, shortTitle }) => [title, shortTitle ?? '']),
  ];
  const head = titles.join('').replace(/[<&]/g, '');
  return `<div class="running-head">${head}</div><div class="folio">0123456789ivxlcdm</div>`;
}

/** A line of a script that no face has would give a page of errors: past this many the rest is counted. */
const mostTold = 20;

function tellMissing(missing: readonly string[], edition: Edition): readonly Diagnostic[] {
  const told = missing.slice(0, mostTold).map((character) => withoutFont(character, edition));
  const rest = missing.slice(mostTold);
  if (rest.length === 0) return told;
  return [
    ...told,
    diagnose('characters-without-font', { count: rest.length, characters: rest.slice(0, 100).join('') }),
  ];
}

/** Where the character stands first; one that no chapter has comes from the book's metadata. */
function withoutFont(character: string, { book, reference }: Edition): Diagnostic {
  const { units, placeOf } = reference;
  const index = units.indexOf(character);
  const metadata: Place = { file: book.source };
  const place = index >= 0 ? (placeOf(index)?.place ?? metadata) : metadata;
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const count = Math.max(1, units.split(character).length - 1);
  return diagnose('character-without-font', { character, codePoint, count }, place);
}
