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
  const fileOf = (index: number, part: number): string =>
    `${contentFolder}/${chapterFile(index, chapters.length, part)}`;
  /** A long chapter stands in several files; its first ones count before the one that is asked about. */
  const filesUpTo = (
    path: string,
  ): { readonly index: number; readonly before: readonly string[] } | undefined => {
    const [, number = '', part = '1'] = /c(\d+)(?:-(\d+))?\.xhtml$/.exec(path) ?? [];
    const [index, last] = [Number(number) - 1, Number(part) - 1];
    if (number === '' || fileOf(index, last) !== path) return undefined;
    return { index, before: Array.from({ length: last }, (_, each) => fileOf(index, each)) };
  };
  const references = new Map<number, ReferenceText>();
  return ({ path, line, column }) => {
    const found = filesUpTo(path);
    const chapter = found && chapters[found.index];
    if (!found || !chapter) return undefined;
    const { index, before } = found;
    const source = archive?.readText(path);
    if (source === undefined || line === undefined || line < 1)
      return { file: displayPath(chapter.source.file) };
    const reference = references.get(index) ?? referenceText([chapter]);
    references.set(index, reference);
    const earlier = before.reduce((sum, file) => sum + unitsOf(archive?.readText(file)), 0);
    const units = countUnitsBefore(source, offsetOf(source, line, column ?? 1));
    return reference.placeOf(earlier + units).place;
  };
}

function unitsOf(source: string | undefined): number {
  return source === undefined ? 0 : countUnitsBefore(source, source.length);
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
