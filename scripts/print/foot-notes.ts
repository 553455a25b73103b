import type { Element, ElementContent } from 'hast';
import { visit } from 'unist-util-visit';
import { diagnose } from '../diagnostics/catalogue.js';
import { placeInSource } from '../files/source-place.js';
import type { Book, Chapter, Note } from '../model/book.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { noteMark } from '../model/note-mark.js';
import type { NoteStyle } from '../model/theme.js';

/**
 * Gives the calls of notes their marks, and makes the notes of a chapter ready for the foot of their pages:
 * each becomes an element with its mark, which the layout moves behind its call (see pagedjs/foot-notes.ts).
 * Notes that stand behind their chapter stay the list that they are.
 */
export function setNotes(section: Element, notes: readonly Note[], style: NoteStyle): void {
  if (notes.length === 0) return;
  const marks = new Map(notes.map(({ id, label }) => [id, noteMark(label, style.marks, notes.length)]));
  const calls = new Map(notes.map(({ id, callId }) => [id, callId]));
  visit(section, 'element', (element) => {
    if (element.properties.role === 'doc-noteref') markCall(element, marks);
    if (style.place !== 'foot' || element.properties.dataFootnotes === undefined) return;
    element.children = itemsOf(element).map((item) => {
      const id = String(item.properties.id);
      return footNote(item, calls.get(id), marks.get(id));
    });
  });
}

/** Which notes stand at the feet of the pages; one that was too long for that (`left`) is told with its place. */
export function settleFootNotes(
  book: Book,
  style: NoteStyle,
  left: ReadonlySet<string>,
): { readonly footNotes: readonly string[]; readonly diagnostics: readonly Diagnostic[] } {
  if (style.place !== 'foot') return { footNotes: [], diagnostics: [] };
  const footNotes = book.chapters.flatMap(({ notes }) =>
    notes.flatMap(({ id }) => (left.has(id) ? [] : [id])),
  );
  const diagnostics = book.chapters.flatMap((chapter) =>
    chapter.notes
      .filter(({ id }) => left.has(id))
      .map(({ id, label }) => diagnose('note-behind-chapter', { label }, placeOfNote(chapter, id))),
  );
  return { footNotes, diagnostics };
}

function placeOfNote({ tree, source }: Chapter, id: string): Place {
  let line: number | undefined;
  visit(tree, 'element', (element) => {
    if (element.properties.id === id) line = element.position?.start.line;
  });
  return placeInSource(source, line);
}

function markCall(call: Element, marks: ReadonlyMap<string, string>): void {
  const mark = marks.get(String(call.properties.href).slice(1));
  if (mark !== undefined) call.children = [{ type: 'text', value: mark }];
}

function itemsOf(element: Element): Element[] {
  return element.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === 'li' ? [child] : itemsOf(child);
  });
}

function footNote(item: Element, callId = '', mark = ''): Element {
  // In an e-book the way back stands behind the note; in print it is the mark.
  const label: Element = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['note-mark'], href: `#${callId}` },
    children: [{ type: 'text', value: mark }],
  };
  return {
    ...item,
    // Paged.js takes a `span` over with all that is in it; an `aside` would come empty.
    tagName: 'span',
    properties: { ...item.properties, className: ['footnote'], role: 'doc-footnote' },
    children: beginWith(label, item.children),
  };
}

/** The mark stands in the note's first paragraph; before a note that begins with something else. */
function beginWith(label: Element, children: readonly ElementContent[]): ElementContent[] {
  const first = children.findIndex((child) => child.type === 'element');
  const paragraph = children[first];
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return [label, ...children];
  return children.with(first, { ...paragraph, children: [label, ...paragraph.children] });
}
