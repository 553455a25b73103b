import type { Element, Root } from 'hast';
import type { Chapter } from '../../model/book.js';

/**
 * Marks the titles of parts (卷, 部, Volume): chapters of the body that are a title and nothing else and have others
 * after them, as `normalize` writes the headings of volumes. Front matter that says a kind is left alone.
 */
export function findParts(chapters: readonly Chapter[]): readonly Chapter[] {
  return chapters.map((chapter, index) => {
    const isFollowed = chapters[index + 1]?.matter === 'body';
    const isPart = chapter.kind === undefined && chapter.matter === 'body' && isFollowed;
    return isPart && isTitleAlone(chapter.tree) ? { ...chapter, kind: 'part' } : chapter;
  });
}

/** Blocks that may stand with a title without being text. */
const besideTitle = new Set(['kicker', 'subtitle', 'epigraph', 'dateline']);

function isTitleAlone(tree: Root): boolean {
  const elements = tree.children.filter((node): node is Element => node.type === 'element');
  return (
    elements.filter(({ tagName }) => tagName === 'h1').length === 1 &&
    elements.every((element) => element.tagName === 'h1' || isBesideTitle(element))
  );
}

function isBesideTitle({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.some((name) => besideTitle.has(String(name)));
}
