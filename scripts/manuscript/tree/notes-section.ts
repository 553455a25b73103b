import type { Element, Root } from 'hast';
import type { Note } from '../../model/book.js';
import { textOf } from '../../model/text-of.js';
import { fingerprint, type IdRegistry } from '../ids/id-registry.js';
import { positionOf } from '../position.js';
import type { CalledNote } from './note-book.js';

/** U+FE0E asks for the arrow as text; without it some readers show a coloured picture. */
const backArrow = '\u21a9\ufe0e';

/** A note in its place: the list item is in the tree, ids and links are still to come. */
export interface PlacedNote {
  readonly item: Element;
  readonly calls: CalledNote['calls'];
}

/** Puts the notes at the end of a chapter's tree (DPUB-ARIA 1.1, `doc-endnotes`). */
export function placeNotes(root: Root, called: readonly CalledNote[]): readonly PlacedNote[] {
  if (called.length === 0) return [];
  const placed = called.map(({ content, calls, line }) => {
    const properties = { className: ['note'] };
    const item: Element = {
      type: 'element',
      tagName: 'li',
      properties,
      children: [...content],
      position: positionOf(line),
    };
    return { item, calls };
  });
  const list: Element = {
    type: 'element',
    tagName: 'ol',
    properties: {},
    children: placed.map(({ item }) => item),
  };
  const properties = { className: ['notes'], dataFootnotes: true, role: 'doc-endnotes' };
  root.children.push({ type: 'element', tagName: 'section', properties, children: [list] });
  return placed;
}

/**
 * Numbers the notes, and links them with their calls, by ids made of the notes' texts. Comes after the author's
 * ids were given theirs.
 */
export function linkNotes(
  placed: readonly PlacedNote[],
  chapterId: string,
  registry: IdRegistry,
): readonly Note[] {
  // Before the calls have numbers: an id must not change because a note was added before it.
  const prints = placed.map(({ item }) => fingerprint(textOf(item)));
  return placed.map(({ item, calls }, index) => {
    const label = String(index + 1);
    const id = registry.claim(`${chapterId}-n-${prints[index]}`);
    const callIds = calls.map(({ link }) => {
      const callId = registry.claim(`${chapterId}-r-${prints[index]}`);
      link.properties = { id: callId, href: `#${id}`, role: 'doc-noteref' };
      link.children = [{ type: 'text', value: label }];
      return callId;
    });
    item.properties = { id, ...item.properties };
    addBacklinks(item, callIds.map(backlink));
    return { id, callId: callIds[0] ?? '', label };
  });
}

function backlink(callId: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: `#${callId}`, className: ['backlink'], role: 'doc-backlink' },
    children: [{ type: 'text', value: backArrow }],
  };
}

/** The way back stands at the end of the last paragraph; a note that ends otherwise gets a paragraph for it. */
function addBacklinks(item: Element, links: readonly Element[]): void {
  const last = item.children.findLast((node) => node.type === 'element');
  if (last?.type === 'element' && last.tagName === 'p') last.children.push(...links);
  else item.children.push({ type: 'element', tagName: 'p', properties: {}, children: [...links] });
}
