/** Counts numbers in classes of a given width: what a book does most is what its design says. */
export class Histogram {
  readonly #classes = new Map<number, number[]>();
  #count = 0;

  constructor(
    readonly width: number,
    numbers: readonly number[] = [],
  ) {
    for (const number of numbers) this.add(number);
  }

  get count(): number {
    return this.#count;
  }

  add(number: number): void {
    const key = Math.round(number / this.width);
    const own = this.#classes.get(key) ?? [];
    own.push(number);
    this.#classes.set(key, own);
    this.#count += 1;
  }

  /** The middle of the fullest class. A value on the edge of two classes counts with both. */
  mode(): number | undefined {
    return this.#centre(this.#keys().sort((a, b) => this.#around(b) - this.#around(a) || a - b)[0]);
  }

  /** The least value whose class holds at least a share of all numbers (and two of them, if there are more). */
  leastOf(share: number): number | undefined {
    return this.#centre(this.#common(share).sort((a, b) => a - b)[0]);
  }

  /** The greatest such value. */
  greatestOf(share: number): number | undefined {
    return this.#centre(this.#common(share).sort((a, b) => b - a)[0]);
  }

  #keys(): number[] {
    return [...this.#classes.keys()];
  }

  #common(share: number): number[] {
    const least = Math.max(share * this.#count, Math.min(2, this.#count));
    const keys = this.#keys().filter((key) => this.#around(key) >= least);
    // A leaflet has no two pages alike.
    return keys.length > 0 ? keys : this.#keys();
  }

  #around(key: number): number {
    return [key - 1, key, key + 1].reduce((sum, near) => sum + (this.#classes.get(near)?.length ?? 0), 0);
  }

  #centre(key: number | undefined): number | undefined {
    if (key === undefined) return undefined;
    const near = [key - 1, key, key + 1].flatMap((other) => this.#classes.get(other) ?? []);
    return near.sort((a, b) => a - b)[Math.floor(near.length / 2)];
  }
}
