import type { Root } from 'hast';
import type { Book, Chapter } from '../model/book.js';
import { isFullWidthLanguage } from '../model/by-language.js';
import { type QuoteMarks, quoteMarks } from '../model/quote-marks.js';
import { divideWords } from './divide-words.js';
import { type DivideWord, loadHyphenation } from './hyphenation.js';
import { markWords } from './mark-words.js';
import { quoteEdits } from './quotes.js';
import { hasMath, setMath } from './set-math.js';
import { spaceEdits } from './spaces.js';
import { applyEdits, languageAt, type TextLine, textLines } from './text-lines.js';

/** A book as its editions set it. The manuscript keeps its straight quotes and common spaces. */
export interface ComposedBook {
  /** True quotation marks and no-break spaces, as each language wants them. */
  readonly ebook: Book;
  /** The same with soft hyphens; an e-reader divides words itself. */
  readonly print: Book;
}

/** Sets the text of a book as its languages want it, in copies: the book itself stays as it is. */
export async function composeBook(book: Book): Promise<ComposedBook> {
  const { language } = book.meta;
  const chapters = book.chapters.map((chapter) => composeChapter(chapter, language, book.quotes));
  const dividers = await loadHyphenation(languagesOf(chapters, language));
  return {
    ebook: { ...book, chapters },
    print: { ...book, chapters: chapters.map((chapter) => forPrint(chapter, language, dividers)) },
  };
}

function composeChapter(chapter: Chapter, bookLanguage: string, quotes: Book['quotes']): Chapter {
  const language = chapter.language ?? bookLanguage;
  const tree = structuredClone(chapter.tree);
  for (const line of textLines(tree, language)) setQuotes(line, quotes);
  for (const line of textLines(tree, language)) setSpaces(line);
  markWords(tree, language);
  const set = (text: string): string => composeTitle(text, language, quotes);
  return {
    ...chapter,
    tree,
    title: set(chapter.title),
    ...(chapter.shortTitle !== undefined && { shortTitle: set(chapter.shortTitle) }),
    headings: chapter.headings.map((heading) => ({ ...heading, text: set(heading.text) })),
  };
}

/** A title outside the tree (contents, running heads, outline) is set by the same rules. */
function composeTitle(title: string, language: string, quotes: Book['quotes']): string {
  const tree: Root = { type: 'root', children: [{ type: 'text', value: title }] };
  for (const line of textLines(tree, language)) setQuotes(line, quotes);
  for (const line of textLines(tree, language)) setSpaces(line);
  const [text] = tree.children;
  return text?.type === 'text' ? text.value : title;
}

function setQuotes(line: TextLine, quotes: Book['quotes']): void {
  if (quotes === 'keep' || !/["']/.test(line.text)) return;
  const marksAt = (index: number): QuoteMarks | undefined => {
    const language = languageAt(line, index);
    return quotes === 'typographic' || !isFullWidthLanguage(language) ? quoteMarks(language) : undefined;
  };
  applyEdits(line, quoteEdits(line.text, marksAt));
}

/** The rules of the language that a line begins in; a line holds few words of another. */
function setSpaces(line: TextLine): void {
  const language = languageAt(line, 0);
  if (isFullWidthLanguage(language) || !quoteMarks(language)) return;
  applyEdits(line, spaceEdits(line.text, language));
}

/** A formula's letters as they are printed, and soft hyphens. */
function forPrint(chapter: Chapter, language: string, dividers: ReadonlyMap<string, DivideWord>): Chapter {
  const divided = withSoftHyphens(chapter, language, dividers);
  if (!hasMath(divided.tree)) return divided;
  const tree = structuredClone(divided.tree);
  setMath(tree);
  return { ...divided, tree };
}

function withSoftHyphens(
  chapter: Chapter,
  bookLanguage: string,
  dividers: ReadonlyMap<string, DivideWord>,
): Chapter {
  if (dividers.size === 0) return chapter;
  const tree = structuredClone(chapter.tree);
  divideWords(tree, chapter.language ?? bookLanguage, dividers);
  return { ...chapter, tree };
}

function languagesOf(chapters: readonly Chapter[], bookLanguage: string): ReadonlySet<string> {
  const languages = new Set<string>();
  for (const { tree, language } of chapters) {
    for (const { pieces } of textLines(tree, language ?? bookLanguage)) {
      for (const piece of pieces) languages.add(piece.language);
    }
  }
  return languages;
}
