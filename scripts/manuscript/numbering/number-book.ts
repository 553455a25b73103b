import type { Element, ElementContent } from 'hast';
import type { Chapter, Heading } from '../../model/book.js';
import { classesOf, everyElement } from '../constructs/construct.js';
import type { LabelKind } from '../constructs/labels.js';
import { type ConstructWords, constructWords } from '../constructs/words.js';
import { headingText } from '../tree/headings.js';

/** How a book numbers: figures through the book or by chapter, headings down to a level (0: not at all). */
export interface Numbering {
  readonly figures: 'book' | 'chapter';
  readonly sections: 0 | 1 | 2 | 3;
}

/** What a reference may print of a place. */
export interface NamedPlace {
  /** `图 3`, `Section 2.1`; nothing where it has no number. */
  readonly label?: string;
  readonly number?: string;
  /** Its heading or caption in plain text. */
  readonly title: string;
}

/** What is known of every place that has an id, by the id. */
export type Places = ReadonlyMap<string, NamedPlace>;

/**
 * Numbers what is labelled, in the order of the book, and writes the numbers before captions and headings: they are part
 * of the text of both books from here on. Changes the trees in place; gives the chapters with their numbered headings.
 */
export function numberBook(
  chapters: readonly Chapter[],
  numbering: Numbering,
  language: string,
): { readonly chapters: readonly Chapter[]; readonly places: Places } {
  const places = new Map<string, NamedPlace>();
  const counter = new Counter(numbering);
  const numbered = chapters.map((chapter) => {
    const words = constructWords(chapter.language ?? language);
    counter.enter(chapter);
    const headings = numberHeadings(chapter, counter, words, places);
    everyElement(chapter.tree, (element) => {
      const kind = element.data?.label;
      if (kind && kind !== 'sec') nameElement(element, kind, counter, words, places);
    });
    const title = headings.find(({ depth }) => depth === 1)?.text ?? chapter.title;
    const own = places.get(headings.find(({ depth }) => depth === 1)?.id ?? '');
    places.set(chapter.id, { ...own, title: own?.title ?? chapter.title });
    return { ...chapter, headings, title };
  });
  return { chapters: numbered, places };
}

/** Counts through the book, or anew in each chapter. */
class Counter {
  #chapter = 0;
  #isNumbered = false;
  readonly #counts = new Map<LabelKind, number>();
  readonly #levels = [0, 0, 0];

  constructor(readonly numbering: Numbering) {}

  /** Only chapters of the body have numbers; parts, leaves, front and back matter have none. */
  enter({ matter, kind = 'chapter', tree }: Chapter): void {
    const title = tree.children.find((node) => node.type === 'element' && node.tagName === 'h1');
    const isUnnumbered = title?.type === 'element' && classesOf(title).includes('unnumbered');
    this.#isNumbered = matter === 'body' && kind === 'chapter' && !isUnnumbered;
    if (this.#isNumbered) this.#chapter += 1;
    if (this.numbering.figures === 'chapter') this.#counts.clear();
    this.#levels.fill(0);
    this.#levels[0] = this.#chapter;
  }

  next(kind: LabelKind, { numberJoin }: ConstructWords): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const isByChapter = this.numbering.figures === 'chapter' && this.#isNumbered;
    return isByChapter ? `${this.#chapter}${numberJoin}${count}` : String(count);
  }

  /** `2`, `2.1`, `2.1.3`; nothing for a heading that has no number. */
  heading(depth: number): string | undefined {
    if (!this.#isNumbered || depth > this.numbering.sections) return undefined;
    if (depth > 1) this.#levels[depth - 1] = (this.#levels[depth - 1] ?? 0) + 1;
    this.#levels.fill(0, depth);
    return this.#levels.slice(0, depth).join('.');
  }
}

function numberHeadings(
  { tree, headings }: Chapter,
  counter: Counter,
  words: ConstructWords,
  places: Map<string, NamedPlace>,
): readonly Heading[] {
  const elements = new Map<string, Element>();
  everyElement(tree, (element) => {
    if (/^h[1-6]$/.test(element.tagName)) elements.set(String(element.properties.id), element);
  });
  return headings.map((heading) => {
    const element = elements.get(heading.id);
    const title = heading.text;
    const isUnnumbered = element && classesOf(element).includes('unnumbered');
    const number = element && !isUnnumbered ? counter.heading(heading.depth) : undefined;
    if (!element || number === undefined) {
      places.set(heading.id, { title });
      return heading;
    }
    const label = fill(heading.depth === 1 ? words.chapter : words.section, number);
    places.set(heading.id, { title, number, label });
    const isNamed = heading.depth === 1 && words.captionGap === '\u3000';
    const gap = words.captionGap === '\u3000' ? '\u3000' : ' ';
    element.children.unshift(labelled(`${isNamed ? label : number}`, 'heading-number'), text(gap));
    return { ...heading, text: headingText(element) };
  });
}

const wordOf = { fig: 'figure', tbl: 'table', eq: 'equation', lst: 'listing' } as const;

function nameElement(
  element: Element,
  kind: Exclude<LabelKind, 'sec'>,
  counter: Counter,
  words: ConstructWords,
  places: Map<string, NamedPlace>,
): void {
  const number = counter.next(kind, words);
  const label = fill(words[wordOf[kind]], number);
  const caption = element.children.find(
    (child) => child.type === 'element' && ['figcaption', 'caption'].includes(child.tagName),
  );
  const title = caption?.type === 'element' ? headingText(firstLine(caption)) : '';
  places.set(String(element.properties.id), { label, number, title });
  if (kind === 'eq') element.children.push(labelled(`(${number})`, 'equation-number'));
  else
    writeLabel(
      element,
      caption?.type === 'element' ? caption : undefined,
      label,
      title === '' ? '' : words.captionGap,
    );
}

function writeLabel(element: Element, caption: Element | undefined, label: string, gap: string): void {
  const own = caption ?? newCaption(element);
  const line = firstLine(own);
  line.children.unshift(labelled(label, 'caption-label'), ...(gap === '' ? [] : [text(gap)]));
}

/** A caption stands below a figure, and above a table or a listing. */
function newCaption(element: Element): Element {
  const isTable = element.tagName === 'table';
  const caption: Element = {
    type: 'element',
    tagName: isTable ? 'caption' : 'figcaption',
    properties: {},
    children: [],
  };
  if (isTable) element.children.unshift(caption);
  else element.children.push(caption);
  return caption;
}

/** The caption's first paragraph, or the caption itself where it has none. */
function firstLine(caption: Element): Element {
  const first = caption.children.find((child) => child.type === 'element');
  return first?.type === 'element' && first.tagName === 'p' && !classesOf(first).includes('credit')
    ? first
    : caption;
}

function labelled(value: string, className: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className] },
    children: [text(value)],
  };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

function fill(pattern: string, number: string): string {
  return pattern.replace('{n}', number);
}
