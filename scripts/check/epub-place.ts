import { chapterFile, contentFolder } from '../ebook/file-names.js';
import { displayPath } from '../files/display-path.js';
import type { Book } from '../model/book.js';
import type { Place } from '../model/diagnostic.js';
import { openArchive } from './epub-archive.js';
import { countUnitsBefore } from './epub-document-text.js';
import { type ReferenceText, referenceText } from './reference-text.js';

/** A place inside an EPUB as a checker names it. Lines and columns count from 1. */
export interface EpubPlace {
  /** Path from the root of the zip. */
  readonly path: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/**
 * Finds where in the manuscript a place of the EPUB comes from: chapter by its file, line by counting the
 * characters of text before it. Undefined for files that no chapter makes. Chapters are read once, when asked for.
 */
export function manuscriptPlaces(
  epub: Uint8Array,
  book: Book | undefined,
): (place: EpubPlace) => Place | undefined {
  const chapters = book?.chapters ?? [];
  const archive = openArchive(epub);
  const indexOfFile = new Map(
    chapters.map((_, index) => [`${contentFolder}/${chapterFile(index, chapters.length)}`, index]),
  );
  const references = new Map<number, ReferenceText>();
  return ({ path, line, column }) => {
    const index = indexOfFile.get(path);
    const chapter = index === undefined ? undefined : chapters[index];
    if (index === undefined || !chapter) return undefined;
    const source = archive?.readText(path);
    if (source === undefined || line === undefined || line < 1)
      return { file: displayPath(chapter.source.file) };
    const reference = references.get(index) ?? referenceText([chapter]);
    references.set(index, reference);
    return reference.placeOf(countUnitsBefore(source, offsetOf(source, line, column ?? 1))).place;
  };
}

function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let number = 1; number < line; number++) {
    const end = source.indexOf('\n', start);
    if (end < 0) break;
    start = end + 1;
  }
  return start + Math.max(0, column - 1);
}
