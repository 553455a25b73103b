import type { Element, ElementContent, Root } from 'hast';
import { classesOf } from '../constructs/construct.js';
import type { CalledNote } from '../tree/note-book.js';

/** A chapter's part of a file: its blocks, and the notes that they call. */
export interface ChapterPiece {
  readonly root: Root;
  readonly notes: readonly CalledNote[];
}

/**
 * A file with several level-1 headings holds several chapters: each begins at its heading, or at the 引题 before it. What
 * stands before the first belongs to it. A note goes to the chapter that calls it first.
 */
export function splitAtTitles(root: Root, notes: readonly CalledNote[]): readonly ChapterPiece[] {
  const pieces: Root[] = [{ type: 'root', children: [] }];
  for (const child of root.children) {
    const last = pieces.at(-1);
    if (isTitle(child) && last?.children.some(isTitle))
      pieces.push({ type: 'root', children: takeKickers(last) });
    pieces.at(-1)?.children.push(child);
  }
  if (pieces.length === 1) return [{ root, notes }];
  const own = pieces.map((): CalledNote[] => []);
  const links = pieces.map((piece) => new Set(linksIn(piece)));
  for (const note of notes) {
    const found = links.findIndex((set) => note.calls.some(({ link }) => set.has(link)));
    const index = Math.max(0, found);
    own[index]?.push(note);
    // Notes may call notes.
    for (const link of note.content.flatMap(linksIn)) links[index]?.add(link);
  }
  return pieces.map((piece, index) => ({ root: piece, notes: own[index] ?? [] }));
}

function isTitle(node: Root['children'][number]): boolean {
  return node.type === 'element' && node.tagName === 'h1';
}

/** Takes what stands right before a title and belongs to it from the end of the chapter before. */
function takeKickers(before: Root): Root['children'] {
  const after = before.children.findLastIndex(
    (child) => child.type === 'element' && !classesOf(child).includes('kicker'),
  );
  return before.children.splice(after + 1);
}

function linksIn(node: Root | ElementContent): readonly Element[] {
  if (node.type !== 'root' && node.type !== 'element') return [];
  const own = node.type === 'element' && node.tagName === 'a' ? [node] : [];
  return [...own, ...(node.children as readonly ElementContent[]).flatMap(linksIn)];
}
