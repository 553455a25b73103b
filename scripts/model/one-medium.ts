import type { Element, Root } from 'hast';
import type { Book } from './book.js';

export type Medium = 'print' | 'ebook';

const hides: Readonly<Record<Medium, string>> = { print: 'ebook-only', ebook: 'print-only' };

/** The book without what is for the other medium alone; the same book where nothing is. */
export function bookFor(book: Book, medium: Medium): Book {
  const chapters = book.chapters.map((chapter) => {
    if (!holds(chapter.tree, hides[medium])) return chapter;
    const tree = structuredClone(chapter.tree);
    drop(tree, hides[medium]);
    return { ...chapter, tree };
  });
  return chapters.some((chapter, index) => chapter !== book.chapters[index]) ? { ...book, chapters } : book;
}

function holds(parent: Root | Element, name: string): boolean {
  return parent.children.some(
    (child) => child.type === 'element' && (isNamed(child, name) || holds(child, name)),
  );
}

function drop(parent: Root | Element, name: string): void {
  parent.children = (parent.children as Element['children']).filter(
    (child) => child.type !== 'element' || !isNamed(child, name),
  );
  for (const child of parent.children) if (child.type === 'element') drop(child, name);
}

function isNamed({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name);
}
