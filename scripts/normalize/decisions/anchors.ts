import type { Anchor } from './decision.js';
import { findMany } from './find-many.js';

/** A text without its white space, and where each of its code units stands in the source. */
export interface CompactText {
  /** With the marks that scans confuse made one; as long as `plain`. */
  readonly text: string;
  readonly plain: string;
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
function foldedMark(char: string): string {
  if (char < '\u00a0') return char;
  if (/[“”„‟〝〞「」『』]/.test(char)) return '"';
  if (/[‘’`´]/.test(char)) return "'";
  const plain = char.normalize('NFKC');
  return plain.length === char.length ? plain : char;
}

/** Takes the white space out of a text. */
export function compactText(source: string): CompactText {
  const offsets = new Uint32Array(source.length);
  const parts: string[] = [];
  let length = 0;
  for (const { 0: word, index } of source.matchAll(/\S+/g)) {
    parts.push(word);
    for (let i = 0; i < word.length; i++) offsets[length++] = index + i;
  }
  const plain = parts.join('');
  return { text: fold(plain), plain, offsets: offsets.subarray(0, length) };
}

/** Folds a text mark by mark; its length stays, so that offsets hold. */
function fold(text: string): string {
  return text.replace(/[^\p{ASCII}\u3041-\u30ff\u3400-\u9fff]/gu, foldedMark);
}

/** A piece of an anchor as it stands in a compact text. */
function folded(text: string): string {
  return fold(text.replace(/\s+/g, ''));
}

/** The anchor of a source offset: eight characters each side, and its number among its likes. */
export function makeAnchor(compact: CompactText, offset: number): Anchor {
  return makeAnchors(compact, [offset])(offset);
}

/** The anchors of many source offsets; only these may be asked for. */
export function makeAnchors(compact: CompactText, sources: readonly number[]): (offset: number) => Anchor {
  const { text, plain } = compact;
  const stretches = new Map(sources.map((offset) => [offset, stretchAt(compact, offset)]));
  const find = findMany(
    text,
    [...stretches.values()].map(({ from, to }) => text.slice(from, to)),
  );
  return (offset) => {
    const { from, at, to } = stretches.get(offset) ?? stretchAt(compact, offset);
    const [before, after] = [plain.slice(from, at), plain.slice(at, to)];
    const places = find(text.slice(from, to));
    return places.length > 1 ? { before, after, nth: places.indexOf(from) + 1 } : { before, after };
  };
}

/** The compact text around an offset: from, the place, to; no surrogate pair is cut. */
function stretchAt(
  { plain, offsets }: CompactText,
  offset: number,
): { readonly from: number; readonly at: number; readonly to: number } {
  const at = indexFrom(offsets, offset);
  const from = Math.max(0, at - reach);
  const to = Math.min(plain.length, at + reach);
  return {
    from: isTrailing(plain, from) ? from - 1 : from,
    at,
    to: isTrailing(plain, to) ? to + 1 : to,
  };
}

/** Whether the second half of a surrogate pair stands at an index. */
function isTrailing(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Where an anchor stands in a text; with less of its context if that has changed and the place is still the only one. */
export function findAnchor(compact: CompactText, anchor: Anchor): Found {
  return findAnchors(compact, [anchor])(anchor);
}

/** Where many anchors stand; only these may be asked for. */
export function findAnchors(compact: CompactText, anchors: readonly Anchor[]): (anchor: Anchor) => Found {
  const find = findMany(compact.text, anchors.map(whole));
  const changed = anchors.filter((anchor) => find(whole(anchor)).length === 0).flatMap(parts);
  const findPart = findMany(
    compact.text,
    changed.map(([left, right]) => left + right),
  );
  return (anchor) => {
    const exact = find(whole(anchor));
    const before = folded(anchor.before).length;
    if (anchor.nth !== undefined && exact.length > 0) {
      const at = exact[anchor.nth - 1];
      return at === undefined ? 'none' : placeAt(compact, at + before);
    }
    if (exact.length > 1) return 'several';
    const [only] = exact;
    return only === undefined ? findChanged(compact, anchor, findPart) : placeAt(compact, only + before);
  };
}

/** The place by what is left of its context. */
function findChanged(compact: CompactText, anchor: Anchor, find: (part: string) => readonly number[]): Found {
  const found = new Set<number>();
  for (const [left, right] of parts(anchor)) {
    const places = find(left + right);
    if (places.length === 1) found.add((places[0] ?? 0) + left.length);
  }
  const [at] = found;
  return found.size === 1 && at !== undefined ? placeAt(compact, at) : 'none';
}

function whole({ before, after }: Anchor): string {
  return folded(before) + folded(after);
}

/** The parts of an anchor that name its place alone: the near half of each side, or one whole side. */
function parts(anchor: Anchor): readonly (readonly [left: string, right: string])[] {
  const before = folded(anchor.before);
  const after = folded(anchor.after);
  const tries = [
    [before.slice(-4), after.slice(0, 4)],
    [before.slice(-3), after],
    [before, after.slice(0, 3)],
    [before, ''],
    ['', after],
  ] as const;
  return tries.filter(([left, right]) => left.length + right.length >= least);
}

function placeAt({ offsets }: CompactText, index: number): FoundPlace {
  const last = offsets[index - 1];
  return { before: last === undefined ? 0 : last + 1, after: offsets[index] ?? (last ?? -1) + 1 };
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
