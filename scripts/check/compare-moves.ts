import { forEachGram, type Window } from './compare-anchors.js';
import { type Move, withoutMoves } from './compare-rests.js';

/** Shortest stretch that is called moved and not lost here and added there: a few words may repeat by chance. */
const shortestMove = 8;

/** Places of one gram that are tried; a text of repetitions would have them without end. */
const mostPlaces = 8;

/** How far a lost or added stretch is slid along equal text to fit its counterpart. */
const furthestSlide = 64;

/** Grams that are kept of lost text; of more, every second, third … one, which still finds long moves. */
const mostGrams = 200_000;

/** The windows with what was lost in one and added in another taken out, and those moves apart. */
export interface MovesFound {
  readonly moves: readonly Move[];
  readonly windows: readonly Window[];
}

export function findMoves(a: Uint32Array, b: Uint32Array, windows: readonly Window[]): MovesFound {
  if (
    !windows.some((w) => w.a1 - w.a0 >= shortestMove) ||
    !windows.some((w) => w.b1 - w.b0 >= shortestMove)
  ) {
    return { moves: [], windows };
  }
  return new MoveFinder(a, b, windows).find();
}

class MoveFinder {
  readonly #a: Uint32Array;
  readonly #b: Uint32Array;
  readonly #windows: Window[];
  readonly #moves: Move[] = [];
  /** Places in lost text by the hash of the gram there. */
  readonly #places = new Map<number, number[]>();
  /** 1 for each code point of the reference that a move has taken. */
  readonly #taken: Uint8Array;

  constructor(a: Uint32Array, b: Uint32Array, windows: readonly Window[]) {
    this.#a = a;
    this.#b = b;
    this.#windows = [...windows];
    this.#taken = new Uint8Array(a.length);
    const lost = windows.reduce((sum, window) => sum + window.a1 - window.a0, 0);
    const stride = Math.ceil(lost / mostGrams);
    for (const { a0, a1 } of windows) {
      forEachGram(a, a0, a1, shortestMove, (at, hash) => {
        if (at % stride === 0) this.#addPlace(at, hash);
      });
    }
  }

  find(): MovesFound {
    for (const index of this.#windows.keys()) this.#searchWindow(index);
    return { moves: this.#moves, windows: withoutMoves(this.#windows, this.#moves) };
  }

  #addPlace(at: number, hash: number): void {
    const places = this.#places.get(hash);
    if (!places) this.#places.set(hash, [at]);
    else if (places.length < mostPlaces) places.push(at);
  }

  #searchWindow(index: number): void {
    const window = this.#windows[index];
    if (!window) return;
    let free = window.b0;
    forEachGram(this.#b, window.b0, window.b1, shortestMove, (at, hash) => {
      if (at < free) return;
      const move = this.#longestAt(at, hash, free, window.b1);
      if (!move) return;
      const whole = this.#slideTogether(index, move);
      this.#take(whole ?? move);
      free = whole ? window.b1 : move.b + move.length;
    });
  }

  /** The longest lost stretch that stands around `at` in added text, between `from` and `to`. */
  #longestAt(at: number, hash: number, from: number, to: number): Move | undefined {
    let best: Move | undefined;
    for (const place of this.#places.get(hash) ?? []) {
      const window = this.#windows[this.#indexOfLost(place)];
      if (!window) continue;
      let before = 0;
      let length = 0;
      while (at + length < to && place + length < window.a1 && this.#agree(place + length, at + length))
        length += 1;
      while (
        at - before > from &&
        place - before > window.a0 &&
        this.#agree(place - before - 1, at - before - 1)
      )
        before += 1;
      const whole = before + length;
      if (length >= shortestMove && whole > (best?.length ?? 0))
        best = { a: place - before, b: at - before, length: whole };
    }
    return best;
  }

  #agree(place: number, at: number): boolean {
    return this.#taken[place] === 0 && this.#a[place] === this.#b[at];
  }

  /**
   * A stretch lost before `。` may as well be lost with the `。` before it. Where a whole lost and a whole added
   * stretch are one text but for such a choice, both windows are slid so that they agree.
   */
  #slideTogether(addedIndex: number, move: Move): Move | undefined {
    const lostIndex = this.#indexOfLost(move.a);
    const lost = this.#windows[lostIndex];
    const added = this.#windows[addedIndex];
    if (!lost || !added || lost.b0 !== lost.b1 || added.a0 !== added.a1) return undefined;
    const length = lost.a1 - lost.a0;
    if (length !== added.b1 - added.b0 || length === move.length || this.#taken[lost.a0] !== 0)
      return undefined;
    const offset = move.b - added.b0 - (move.a - lost.a0);
    for (const slide of slides()) {
      const [x, y] = [slide, slide + offset];
      if (!this.#canSlide(this.#a, lost.a0, lost.a1, x) || !this.#canSlide(this.#b, added.b0, added.b1, y))
        continue;
      const slidLost = shift(lost, x);
      const slidAdded = shift(added, y);
      if (!this.#isOneText(slidLost, slidAdded)) continue;
      if (!this.#hasRoom(lostIndex, slidLost) || !this.#hasRoom(addedIndex, slidAdded)) continue;
      this.#windows[lostIndex] = slidLost;
      this.#windows[addedIndex] = slidAdded;
      return { a: slidLost.a0, b: slidAdded.b0, length };
    }
    return undefined;
  }

  /** Whether what was lost in one window is what was added in the other: it may be like it but for a character. */
  #isOneText({ a0, a1 }: Window, { b0 }: Window): boolean {
    for (let step = 0; a0 + step < a1; step++) if (this.#a[a0 + step] !== this.#b[b0 + step]) return false;
    return true;
  }

  /** Whether leaving out `from`–`to` and leaving out the stretch `by` further give the same text. */
  #canSlide(text: Uint32Array, from: number, to: number, by: number): boolean {
    if (from + by < 0 || to + by > text.length) return false;
    for (let step = 0; step < by; step++) if (text[from + step] !== text[to + step]) return false;
    for (let step = -1; step >= by; step--) if (text[from + step] !== text[to + step]) return false;
    return true;
  }

  /** Whether a window keeps clear of its neighbours. */
  #hasRoom(index: number, { a0, a1, b0, b1 }: Window): boolean {
    const before = this.#windows[index - 1];
    const after = this.#windows[index + 1];
    return (
      (!before || (before.a1 <= a0 && before.b1 <= b0)) && (!after || (after.a0 >= a1 && after.b0 >= b1))
    );
  }

  #take(move: Move): void {
    this.#moves.push(move);
    this.#taken.fill(1, move.a, move.a + move.length);
  }

  /** Index of the last window that begins at or before a place of the reference. */
  #indexOfLost(place: number): number {
    let [low, high] = [0, this.#windows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#windows[middle]?.a0 ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

function shift({ a0, a1, b0, b1 }: Window, by: number): Window {
  return { a0: a0 + by, a1: a1 + by, b0: b0 + by, b1: b1 + by };
}

/** 0, 1, -1, 2, -2 … */
function* slides(): Generator<number> {
  yield 0;
  for (let by = 1; by <= furthestSlide; by++) yield* [by, -by];
}
