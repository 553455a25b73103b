import type { Element, ElementContent, RootContent } from 'hast';
import type { Book } from '../../model/book.js';

/** A path that no picture of a book has, since theirs are relative: what it names is the PNG drawn from the SVG at `path`. */
export function fallbackPath(path: string): string {
  return `/${path}`;
}

/**
 * Each picture that has a raster fallback as `<picture>`: the SVG for readers that choose, the PNG for those that
 * know only `img`. The PNG has more pixels than it takes room for, so its width is said where the author says none.
 */
export function withFallbacks(book: Book, fallbacks: ReadonlyMap<string, number>): Book {
  if (fallbacks.size === 0) return book;
  const inNode = <T extends RootContent | ElementContent>(node: T): T | Element => {
    if (node.type !== 'element') return node;
    const path = String(node.properties.src ?? '');
    const width = node.tagName === 'img' ? fallbacks.get(path) : undefined;
    if (width !== undefined) return pictureOf(node, path, width);
    return { ...node, children: node.children.map(inNode) };
  };
  const chapters = book.chapters.map((chapter) => ({
    ...chapter,
    tree: { ...chapter.tree, children: chapter.tree.children.map(inNode) },
  }));
  return { ...book, chapters };
}

function pictureOf(image: Element, path: string, width: number): Element {
  const { width: ownWidth, height } = image.properties;
  const source: Element = {
    type: 'element',
    tagName: 'source',
    properties: { srcSet: path, type: 'image/svg+xml' },
    children: [],
  };
  const properties = {
    ...image.properties,
    src: fallbackPath(path),
    ...(ownWidth === undefined && height === undefined && { width }),
  };
  return {
    type: 'element',
    tagName: 'picture',
    properties: {},
    children: [source, { ...image, properties }],
  };
}
