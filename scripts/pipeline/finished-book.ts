import type { Element, ElementContent, Root } from 'hast';
import { placeInSource } from '../files/source-place.js';
import type { Book, Chapter } from '../model/book.js';
import type { FinishedBook, FinishedChapter, OwnPlace } from '../model/extension.js';
import { runningText } from '../model/page-start.js';
import type { PaginatedBook } from '../model/pages.js';
import { textOf } from '../model/text-of.js';

/** Elements whose text is a block of its own, if no other block stands in them. */
const blockNames = new Set(
  'address blockquote caption dd div dt figcaption h1 h2 h3 h4 h5 h6 li p pre summary td th'.split(' '),
);

/** The picture of a book that its own checks look at: plain data, frozen. `pages` is `null` where none are made. */
export function finishedBook(book: Book, pages: PaginatedBook | null): FinishedBook {
  const { id, title, language } = book.meta;
  return deepFreeze({
    id,
    title,
    language,
    ...(pages && { pages: pages.pages.length }),
    chapters: book.chapters.map((chapter) => finishedChapter(chapter, language, pages)),
  });
}

function finishedChapter(chapter: Chapter, language: string, pages: PaginatedBook | null): FinishedChapter {
  const { tree, notes } = chapter;
  const placeOf = placesIn(chapter, pages);
  const all = elementsOf(tree);
  const byId = new Map(all.map((found) => [found.element.properties.id, found]));
  return {
    id: chapter.id,
    title: chapter.title,
    matter: chapter.matter,
    language: chapter.language ?? language,
    text: textOf(tree),
    ...placeOf(undefined),
    headings: chapter.headings.map(({ id, depth, text }) => ({ depth, text, ...placeOf(byId.get(id)) })),
    blocks: all.filter(isInnermostBlock).map((found) => ({
      element: found.element.tagName,
      text: textOf(found.element),
      classes: [found.element, ...found.around.toReversed()].flatMap(classesOf),
      ...placeOf(found),
    })),
    notes: notes.map(({ id, label }) => {
      const found = byId.get(id);
      return { label, text: found ? textOf(found.element).trim() : '', ...placeOf(found) };
    }),
    images: named(all, 'img').map((found) => ({
      path: String(found.element.properties.src ?? ''),
      alt: String(found.element.properties.alt ?? ''),
      ...placeOf(found),
    })),
    links: named(all, 'a')
      .filter(({ element: { properties } }) => properties.role === undefined && properties.href !== undefined)
      .map((found) => ({
        target: String(found.element.properties.href),
        text: textOf(found.element),
        ...placeOf(found),
      })),
  };
}

/** An element with those around it, the outermost first, and the line where it or one of them begins. */
interface Found {
  readonly element: Element;
  readonly around: readonly Element[];
  readonly line: number | undefined;
}

function elementsOf(
  parent: Root | Element,
  around: readonly Element[] = [],
  outer?: number,
): readonly Found[] {
  return parent.children.flatMap((element: Root['children'][number]): readonly Found[] => {
    if (element.type !== 'element') return [];
    const line = element.position?.start.line ?? outer;
    return [{ element, around, line }, ...elementsOf(element, [...around, element], line)];
  });
}

/** Leads from an element to its line in the manuscript, and to the page on which its text begins. */
function placesIn({ id, tree, source }: Chapter, pages: PaginatedBook | null) {
  const own = pages?.pages.filter(({ part, content }) => part === id && content !== undefined) ?? [];
  const starts = new Map<unknown, number>();
  if (pages) {
    for (const { at, node, around } of runningText(tree).pieces)
      for (const one of [...around, node]) if (!starts.has(one)) starts.set(one, at);
  }
  return (found: Found | undefined): OwnPlace => {
    const at = found ? (starts.get(found.element) ?? starts.get(found.around.at(-1))) : 0;
    const page = own.findLast(({ content }) => at !== undefined && (content?.start.at ?? 0) <= at);
    const { file, line } = placeInSource(source, found?.line);
    return { file, ...(line !== undefined && { line }), ...(page && { page: page.label }) };
  };
}

function isInnermostBlock({ element }: Found): boolean {
  return blockNames.has(element.tagName) && !element.children.some(holdsBlock);
}

function holdsBlock(node: ElementContent): boolean {
  return node.type === 'element' && (blockNames.has(node.tagName) || node.children.some(holdsBlock));
}

function named(all: readonly Found[], tagName: string): readonly Found[] {
  return all.filter(({ element }) => element.tagName === tagName);
}

function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(value)) deepFreeze(inner);
  return Object.freeze(value);
}
