/** Some numbers by their middle and their ends. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly count: number;
}

export function spreadOf(numbers: readonly number[]): Spread | undefined {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return undefined;
  const middle = (sorted.length - 1) / 2;
  const [low = min, high = min] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return { median: (low + high) / 2, min, max, count: sorted.length };
}

/** `k` where the time grows as the pages to the power of `k`, between two measured books. */
export function growth(small: Point, large: Point): number {
  return Math.log(large.seconds / small.seconds) / Math.log(large.pages / small.pages);
}

export interface Point {
  readonly pages: number;
  readonly seconds: number;
}
