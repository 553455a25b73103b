import type { Element, Nodes } from 'hast';
import type { Chapter } from '../model/book.js';
import { textOf } from '../model/text-of.js';
import type { ReferenceText } from './reference-text.js';
import { TextGatherer } from './text-units.js';

/**
 * The manuscript's text as print shows it, with the way back to the reference's indexes. Ruby stands apart,
 * since it is printed above its line and read after it; what no page shows is left out.
 */
export interface PrintText {
  readonly units: string;
  /** All ruby, in order. */
  readonly ruby: string;
  /** Index in the reference of a character of `units`; the reference's length for the end. */
  readonly originalIndex: (index: number) => number;
  /** The same for a character of `ruby`. */
  readonly rubyIndex: (index: number) => number;
  /** What print may add of its own, by index in `units`: list markers, the figures that call notes, ornaments. */
  readonly generated: ReadonlyMap<number, readonly RegExp[]>;
  /** Whether any text is emphasized: print sets dots under it, which are read as characters. */
  readonly hasEmphasis: boolean;
}

const marker = /^(?:\d{1,4}[.)]?|[a-z]{1,3}\.|[•◦▪○■–-])/;
const ornament = /^[^\p{L}\p{N}]{1,20}/u;

/** What becomes of a character of the reference in print. */
type Fate = 'text' | 'ruby' | 'unseen';

/** Derives the print text from the same trees as the reference; their characters agree one to one. */
export function printText(chapters: readonly Chapter[], reference: ReferenceText): PrintText {
  const { stretches, allowed, hasEmphasis } = walkChapters(chapters);
  const main: string[] = [];
  const ruby: string[] = [];
  const rubyOriginals: number[] = [];
  const originals = new Uint32Array(reference.units.length + 1);
  let length = 0;
  let start = 0;
  for (const { end, fate } of stretches) {
    for (const part of reference.units.slice(start, end).matchAll(/\P{Default_Ignorable_Code_Point}+/gu)) {
      const text = part[0];
      if (fate === 'ruby') {
        ruby.push(text);
        for (let unit = 0; unit < text.length; unit++) rubyOriginals.push(start + part.index + unit);
      }
      if (fate !== 'text') continue;
      main.push(text);
      for (let unit = 0; unit < text.length; unit++) originals[length + unit] = start + part.index + unit;
      length += text.length;
    }
    start = end;
  }
  originals[length] = reference.units.length;
  const map = originals.subarray(0, length + 1);
  return {
    units: main.join(''),
    ruby: ruby.join(''),
    rubyIndex: (index) => rubyOriginals[index] ?? rubyOriginals.at(-1) ?? 0,
    originalIndex: (index) => map[Math.min(index, length)] ?? reference.units.length,
    hasEmphasis,
    generated: new Map([...allowed].map(([index, patterns]) => [firstAtOrAfter(map, index), patterns])),
  };
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

function walkChapters(chapters: readonly Chapter[]): Walk {
  const walker = new Walker();
  for (const chapter of chapters) walker.chapter(chapter);
  return walker;
}

class Walker implements Walk {
  readonly stretches: { end: number; fate: Fate }[] = [];
  readonly allowed = new Map<number, RegExp[]>();
  hasEmphasis = false;
  readonly #gatherer = new TextGatherer();

  chapter({ tree }: Chapter): void {
    this.#gatherer.enter('section');
    for (const child of tree.children) this.#walk(child, 'text');
    this.#gatherer.leave('section');
    this.#close('text');
  }

  #walk(node: Nodes, fate: Fate): void {
    if (node.type === 'text') this.#gatherer.text(node.value);
    if (node.type !== 'element') return;
    const own = fates[node.tagName] ?? fate;
    this.hasEmphasis ||= node.tagName === 'em';
    if (own !== fate) this.#close(fate);
    this.#allow(patternFor(node));
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
const fates: Readonly<Record<string, Fate>> = { rt: 'ruby', rp: 'unseen' };

function patternFor(element: Element): RegExp | undefined {
  if (element.tagName === 'li') return marker;
  if (element.tagName === 'hr') return ornament;
  if (element.properties.role !== 'doc-noteref') return undefined;
  const label = textOf(element).replace(/\s/gu, '');
  return label === '' ? undefined : new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
}
