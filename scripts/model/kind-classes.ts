import { type ChapterKind, isLeaf } from './book.js';

/** What style sheets know a chapter's kind by; a leaf of the manuscript looks like one of `book.yaml`. */
export function kindClasses(kind: ChapterKind = 'chapter'): readonly string[] {
  if (kind === 'chapter') return [];
  if (!isLeaf(kind)) return [kind];
  return ['leaf', kind === 'epigraph' ? 'epigraph-leaf' : kind];
}
