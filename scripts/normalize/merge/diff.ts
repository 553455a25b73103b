/** A stretch in which two lists differ: `start` to `end` of the one became `from` to `to` of the other. */
export interface Hunk {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** More differences than this in a stretch without landmarks are not aligned: all of it counts as replaced. */
const mostDifferences = 1000;

/**
 * How the list `a` became `b`, in order. Items that both have once are landmarks (Bram Cohen's patience
 * diff), so that repeated items (a rule, 「他说」) cannot pair passages that have nothing to do with each
 * other, and the time is near the length however much differs; between landmarks it is Myers's shortest way.
 * `isWeak` names items that are no landmarks though they come once.
 */
export function diffLists(
  a: readonly number[],
  b: readonly number[],
  isWeak: (item: number) => boolean = () => false,
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  const todo: Hunk[] = [{ start: 0, end: a.length, from: 0, to: b.length }];
  for (let range = todo.pop(); range; range = todo.pop()) {
    const core = trimmed(a, b, range);
    if (core.start === core.end && core.from === core.to) continue;
    // Landmarks go before what only happens to be alike at both ends: 「……，又往前去。」 may end every paragraph.
    const pairs = landmarks(a, b, range, isWeak);
    if (pairs.length > 0) for (const part of cutAt(pairs, range).toReversed()) todo.push(part);
    else for (const hunk of hunksOf(a, b, core, isWeak)) hunks.push(hunk);
  }
  return hunks;
}

/** The hunks of a range whose ends differ. */
function hunksOf(
  a: readonly number[],
  b: readonly number[],
  range: Hunk,
  isWeak: (item: number) => boolean,
): readonly Hunk[] {
  if (range.start === range.end || range.from === range.to) return [range];
  // What came twice may come once now that the ends are off.
  const parts = cutAt(landmarks(a, b, range, isWeak), range);
  return parts.flatMap((part) => {
    const core = trimmed(a, b, part);
    if (core.start === core.end && core.from === core.to) return [];
    return core.start === core.end || core.from === core.to ? [core] : shortestWay(a, b, core);
  });
}

/** A range without what both lists have at its beginning and at its end. */
function trimmed(a: readonly number[], b: readonly number[], range: Hunk): Hunk {
  let { start, end, from, to } = range;
  while (start < end && from < to && a[start] === b[from]) [start, from] = [start + 1, from + 1];
  while (start < end && from < to && a[end - 1] === b[to - 1]) [end, to] = [end - 1, to - 1];
  return { start, end, from, to };
}

/** A pair of equal items: their places in the two lists. */
interface Pair {
  readonly a: number;
  readonly b: number;
}

/** Items that stand once in either range, as the longest row of them that has the same order in both. */
function landmarks(
  a: readonly number[],
  b: readonly number[],
  range: Hunk,
  isWeak: (item: number) => boolean,
): readonly Pair[] {
  const inA = placesOfSingles(a, range.start, range.end);
  const inB = placesOfSingles(b, range.from, range.to);
  const pairs: Pair[] = [];
  for (const [item, place] of inA) {
    const other = inB.get(item) ?? -1;
    if (place >= 0 && other >= 0 && !isWeak(item)) pairs.push({ a: place, b: other });
  }
  return longestRising(pairs);
}

/** The places of items; −1 for those that come more than once. */
function placesOfSingles(list: readonly number[], from: number, to: number): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const item = list[i] ?? 0;
    places.set(item, places.has(item) ? -1 : i);
  }
  return places;
}

/** Of pairs in the order of `a`, the longest row in the order of `b` (patience sorting). */
function longestRising(pairs: readonly Pair[]): readonly Pair[] {
  const tops: number[] = [];
  const before: number[] = [];
  for (const [i, { b }] of pairs.entries()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tops[middle] ?? 0]?.b ?? 0) < b) low = middle + 1;
      else high = middle;
    }
    before.push(tops[low - 1] ?? -1);
    tops[low] = i;
  }
  const row: Pair[] = [];
  for (let i = tops.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
    const pair = pairs[i];
    if (pair) row.push(pair);
  }
  return row.reverse();
}

/** The ranges before, between and after pairs. */
function cutAt(pairs: readonly Pair[], range: Hunk): readonly Hunk[] {
  const ranges: Hunk[] = [];
  let [start, from] = [range.start, range.from];
  for (const { a, b } of pairs) {
    ranges.push({ start, end: a, from, to: b });
    [start, from] = [a + 1, b + 1];
  }
  return [...ranges, { start, end: range.end, from, to: range.to }];
}

/** The fewest items taken out and put in (Myers 1986, the greedy form); the range as a whole where they are too many. */
export function shortestWay(a: readonly number[], b: readonly number[], range: Hunk): readonly Hunk[] {
  const { start, end, from, to } = range;
  const [n, m] = [end - start, to - from];
  const most = Math.min(n + m, mostDifferences);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = isDown(reach, most, k, d) ? (reach[most + 1 + k + 1] ?? 0) : (reach[most + 1 + k - 1] ?? 0) + 1;
      while (x < n && x - k < m && a[start + x] === b[from + x - k]) x++;
      reach[most + 1 + k] = x;
      if (x >= n && x - k >= m) return walkBack(trace, d, range);
    }
    trace.push(reach.slice(most + 1 - d, most + 2 + d));
  }
  return [range];
}

/** Whether the way to a diagonal comes from the one above: an item put in, not one taken out. */
function isDown(reach: Int32Array, centre: number, k: number, d: number): boolean {
  return k === -d || (k !== d && (reach[centre + 1 + k - 1] ?? 0) < (reach[centre + 1 + k + 1] ?? 0));
}

/** The hunks of the way that `trace` recorded: for each number of differences, how far each diagonal came. */
function walkBack(trace: readonly Int32Array[], differences: number, range: Hunk): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [x, y] = [range.end - range.start, range.to - range.from];
  for (let d = differences; d > 0; d--) {
    const reach = trace[d - 1] ?? new Int32Array();
    const at = (k: number): number => (Math.abs(k) < d ? (reach[k + d - 1] ?? 0) : -1);
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previous = down ? k + 1 : k - 1;
    const [px, py] = [at(previous), at(previous) - previous];
    const [ex, ey] = down ? [px, py + 1] : [px + 1, py];
    const hunk = {
      start: range.start + px,
      end: range.start + ex,
      from: range.from + py,
      to: range.from + ey,
    };
    const next = hunks.at(-1);
    if (next && next.start === hunk.end && next.from === hunk.to)
      hunks[hunks.length - 1] = { ...next, start: hunk.start, from: hunk.from };
    else hunks.push(hunk);
    [x, y] = [px, py];
  }
  return hunks.reverse();
}
