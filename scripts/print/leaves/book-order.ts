import { type Book, type Chapter, isLeaf } from '../../model/book.js';
import type { LaidOutPart } from '../../model/pages.js';
import type { Customs } from '../../theme/leaves/customs.js';
import type { MadeId } from './made-parts.js';

/** Puts the laid-out parts of a book in the order in which they are bound; what a book does not have is passed by. */
export function inBookOrder<Part extends Pick<LaidOutPart, 'id'>>(
  parts: readonly Part[],
  book: Book,
  customs: Customs,
): readonly Part[] {
  const chapters = (wanted: (chapter: Chapter) => boolean) =>
    book.chapters.filter(wanted).map(({ id }) => id);
  const made = (id: MadeId, isHere = true): readonly string[] => (isHere ? [id] : []);
  const order = [
    ...made('title-leaves'),
    ...made('imprint', customs.imprint === 'front'),
    ...made('dedication'),
    ...made('epigraph'),
    ...chapters(({ kind }) => isLeaf(kind)),
    ...made('contents', customs.contents === 'before-preface'),
    ...chapters(({ kind, matter }) => matter === 'front' && !isLeaf(kind)),
    ...made('contents', customs.contents === 'after-preface'),
    ...chapters(({ kind, matter }) => matter !== 'front' && !isLeaf(kind)),
    ...made('imprint', customs.imprint === 'back'),
  ];
  const byId = new Map(parts.map((part) => [part.id, part]));
  return order.flatMap((id) => byId.get(id) ?? []);
}
