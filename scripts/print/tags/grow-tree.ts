import type { PDFRef } from '@cantoo/pdf-lib';
import { isArtifact, isHidden, isNote, typeOfElement } from './element-types.js';
import { firstText, hasClass, isElement, type MarkupElement, type MarkupNode } from './page-markup.js';
import { spanOf, squareTable } from './table-grid.js';
import { type Mark, type Standing, Tag, type TagKid } from './tag.js';

/** What is known of one page when its elements join the tree. */
export interface PageContent {
  readonly page: number;
  /** What is in the type area, and the notes at its foot. */
  readonly main: MarkupElement | undefined;
  readonly notes: MarkupElement | undefined;
  /** Marked contents by the index of their text. */
  readonly marksOf: (text: number) => readonly Mark[];
  /** The next mark that the browser drew before a list item, by the index of the item's first text. */
  readonly takeMarker: (text: number) => { readonly mark: Mark; readonly isDrawn: boolean } | undefined;
  readonly pictureMarks: (image: MarkupElement) => readonly Mark[];
  readonly pictureBox: (image: MarkupElement) => Standing['box'] | undefined;
  readonly annotationsOf: (link: MarkupElement) => readonly PDFRef[];
}

/** An element that goes on on the next page. */
interface OpenElement {
  readonly name: string;
  /** `undefined` for one that the tree goes through. */
  readonly tag: Tag | undefined;
}

/** What is handed down from an element to what is in it. */
interface Inside {
  readonly parent: Tag;
  readonly language: string;
  readonly isInNotes: boolean;
  /** The note that this stands in. */
  readonly note?: Tag;
}

/**
 * Grows the structure tree of one part of the book (a chapter, the contents) from its pages in order. Paged.js marks both
 * halves of what it splits over pages; here they are one element again. Notes come behind the part's text, where they
 * stand in the manuscript, in its order.
 */
export class PartTree {
  readonly #notes: Tag[] = [];
  readonly #levels: number[] = [];
  #open: Readonly<Record<'main' | 'notes', readonly OpenElement[]>> = { main: [], notes: [] };
  #page: PageContent | undefined;
  #left: OpenElement[] = [];
  #continued: OpenElement[] = [];
  /** Notes at the feet of pages, by the number that Paged.js gave them in their part. */
  readonly #footNotes = new Map<string, OpenElement>();

  constructor(
    readonly root: Tag,
    readonly language: string,
    readonly isContents: boolean,
    /** Ids of the notes in the manuscript's order. */
    readonly noteIds: readonly string[] = [],
  ) {}

