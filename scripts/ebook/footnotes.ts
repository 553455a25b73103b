import type { Element, ElementContent } from 'hast';
import type { Chapter } from '../model/book.js';
import type { Words } from './words.js';

/** Whether an element holds the notes of a chapter, as the manuscript room marks them. */
export function isNotesSection(element: Element): boolean {
  const { dataFootnotes, role } = element.properties;
  return element.tagName === 'section' && (dataFootnotes !== undefined || role === 'doc-endnotes');
}

/** Whether an element is the figure in the text that leads to a note. */
export function isNoteCall({ tagName, properties: { role } }: Element): boolean {
  return tagName === 'a' && role === 'doc-noteref';
}

/**
 * Turns a list of notes into `aside` elements, which reading systems show in a pop-up window (EPUB 3.3
 * Structural Semantics, `footnote`; DPUB-ARIA 1.1, `doc-footnote`). A list number would not come along into the
 * pop-up, so each note begins with its label, which is also the way back to its first call.
 */
export function asFootnotes(
  section: Element,
  chapter: Chapter,
  numbers: ReadonlyMap<string, string>,
  words: Words,
): Element {
  const labels = new Map(chapter.notes.map((note) => [note.id, note]));
  let count = 0;
  const notes = itemsOf(section).map((item) => {
    count += 1;
    const note = labels.get(String(item.properties.id));
    const number = note && (numbers.get(note.id) ?? note.label);
    return asFootnote(item, number ?? String(count), note?.callId, words);
  });
  return {
    ...section,
    properties: {
      className: ['notes'],
      role: 'doc-endnotes',
      'epub:type': 'endnotes',
      ariaLabel: words.notes,
    },
    children: notes,
  };
}

function itemsOf(element: Element): Element[] {
  const inside = element.children.filter((child): child is Element => child.type === 'element');
  return inside.flatMap((child) => (child.tagName === 'li' ? [child] : itemsOf(child)));
}

function asFootnote(item: Element, label: string, callId: string | undefined, words: Words): Element {
  const back = callId === undefined ? firstBacklink(item) : `#${callId}`;
  const body =
    back === undefined ? item.children : withoutBacklink(item.children, back, `${words.backTo} ${label}`);
  return {
    ...item,
    tagName: 'aside',
    properties: { ...item.properties, className: ['note'], role: 'doc-footnote', 'epub:type': 'footnote' },
    children: back === undefined ? body : beginWith(labelLink(label, back, words), body),
  };
}

function labelLink(label: string, href: string, words: Words): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['note-label'],
      role: 'doc-backlink',
      href,
      ariaLabel: `${words.backTo} ${label}`,
    },
    children: [{ type: 'text', value: label }],
  };
}

/** Puts the label into the first paragraph, or before the content where the note begins with something else. */
function beginWith(label: Element, body: readonly ElementContent[]): ElementContent[] {
  const first = body.findIndex((child) => child.type === 'element');
  const paragraph = body[first];
  const space: ElementContent = { type: 'text', value: ' ' };
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p') return [label, space, ...body];
  // A pop-up shows the paragraph without what is around it, so it says itself what it is.
  const properties = { ...paragraph.properties, className: ['note-text'] };
  return body.with(first, { ...paragraph, properties, children: [label, space, ...paragraph.children] });
}

function isBacklink(element: Element): boolean {
  return element.properties.role === 'doc-backlink';
}

function firstBacklink(element: Element): string | undefined {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const href = isBacklink(child) ? String(child.properties.href) : firstBacklink(child);
    if (href !== undefined) return href;
  }
  return undefined;
}

/**
 * Leaves out the arrow to the call that the label already leads to, and a paragraph that held nothing else.
 * Arrows to further calls stay, with words for those who hear them.
 */
function withoutBacklink(nodes: readonly ElementContent[], href: string, words: string): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (isBacklink(node)) {
      if (node.properties.href === href) return [];
      return [{ ...node, properties: { ...node.properties, ariaLabel: words } }];
    }
    const children = withoutBacklink(node.children, href, words);
    return children.length === 0 && node.children.length > 0 ? [] : [{ ...node, children }];
  });
}
