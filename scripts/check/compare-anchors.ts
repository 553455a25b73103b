/** Two texts as code points, and a window of each: `a` from `a0` to `a1`, `b` from `b0` to `b1` (ends excluded). */
export interface Window {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** A stretch that both texts have: `length` code points from `a` in the one and `b` in the other. */
export interface Match {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

const prime = 0x01000193;

/**
 * Stretches of at least `k` code points that stand once in each window, in an order that both texts keep, and
 * so that the matched length is as great as it can be. The rest lies between them. Time and memory are linear.
 */
export function anchor(a: Uint32Array, b: Uint32Array, window: Window, k: number): readonly Match[] {
  return longestChain(uniqueMatches(a, b, window, k));
}

/** All stretches made of k-grams that stand once in either window, in the order of `a`. */
function uniqueMatches(
  a: Uint32Array,
  b: Uint32Array,
  { a0, a1, b0, b1 }: Window,
  k: number,
): readonly Match[] {
  const grams = new UniqueGrams(a, a0, a1, k);
  /** By position in `a` (from `a0`): 0 for none, position in `b` + 1, or -1 for more than one. */
  const partner = new Int32Array(Math.max(0, a1 - a0));
  forEachGram(b, b0, b1, k, (at, hash) => {
    const position = grams.find(b, at, hash);
    if (position < 0) return;
    partner[position - a0] = partner[position - a0] === 0 ? at + 1 : -1;
  });
  const matches: { a: number; b: number; length: number }[] = [];
  for (let index = 0; index < partner.length; index++) {
    const at = (partner[index] ?? 0) - 1;
    if (at < 0) continue;
    const last = matches.at(-1);
    const follows =
      last && last.a + last.length - k + 1 === a0 + index && last.b + last.length - k + 1 === at;
    if (follows) last.length += 1;
    else matches.push({ a: a0 + index, b: at, length: k });
  }
  return matches;
}

/** A hash table of the k-grams of a window; grams that stand there twice are known and never found. */
class UniqueGrams {
  readonly #text: Uint32Array;
  readonly #k: number;
  readonly #mask: number;
  /** Position + 1 of a gram, negative where it stands more than once, 0 for an empty slot. */
  readonly #slots: Int32Array;

  constructor(text: Uint32Array, from: number, to: number, k: number) {
    this.#text = text;
    this.#k = k;
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, 2 * (to - from))));
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    forEachGram(text, from, to, k, (at, hash) => this.#add(at, hash));
  }

  /** Position of the gram that begins at `at` in another text; -1 where it is not here, or not alone. */
  find(other: Uint32Array, at: number, hash: number): number {
    const slot = this.#slots[this.#slotOf(other, at, hash)] ?? 0;
    return slot > 0 ? slot - 1 : -1;
  }

  #add(at: number, hash: number): void {
    const index = this.#slotOf(this.#text, at, hash);
    const slot = this.#slots[index] ?? 0;
    this.#slots[index] = slot === 0 ? at + 1 : -Math.abs(slot);
  }

  #slotOf(text: Uint32Array, at: number, hash: number): number {
    let index = scramble(hash) & this.#mask;
    for (;;) {
      const slot = this.#slots[index] ?? 0;
      if (slot === 0 || this.#same(Math.abs(slot) - 1, text, at)) return index;
      index = (index + 1) & this.#mask;
    }
  }

  #same(own: number, text: Uint32Array, at: number): boolean {
    for (let index = 0; index < this.#k; index++) {
      if (this.#text[own + index] !== text[at + index]) return false;
    }
    return true;
  }
}

/** Calls back with every k-gram's place and rolling hash. */
export function forEachGram(
  text: Uint32Array,
  from: number,
  to: number,
  k: number,
  use: (at: number, hash: number) => void,
): void {
  if (to - from < k) return;
  let hash = 0;
  let power = 1;
  for (let index = 0; index < k; index++) {
    hash = (Math.imul(hash, prime) + (text[from + index] ?? 0)) | 0;
    if (index > 0) power = Math.imul(power, prime);
  }
  use(from, hash);
  for (let at = from + 1; at + k <= to; at++) {
    hash = (hash - Math.imul(text[at - 1] ?? 0, power)) | 0;
    hash = (Math.imul(hash, prime) + (text[at + k - 1] ?? 0)) | 0;
    use(at, hash);
  }
}

/** Spreads a hash over all bits; the low ones alone would depend on the last characters only. */
function scramble(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 16);
}

/** The heaviest chain of matches that rise in both texts (a weighted longest increasing subsequence). */
function longestChain(matches: readonly Match[]): readonly Match[] {
  const order = [...matches.keys()].sort((x, y) => (matches[x]?.b ?? 0) - (matches[y]?.b ?? 0));
  const rank = new Int32Array(matches.length);
  order.forEach((match, index) => {
    rank[match] = index;
  });
  const best = new BestBefore(matches.length);
  const previous = new Int32Array(matches.length).fill(-1);
  let [last, most] = [-1, 0];
  matches.forEach((match, index) => {
    const before = best.query(rank[index] ?? 0);
    previous[index] = before.match;
    const weight = before.weight + match.length;
    best.add(rank[index] ?? 0, weight, index);
    if (weight > most) [last, most] = [index, weight];
  });
  const chain: Match[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const match = matches[index];
    if (match) chain.push(match);
  }
  return withoutOverlaps(chain.reverse());
}

/** A Fenwick tree of maxima: the heaviest chain that ends before a rank. */
class BestBefore {
  readonly #weights: Float64Array;
  readonly #matches: Int32Array;

  constructor(size: number) {
    this.#weights = new Float64Array(size + 1);
    this.#matches = new Int32Array(size + 1).fill(-1);
  }

  query(rank: number): { weight: number; match: number } {
    let found = { weight: 0, match: -1 };
    for (let index = rank; index > 0; index -= index & -index) {
      const weight = this.#weights[index] ?? 0;
      if (weight > found.weight) found = { weight, match: this.#matches[index] ?? -1 };
    }
    return found;
  }

  add(rank: number, weight: number, match: number): void {
    for (let index = rank + 1; index < this.#weights.length; index += index & -index) {
      if (weight <= (this.#weights[index] ?? 0)) continue;
      this.#weights[index] = weight;
      this.#matches[index] = match;
    }
  }
}

/** Cuts the beginning of matches that overlap the one before; grams of neighbours may share characters. */
function withoutOverlaps(chain: readonly Match[]): readonly Match[] {
  const kept: Match[] = [];
  let [endA, endB] = [0, 0];
  for (const { a, b, length } of chain) {
    const cut = Math.max(0, endA - a, endB - b);
    if (cut >= length) continue;
    kept.push({ a: a + cut, b: b + cut, length: length - cut });
    [endA, endB] = [a + length, b + length];
  }
  return kept;
}