  addPage(content: PageContent): void {
    this.#page = content;
    this.#open = {
      main: this.#addArea(content.main, this.#open.main, false),
      notes: this.#addArea(content.notes, this.#open.notes, true),
    };
  }

  finish(): Tag {
    const order = new Map(this.noteIds.map((id, index) => [id, index]));
    const placeOf = ({ settings }: Tag): number => order.get(settings.id ?? '') ?? order.size;
    this.root.kids.push(...this.#notes.splice(0).sort((a, b) => placeOf(a) - placeOf(b)));
    prune(this.root);
    return this.root;
  }

  #addArea(
    area: MarkupElement | undefined,
    open: readonly OpenElement[],
    isInNotes: boolean,
  ): readonly OpenElement[] {
    this.#continued = [...open];
    this.#left = [];
    const inside = { parent: this.root, language: this.language, isInNotes };
    for (const child of area?.children ?? []) this.#add(child, inside);
    return this.#left;
  }

  /** The element of an earlier page that this one is the rest of. */
  #goesOn(node: MarkupElement): OpenElement | undefined {
    if (!node.attributes.has('data-split-from')) return undefined;
    const before = this.#continued[0];
    if (before?.name === node.name) return this.#continued.shift();
    // A note that a page parts between two of its blocks is not marked as left open.
    return this.#footNotes.get(node.attributes.get('data-footnote-marker') ?? '');
  }

  #add(node: MarkupNode, inside: Inside): void {
    if (!isElement(node)) {
      for (const mark of this.#page?.marksOf(node.index) ?? []) inside.parent.addInline(mark);
      return;
    }
    if (isHidden(node) || isArtifact(node)) return;
    const goesOn = this.#goesOn(node);
    const tag = goesOn ? goesOn.tag : this.#begin(node, inside);
    const marker = node.attributes.get('data-footnote-marker');
    if (marker !== undefined) this.#footNotes.set(marker, { name: node.name, tag });
    if (node.attributes.has('data-split-to')) this.#left.push({ name: node.name, tag });
    const language = node.attributes.get('lang') ?? inside.language;
    const isInNotes = inside.isInNotes || node.attributes.has('data-footnotes');
    const note = tag?.type === 'Note' ? tag : inside.note;
    const own = { parent: tag?.body ?? inside.parent, language, isInNotes, ...(note && { note }) };
    if (tag && !goesOn) this.#label(tag, node);
    if (tag?.type === 'Figure') {
      this.#fill(tag, node, inside.parent);
      return;
    }
    for (const child of node.children) this.#add(child, own);
    this.#addAnnotations(node, own.parent);
  }

  /** Makes the element that a node of the markup begins; nothing for one that the tree goes through. */
  #begin(node: MarkupElement, inside: Inside): Tag | undefined {
    const own = node.attributes.get('lang');
    const language = own !== undefined && own !== inside.language ? { language: own } : {};
    if (inside.isInNotes && isNote(node)) return this.#note(node, language);
    if (hasClass(node, 'note-mark')) return noteLabel(node, inside);
    const parent = parentFor(node, inside.parent);
    const tag = this.#tagFor(node, language, parent);
    if (!tag) return undefined;
    parent.add(tag);
    return tag;
  }

  #tagFor(node: MarkupElement, language: { language?: string }, parent: Tag): Tag | undefined {
    const heading = /^h([1-6])$/.exec(node.name)?.[1];
    if (heading) return new Tag(`H${this.#level(Number(heading))}`, language);
    if (node.name === 'a' && node.attributes.has('href')) return this.#link(node, language, parent);
    if (this.isContents && node.name === 'ol') return new Tag('TOC', language);
    if (this.isContents && node.name === 'li') return new Tag('TOCI', language);
    if (node.name === 'li') return withBody('LI', 'LBody', language);
    if (node.name === 'dt') return new Tag('Lbl', language);
    if (node.name === 'dd') return new Tag('LBody', language);
    const type = typeOfElement(node);
    if (type) return new Tag(type.type, { ...type.settings, ...language });
    if (language.language === undefined) return undefined;
    return new Tag(
      /^(?:div|section|article|aside|header|footer)$/.test(node.name) ? 'Div' : 'Span',
      language,
    );
  }

  /** A note's call and a line of the contents are references; the link in them leads there (ISO 32000-1, table 338). */
  #link(node: MarkupElement, language: { language?: string }, parent: Tag): Tag {
    const link = new Tag('Link', language);
    const isReference = node.attributes.get('role') === 'doc-noteref' || this.isContents;
    if (!isReference || parent.type === 'Reference') return link;
    const reference = new Tag('Reference');
    reference.kids.push(link);
    reference.body = link;
    return reference;
  }

  #note(node: MarkupElement, language: { language?: string }): Tag {
    const id = node.attributes.get('id') ?? `note-${this.root.settings.id ?? ''}-${this.#notes.length + 1}`;
    const note = new Tag('Note', { ...language, id });
    this.#notes.push(note);
    return note;
  }

  /** Headings nested without a gap, whatever levels the manuscript leaves out. */
  #level(own: number): number {
    while ((this.#levels.at(-1) ?? 0) >= own) this.#levels.pop();
    this.#levels.push(own);
    return this.#levels.length;
  }

  /** The mark that the browser draws before a list item. */
  #label(tag: Tag, node: MarkupElement): void {
    if (node.name !== 'li') return;
    const first = firstText(node);
    const own = first === undefined ? undefined : this.#page?.takeMarker(first);
    if (!own) return;
    const label = new Tag('Lbl', own.isDrawn ? { actualText: '•' } : {});
    label.kids.push(own.mark);
    tag.kids.unshift(label);
  }

  /** What is drawn of a picture; the letters in a drawing are part of it. */
  #fill(figure: Tag, node: MarkupElement, parent: Tag): void {
    figure.kids.push(...(this.#page?.pictureMarks(node) ?? []));
    const box = this.#page?.pictureBox(node);
    if (box) figure.standing = { box, isInline: parent.type !== 'Div' };
  }

  #addAnnotations(node: MarkupElement, parent: Tag): void {
    const page = this.#page;
    if (node.name !== 'a' || !page) return;
    for (const annotation of page.annotationsOf(node)) parent.kids.push({ page: page.page, annotation });
  }
}

/** The mark of a note stands before its paragraphs, and leads back to its call. */
function noteLabel(node: MarkupElement, { note, parent }: Inside): Tag {
  const label = new Tag('Lbl');
  if (node.attributes.has('href')) {
    label.body = new Tag('Link');
    label.kids.push(label.body);
  }
  (note ?? parent).kids.unshift(label);
  return label;
}

function withBody(type: string, bodyType: string, settings: { language?: string }): Tag {
  const tag = new Tag(type, settings);
  tag.body = new Tag(bodyType);
  tag.kids.push(tag.body);
  return tag;
}

/** A term begins an item of its list, and so does an explanation without one; further ones belong to the same. */
function parentFor(node: MarkupElement, parent: Tag): Tag {
  if (parent.type !== 'L' || !/^d[td]$/.test(node.name)) return parent;
  const last = parent.kids.at(-1);
  const hasBody = last instanceof Tag && last.kids.some((kid) => kid instanceof Tag && kid.type === 'LBody');
  if (last instanceof Tag && !(node.name === 'dt' && hasBody)) return last;
  const item = new Tag('LI');
  parent.kids.push(item);
  return item;
}

/** Takes elements without content out, but for cells, which keep a table's columns, and rows that cells reach into. */
function prune(tag: Tag): void {
  let reached = 0;
  const kept = tag.kids.filter((kid) => {
    if (!(kid instanceof Tag)) return true;
    prune(kid);
    const isReached = kid.type === 'TR' && reached > 0;
    if (kid.type === 'TR') reached = Math.max(reached, ...kid.kids.map(heightOf)) - 1;
    return kid.kids.length > 0 || /^T[HD]$/.test(kid.type) || isReached;
  });
  tag.kids.splice(0, tag.kids.length, ...kept);
  if (tag.type === 'Table') squareTable(tag);
}

function heightOf(kid: TagKid): number {
  return kid instanceof Tag ? spanOf(kid, 'RowSpan') : 1;
}
