import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { placeInSource } from '../files/source-place.js';
import type { Book, Chapter } from '../model/book.js';
import type { Place } from '../model/diagnostic.js';
import type { NumberedPage } from '../model/pages.js';

/** Leads a page (from 0), and a picture on it, back to the manuscript; nothing for pages that come from none. */
export function placesOf(
  book: Book,
  pages: readonly NumberedPage[],
): (page: number, picture?: number) => Place | undefined {
  const chapters = new Map(book.chapters.map((chapter) => [chapter.id, chapter]));
  return (index, picture) => {
    const page = pages[index];
    const chapter = page && chapters.get(page.part);
    if (!page || !chapter) return undefined;
    const own = pages.filter(({ part }) => part === page.part);
    const line = picture === undefined ? undefined : lineOfPicture(chapter, own, own.indexOf(page), picture);
    return placeInSource(chapter.source, line ?? lineOfHeading(chapter, own, own.indexOf(page)));
  };
}

/** The last heading that began on the page or before it. */
function lineOfHeading(chapter: Chapter, own: readonly NumberedPage[], index: number): number | undefined {
  const begun = new Set(own.slice(0, index + 1).flatMap(({ content }) => content?.anchors ?? []));
  return chapter.headings.findLast(({ id }) => begun.has(id))?.line ?? chapter.headings[0]?.line;
}

/** Pictures of pixels come on the pages in the order of the text. */
function lineOfPicture(
  chapter: Chapter,
  own: readonly NumberedPage[],
  index: number,
  picture: number,
): number | undefined {
  const before = own.slice(0, index).reduce((sum, page) => sum + sourcesOn(page).length, 0);
  const source = sourcesOn(own[index])[picture];
  const inText: Element[] = [];
  visit(chapter.tree, 'element', (element) => {
    const src = element.tagName === 'img' ? String(element.properties.src ?? '') : '';
    if (src !== '' && isOfPixels(src)) inText.push(element);
  });
  const found = inText[before + picture];
  const isTheSame = source !== undefined && found && source.endsWith(String(found.properties.src));
  return isTheSame ? found.position?.start.line : undefined;
}

function sourcesOn(page: NumberedPage | undefined): readonly string[] {
  const tags = page?.content?.html.match(/<img\b[^>]*>/g) ?? [];
  return tags.map((tag) => / src="([^"]*)"/.exec(tag)?.[1] ?? '').filter(isOfPixels);
}

function isOfPixels(source: string): boolean {
  return !/\.svg$/i.test(source);
}
