import { isSpace } from '../text/characters.js';
import type { Anchor } from './decision.js';

/** A text without its white space, and where each of its code units stands in the source. */
export interface CompactText {
  readonly text: string;
  readonly offsets: Uint32Array;
}

/** A place between two characters: where the one before it ends and the one after it begins. */
export interface FoundPlace {
  /** Source offset right behind the character before the place. */
  readonly before: number;
  /** Source offset of the character after the place. */
  readonly after: number;
}

export type Found = FoundPlace | 'none' | 'several';

/** Characters of context on each side that an anchor is made with. */
const reach = 8;

/** Least context, in characters, by which a place is found again where the rest of it changed. */
const least = 6;

/** Marks that scans confuse, as one: width and quotes make no difference to a place. */
function folded(char: string): string {
  if (char < '\u00a0') return char;
  if (/[“”„‟〝〞「」『』]/.test(char)) return '"';
  if (/[‘’`´]/.test(char)) return "'";
  const plain = char.normalize('NFKC');
  return plain.length === char.length ? plain : char;
}

export function compactText(source: string): CompactText {
  const offsets = new Uint32Array(source.length);
  const parts: string[] = [];
  let length = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (isSpace(char)) continue;
    offsets[length++] = i;
    parts.push(char);
  }
  return { text: fold(parts.join('')), offsets: offsets.subarray(0, length) };
}

/** Folds a text mark by mark; its length stays, so that offsets hold. */
function fold(text: string): string {
  return text.replace(/[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{ASCII}]/gu, folded);
}

function withoutSpaces(text: string): string {
  return fold(text.replace(/\s+/g, ''));
}

/** The anchor of a source offset: eight characters each side, and its number among its likes. */
export function makeAnchor({ text, offsets }: CompactText, offset: number): Anchor {
  const at = indexFrom(offsets, offset);
  const before = text.slice(Math.max(0, at - reach), at);
  const after = text.slice(at, at + reach);
  const places = occurrences(text, before + after);
  const nth = places.indexOf(at - before.length) + 1;
  return places.length > 1 ? { before, after, nth } : { before, after };
}

/** Where an anchor stands in a text; with less of its context if that has changed and the place is still the only one. */
export function findAnchor(compact: CompactText, anchor: Anchor): Found {
  const before = withoutSpaces(anchor.before);
  const after = withoutSpaces(anchor.after);
  if (before + after === '') return 'none';
  const exact = occurrences(compact.text, before + after);
  if (anchor.nth !== undefined && exact.length > 0) {
    const at = exact[anchor.nth - 1];
    return at === undefined ? 'none' : placeAt(compact, at + before.length);
  }
  if (exact.length > 1) return 'several';
  const [only] = exact;
  return only === undefined ? findChanged(compact, before, after) : placeAt(compact, only + before.length);
}

/** The place by what is left of its context: the near half of each side, or one whole side. */
function findChanged(compact: CompactText, before: string, after: string): Found {
  const tries = [
    [before.slice(-4), after.slice(0, 4)],
    [before.slice(-3), after],
    [before, after.slice(0, 3)],
    [before, ''],
    ['', after],
  ] as const;
  const found = new Set<number>();
  for (const [left, right] of tries) {
    if (left.length + right.length < least) continue;
    const places = occurrences(compact.text, left + right);
    if (places.length === 1) found.add((places[0] ?? 0) + left.length);
  }
  const [at] = found;
  return found.size === 1 && at !== undefined ? placeAt(compact, at) : 'none';
}

function placeAt({ offsets }: CompactText, index: number): FoundPlace {
  const last = offsets[index - 1];
  return { before: last === undefined ? 0 : last + 1, after: offsets[index] ?? (last ?? -1) + 1 };
}

/** Most places of one context that are told apart by number. */
const mostPlaces = 10_000;

function occurrences(text: string, part: string): readonly number[] {
  const places: number[] = [];
  if (part === '') return places;
  for (let at = text.indexOf(part); at >= 0 && places.length < mostPlaces; at = text.indexOf(part, at + 1))
    places.push(at);
  return places;
}

/** Index of the first compact character that stands at a source offset or after it. */
function indexFrom(offsets: Uint32Array, offset: number): number {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
