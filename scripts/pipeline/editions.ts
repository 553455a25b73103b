import { type ReferenceText, referenceText } from '../check/reference-text.js';
import { composeBook } from '../composition/compose-book.js';
import type { Book } from '../model/book.js';

/** A book as one medium sets it, and its text as one stream. */
export interface Edition {
  readonly book: Book;
  readonly reference: ReferenceText;
}

/** The book in its three states: as it was written, and as print and e-book set it. */
export interface Editions {
  readonly manuscript: Edition;
  readonly print: Edition;
  readonly ebook: Edition;
}

/** Composes the book for both media. Where composition changes nothing, the texts are one and the same. */
export async function makeEditions(book: Book): Promise<Editions> {
  const composed = await composeBook(book);
  const manuscript = editionOf(book);
  const ebook = editionOf(composed.ebook);
  const isDivided = composed.print.chapters.some((chapter, i) => chapter !== composed.ebook.chapters[i]);
  return {
    manuscript,
    ebook,
    print: isDivided ? editionOf(composed.print) : { ...ebook, book: composed.print },
  };
}

function editionOf(book: Book): Edition {
  return { book, reference: referenceText(book.chapters) };
}
