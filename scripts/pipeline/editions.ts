import { type ReferenceText, referenceText } from '../check/reference-text.js';
import { composeBook } from '../composition/compose-book.js';
import type { Book } from '../model/book.js';
import { bookFor, type Medium } from '../model/one-medium.js';
import { hasPageNumbers, type PageOf, withPageNumbers } from '../model/page-numbers.js';

/** A book as one medium sets it, and its text as one stream. */
export interface Edition {
  readonly book: Book;
  readonly reference: ReferenceText;
}

/** The book as it was written, without what is for the other medium alone, and as print and e-book set it. */
export interface Editions {
  readonly manuscript: Readonly<Record<Medium, Edition>>;
  readonly print: Edition;
  readonly ebook: Edition;
}

/** Composes the book for both media. Where nothing differs, the texts are one and the same. */
export async function makeEditions(book: Book): Promise<Editions> {
  const books = { print: bookFor(book, 'print'), ebook: bookFor(book, 'ebook') };
  const isOne = books.print === books.ebook;
  const forPrint = await composeBook(books.print);
  const forEbook = isOne ? forPrint : await composeBook(books.ebook);
  const ebook = editionOf(forEbook.ebook);
  const isDivided = forPrint.print.chapters.some((chapter, i) => chapter !== forEbook.ebook.chapters[i]);
  const manuscript = editionOf(books.print);
  return {
    manuscript: { print: manuscript, ebook: isOne ? manuscript : editionOf(books.ebook) },
    ebook,
    print: isDivided ? editionOf(forPrint.print) : { ...ebook, book: forPrint.print },
  };
}

/** The same with the numbers of the printed pages where the text asks for them; unknown ones are a dash. */
export function withPages({ manuscript, print, ebook }: Editions, pageOf: PageOf): Editions {
  const fill = (edition: Edition): Edition => {
    const book = bookWithPages(edition.book, pageOf);
    return book === edition.book ? edition : editionOf(book);
  };
  return {
    manuscript: { print: fill(manuscript.print), ebook: fill(manuscript.ebook) },
    print: fill(print),
    ebook: fill(ebook),
  };
}

function bookWithPages(book: Book, pageOf: PageOf): Book {
  if (!book.chapters.some(({ tree }) => hasPageNumbers(tree))) return book;
  const chapters = book.chapters.map((chapter) =>
    hasPageNumbers(chapter.tree) ? { ...chapter, tree: withPageNumbers(chapter.tree, pageOf) } : chapter,
  );
  return { ...book, chapters };
}

function editionOf(book: Book): Edition {
  return { book, reference: referenceText(book.chapters) };
}
