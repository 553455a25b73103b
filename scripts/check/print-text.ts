import type { Element, Nodes } from 'hast';
import type { Chapter } from '../model/book.js';
import type { ReferenceText } from './reference-text.js';
import { TextGatherer } from './text-units.js';

/** One stream of a printed text: what is read in one piece, with the way back to the reference's indexes. */
export interface PrintStream {
  readonly units: string;
  /** Index in the reference of a character of `units`; the reference's length for the end. */
  readonly originalIndex: (index: number) => number;
  /** What print may add of its own, by index in `units`: list markers, marks of notes, ornaments. */
  readonly generated: ReadonlyMap<number, readonly RegExp[]>;
}

/**
 * The manuscript's text as print shows it, in streams that are read one after the other: the text; the notes at
 * the feet of the pages; ruby, which is printed above its line. What no page shows is left out.
 */
export interface PrintText {
  readonly main: PrintStream;
  readonly notes: PrintStream;
  readonly ruby: PrintStream;
  /** Formulas, which are drawn in an order of their own. */
  readonly math: PrintStream;
  /** Whether any text is emphasized: print sets dots under it, which are read as characters. */
  readonly hasEmphasis: boolean;
}

const marker = /^(?:\d{1,4}[.)]?|[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]|[a-z]{1,3}\.|[•◦▪○■–-])/;
const ornament = /^[^\p{L}\p{N}]{1,20}/u;
const hyphen = /^[-\u2010]/;
const noteMark = /^(?:\d{1,4}|[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf])/u;

/** What becomes of a character of the reference in print. */
type Fate = 'text' | 'note' | 'ruby' | 'math' | 'unseen';

/**
 * Derives the print text from the same trees as the reference; their characters agree one to one.
 * `footNotes` holds the ids of the notes that stand at the foot of their pages. In a structure tree ruby stands
 * `within` the text.
 */
export function printText(
  chapters: readonly Chapter[],
  reference: ReferenceText,
  footNotes: ReadonlySet<string>,
  ruby: 'apart' | 'within' = 'apart',
): PrintText {
  const { stretches, allowed, hasEmphasis } = walkChapters(chapters, footNotes);
  const divisions = [...reference.units.matchAll(/\u00ad/g)].map(({ index }) => index);
  const text = new Stream();
  const streams = {
    text,
    note: new Stream(),
    ruby: ruby === 'within' ? text : new Stream(),
    math: new Stream(),
  };
  let start = 0;
  for (const { end, fate } of stretches) {
    for (const part of reference.units.slice(start, end).matchAll(/\P{Default_Ignorable_Code_Point}+/gu))
      if (fate !== 'unseen') streams[fate].add(part[0], start + part.index);
    start = end;
  }
  const finish = (stream: Stream): PrintStream => stream.finish(reference.units.length, allowed, divisions);
  return {
    main: finish(streams.text),
    notes: finish(streams.note),
    ruby: finish(streams.ruby),
    math: finish(streams.math),
    hasEmphasis,
  };
}

/** Gathers a stream: its text, and for each of its characters the index in the reference. */
class Stream {
  readonly #parts: string[] = [];
  #originals = new Uint32Array(1024);
  #length = 0;

  add(text: string, original: number): void {
    this.#parts.push(text);
    while (this.#length + text.length > this.#originals.length) {
      const larger = new Uint32Array(2 * this.#originals.length);
      larger.set(this.#originals);
      this.#originals = larger;
    }
    for (let unit = 0; unit < text.length; unit++) this.#originals[this.#length + unit] = original + unit;
    this.#length += text.length;
  }

  /** `divisions` are the indexes in the reference where a word may be divided: print may show a hyphen there. */
  finish(end: number, allowed: Walk['allowed'], divisions: readonly number[]): PrintStream {
    const map = new Uint32Array(this.#length + 1);
    map.set(this.#originals.subarray(0, this.#length));
    map[this.#length] = end;
    const generated = new Map(
      [...allowed].map(([index, patterns]) => [firstAtOrAfter(map, index), patterns]),
    );
    for (const index of divisions) {
      const next = firstAtOrAfter(map, index);
      const isOwn = next > 0 && map[next - 1] === index - 1;
      if (isOwn) generated.set(next, [...(generated.get(next) ?? []), hyphen]);
    }
    return {
      units: this.#parts.join(''),
      originalIndex: (index) => map[Math.min(index, this.#length)] ?? end,
      generated,
    };
  }
}

function firstAtOrAfter(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Walk {
  /** Ends of stretches of one fate, ascending; together they cover the reference. */
  readonly stretches: readonly { readonly end: number; readonly fate: Fate }[];
  readonly allowed: ReadonlyMap<number, readonly RegExp[]>;
  readonly hasEmphasis: boolean;
}

function walkChapters(chapters: readonly Chapter[], footNotes: ReadonlySet<string>): Walk {
  const walker = new Walker(footNotes);
  for (const chapter of chapters) walker.chapter(chapter);
  return walker;
}

class Walker implements Walk {
  readonly stretches: { end: number; fate: Fate }[] = [];
  readonly allowed = new Map<number, RegExp[]>();
  hasEmphasis = false;
  readonly #gatherer = new TextGatherer();
  readonly #footNotes: ReadonlySet<string>;

  constructor(footNotes: ReadonlySet<string>) {
    this.#footNotes = footNotes;
  }

  chapter({ tree }: Chapter): void {
    this.#gatherer.enter('section');
    for (const child of tree.children) this.#walk(child, 'text');
    this.#gatherer.leave('section');
    this.#close('text');
  }

  #walk(node: Nodes, fate: Fate): void {
    if (node.type === 'text') this.#gatherer.text(node.value);
    if (node.type !== 'element') return;
    const isFootNote = node.tagName === 'li' && this.#footNotes.has(String(node.properties.id));
    const own = isFootNote ? 'note' : (fates[node.tagName] ?? fate);
    this.hasEmphasis ||= node.tagName === 'em';
    if (own !== fate) this.#close(fate);
    this.#allow(isFootNote ? noteMark : patternFor(node));
    const { role } = node.properties;
    this.#gatherer.enter(node.tagName, typeof role === 'string' ? role : undefined);
    for (const child of node.children) this.#walk(child, own);
    this.#gatherer.leave(node.tagName);
    if (own !== fate) this.#close(own);
  }

  #allow(pattern: RegExp | undefined): void {
    const { length } = this.#gatherer;
    if (pattern) this.allowed.set(length, [...(this.allowed.get(length) ?? []), pattern]);
  }

  #close(fate: Fate): void {
    const end = this.#gatherer.length;
    if (end > (this.stretches.at(-1)?.end ?? 0)) this.stretches.push({ end, fate });
  }
}

/** Browsers show `rt` as ruby and hide `rp`, which is for readers without ruby. */
const fates: Readonly<Record<string, Fate>> = { rt: 'ruby', rp: 'unseen', math: 'math' };

function patternFor(element: Element): RegExp | undefined {
  if (element.tagName === 'li') return marker;
  if (element.tagName === 'hr') return ornament;
  return element.properties.role === 'doc-noteref' ? noteMark : undefined;
}
