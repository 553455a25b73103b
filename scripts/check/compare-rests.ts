import type { Window } from './compare-anchors.js';

/** Code points of the reference from `a` that stand at `b` of the output, out of order. */
export interface Move {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** What windows hold beside moves: each is split around them. Windows are in order, moves in any. */
export function withoutMoves(windows: readonly Window[], moves: readonly Move[]): readonly Window[] {
  const fromA = [...moves].sort((x, y) => x.a - y.a);
  const fromB = [...moves].sort((x, y) => x.b - y.b);
  let [nextA, nextB] = [0, 0];
  return windows.flatMap((window) => {
    const inA: Move[] = [];
    const inB: Move[] = [];
    for (let move = fromA[nextA]; move && move.a < window.a1; move = fromA[nextA]) {
      inA.push(move);
      nextA += 1;
    }
    for (let move = fromB[nextB]; move && move.b < window.b1; move = fromB[nextB]) {
      inB.push(move);
      nextB += 1;
    }
    return split(window, inA, inB);
  });
}

/** A window without its moved stretches: untouched whole, else its lost and its added rests apart. */
function split(window: Window, lost: readonly Move[], added: readonly Move[]): readonly Window[] {
  if (lost.length === 0 && added.length === 0) return [window];
  const { a0, a1, b0, b1 } = window;
  const restA = gaps(
    a0,
    a1,
    lost.map((move) => [move.a, move.a + move.length]),
  );
  const restB = gaps(
    b0,
    b1,
    added.map((move) => [move.b, move.b + move.length]),
  );
  return [
    ...restA.map(([from, to]) => ({ a0: from, a1: to, b0, b1: b0 })),
    ...restB.map(([from, to]) => ({ a0: a1, a1, b0: from, b1: to })),
  ];
}

function gaps(
  from: number,
  to: number,
  taken: readonly (readonly [number, number])[],
): readonly [number, number][] {
  const rest: [number, number][] = [];
  let at = from;
  for (const [start, end] of taken) {
    if (start > at) rest.push([at, start]);
    at = end;
  }
  if (at < to) rest.push([at, to]);
  return rest;
}
