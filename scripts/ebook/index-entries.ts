import type { Element, Root } from 'hast';

/**
 * Marks the entries of an index that is one list (EPUB Indexes 1.0) and tells whether it is. One in groups (A, B, C)
 * keeps its role alone: checkers want one list of entries, and the groups of a manuscript are only headings.
 */
export function markIndexEntries(tree: Root): boolean {
  const lists = tree.children.filter(
    (node): node is Element => node.type === 'element' && node.tagName === 'ul',
  );
  const [list] = lists;
  if (!list || lists.length > 1) return false;
  list.properties['epub:type'] = 'index-entry-list';
  for (const item of list.children) if (item.type === 'element') item.properties['epub:type'] = 'index-entry';
  return true;
}
