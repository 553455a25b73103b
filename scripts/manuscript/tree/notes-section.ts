import type { Element, ElementContent } from 'hast';
import { textOf } from '../../model/text-of.js';
import type { Note } from '../../model/book.js';
import { fingerprint, type IdRegistry } from '../ids/id-registry.js';
import { positionOf } from '../position.js';
import type { CalledNote } from './note-book.js';

/** The notes of a chapter as the section that ends its tree, and as data. */
export interface NotesSection {
  readonly section: Element | undefined;
  readonly notes: readonly Note[];
}

/** U+FE0E asks for the arrow as text; without it some readers show a coloured picture. */
const backArrow = '\u21a9\ufe0e';

/** Numbers the notes, gives calls and notes their ids, and makes the section (DPUB-ARIA 1.1, `doc-endnotes`). */
export function notesSection(called: readonly CalledNote[], chapterId: string, registry: IdRegistry): NotesSection {
  if (called.length === 0) return { section: undefined, notes: [] };
  const made = called.map((note, index) => makeNote(note, String(index + 1), chapterId, registry));
  const list: Element = { type: 'element', tagName: 'ol', properties: {}, children: made.map(({ item }) => item) };
  const properties = { className: ['notes'], dataFootnotes: true, role: 'doc-endnotes' };
  return {
    section: { type: 'element', tagName: 'section', properties, children: [list] },
    notes: made.map(({ note }) => note),
  };
}

function makeNote(
  { content, calls, line }: CalledNote,
  label: string,
  chapterId: string,
  registry: IdRegistry,
): { readonly item: Element; readonly note: Note } {
  const print = fingerprint(content.map(textOf).join(''));
  const id = registry.claim(`${chapterId}-n-${print}`);
  const callIds = calls.map(({ link }) => {
    const callId = registry.claim(`${chapterId}-r-${print}`);
    Object.assign(link.properties, { id: callId, href: `#${id}` });
    link.children = [{ type: 'text', value: label }];
    return callId;
  });
  const children = withBacklinks(content, callIds.map(backlink));
  const item: Element = {
    type: 'element',
    tagName: 'li',
    properties: { id, className: ['note'] },
    children,
    position: positionOf(line),
  };
  return { item, note: { id, callId: callIds[0] ?? '', label } };
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
function withBacklinks(content: readonly ElementContent[], links: readonly Element[]): ElementContent[] {
  const last = content.findLastIndex((node) => node.type === 'element');
  const paragraph = content[last];
  if (paragraph?.type === 'element' && paragraph.tagName === 'p') {
    return content.toSpliced(last, 1, { ...paragraph, children: [...paragraph.children, ...links] });
  }
  return [...content, { type: 'element', tagName: 'p', properties: {}, children: [...links] }];
}
