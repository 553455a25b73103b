import { anchor, type Match, type Window } from './compare-anchors.js';

/** Lengths of the stretches that must stand once in both windows; the shorter ones only within narrow windows. */
const anchorLengths = [32, 12, 5];

/** Most differing characters that a window is searched for one by one; beyond, it is different as a whole. */
const mostSteps = 400;

/** Windows without a character in common: what lies between stretches that are equal. Sorted, none empty. */
export function differingWindows(a: Uint32Array, b: Uint32Array): readonly Window[] {
  const found: Window[] = [];
  // Each entry is a window and how many anchor lengths have been tried on it.
  const open: { window: Window; tried: number }[] = [
    { window: { a0: 0, a1: a.length, b0: 0, b1: b.length }, tried: 0 },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const window = trim(a, b, next.window);
    const k = anchorLengths[next.tried];
    if (window.a0 === window.a1 || window.b0 === window.b1 || k === undefined) {
      found.push(...stepByStep(a, b, window));
      continue;
    }
    const tried = next.tried + 1;
    open.push(...between(window, anchor(a, b, window, k)).map((inner) => ({ window: inner, tried })));
  }
  return joinNeighbours(found.sort((x, y) => x.a0 - y.a0 || x.b0 - y.b0));
}

/** The window without what both texts begin and end with. */
function trim(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Window): Window {
  let start = 0;
  let end = 0;
  const most = Math.min(a1 - a0, b1 - b0);
  while (start < most && a[a0 + start] === b[b0 + start]) start += 1;
  while (end < most - start && a[a1 - 1 - end] === b[b1 - 1 - end]) end += 1;
  return { a0: a0 + start, a1: a1 - end, b0: b0 + start, b1: b1 - end };
}

/** What a window has before, between and after matches. */
function between(window: Window, matches: readonly Match[]): readonly Window[] {
  const windows: Window[] = [];
  let [a0, b0] = [window.a0, window.b0];
  for (const match of matches) {
    windows.push({ a0, a1: match.a, b0, b1: match.b });
    [a0, b0] = [match.a + match.length, match.b + match.length];
  }
  windows.push({ a0, a1: window.a1, b0, b1: window.b1 });
  return windows;
}

/** The fewest lost and added characters of a window (Myers 1986), or the window whole where they are too many. */
function stepByStep(a: Uint32Array, b: Uint32Array, window: Window): readonly Window[] {
  const { a0, a1, b0, b1 } = window;
  if (a0 === a1 && b0 === b1) return [];
  if (a0 === a1 || b0 === b1) return [window];
  const furthest = search(a, b, window);
  return furthest ? between(window, retrace(furthest, window)).filter(isNotEmpty) : [window];
}

/** Furthest reach in `a` (relative) on each diagonal, one array a step: index `diagonal + step + 1`. */
type Furthest = readonly Int32Array[];

function search(a: Uint32Array, b: Uint32Array, { a0, a1, b0, b1 }: Window): Furthest | undefined {
  const [n, m] = [a1 - a0, b1 - b0];
  const steps: Int32Array[] = [];
  for (let d = 0; d <= Math.min(n + m, mostSteps); d++) {
    const before = steps[d - 1];
    const reach = new Int32Array(2 * d + 3).fill(-1);
    for (let diagonal = -d; diagonal <= d; diagonal += 2) {
      let x = before ? entry(before, diagonal, d, n, m) : 0;
      if (x < 0) continue;
      while (x < n && x - diagonal < m && a[a0 + x] === b[b0 + x - diagonal]) x += 1;
      reach[diagonal + d + 1] = x;
      if (x >= n && x - diagonal >= m) return [...steps, reach];
    }
    steps.push(reach);
  }
  return undefined;
}

/** Where step `d` enters a diagonal: from above (a character added) or from the left (one lost); -1 for nowhere. */
function entry(before: Int32Array, diagonal: number, d: number, n: number, m: number): number {
  const added = before[diagonal + 1 + d] ?? -1;
  const lost = (before[diagonal - 1 + d] ?? -1) + 1;
  const byAdding = added >= 0 && added - diagonal <= m ? added : -1;
  return lost > byAdding && lost <= n ? lost : byAdding;
}

/** Walks back from the end of both windows and collects the diagonals: what is equal. */
function retrace(steps: Furthest, { a0, a1, b0, b1 }: Window): readonly Match[] {
  const matches: Match[] = [];
  const [n, m] = [a1 - a0, b1 - b0];
  let x = n;
  let diagonal = n - m;
  for (let d = steps.length - 1; d >= 0; d--) {
    const before = steps[d - 1];
    const start = before ? entry(before, diagonal, d, n, m) : 0;
    if (x > start) matches.push({ a: a0 + start, b: b0 + start - diagonal, length: x - start });
    if (!before) break;
    const added = before[diagonal + 1 + d] ?? -1;
    const isAdded = added === start;
    x = isAdded ? start : start - 1;
    diagonal += isAdded ? 1 : -1;
  }
  return matches.reverse();
}

function isNotEmpty({ a0, a1, b0, b1 }: Window): boolean {
  return a0 < a1 || b0 < b1;
}

/** Windows that touch are one. */
function joinNeighbours(windows: readonly Window[]): readonly Window[] {
  const joined: Window[] = [];
  for (const window of windows) {
    const last = joined.at(-1);
    if (last && last.a1 === window.a0 && last.b1 === window.b0)
      joined.push({ ...(joined.pop() ?? last), a1: window.a1, b1: window.b1 });
    else joined.push(window);
  }
  return joined;
}
