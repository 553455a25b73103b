import type { Element, Root } from 'hast';
import { placeInSource } from '../../files/source-place.js';
import type { Book, Chapter } from '../../model/book.js';
import type { Place } from '../../model/diagnostic.js';

/** What the chapters' pictures name as their source, each with the first place that shows it. */
export function shownPictures(book: Book): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const chapter of book.chapters) notePictures(chapter.tree, chapter, undefined, places);
  return places;
}

function notePictures(
  parent: Root | Element,
  { source }: Pick<Chapter, 'source'>,
  line: number | undefined,
  places: Map<string, Place>,
): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const here = child.position?.start.line ?? line;
    if (child.tagName === 'img') {
      const path = String(child.properties.src ?? '');
      if (!places.has(path)) places.set(path, placeInSource(source, here));
    }
    notePictures(child, { source }, here, places);
  }
}
