import type { Window } from './compare-anchors.js';
import { findMoves } from './compare-moves.js';
import { differingWindows } from './compare-windows.js';

/**
 * A difference between a reference and an output. Indexes count UTF-16 code units from 0 and never split a
 * character. For lost text `outputIndex` is where it should stand; for added text `referenceIndex` is what it
 * stands before; `changed` is text of the reference with other text in its place.
 */
export interface TextDifference {
  readonly kind: 'lost' | 'added' | 'moved' | 'changed';
  /** The reference's text; the output's where the kind is `added`. */
  readonly text: string;
  /** What the output has instead, where the kind is `changed`. */
  readonly replacement?: string;
  readonly referenceIndex: number;
  readonly outputIndex: number;
}

/**
 * All differences in the order of the reference; none for equal texts. Text that stands elsewhere (8 characters
 * or more) is moved, not lost and added. Time is about linear in length; texts that have little in common
 * are told apart by large stretches.
 */
export function compareText(reference: string, output: string): readonly TextDifference[] {
  if (reference === output) return [];
  const a = new CodePoints(reference);
  const b = new CodePoints(output);
  const { moves, windows } = findMoves(a.points, b.points, differingWindows(a.points, b.points));
  const moved = moves.map((move): TextDifference => {
    return {
      kind: 'moved',
      text: a.text(move.a, move.a + move.length),
      referenceIndex: a.unitOf(move.a),
      outputIndex: b.unitOf(move.b),
    };
  });
  return [...moved, ...windows.map((window) => differenceOf(a, b, window))].sort(
    (x, y) => x.referenceIndex - y.referenceIndex || x.outputIndex - y.outputIndex,
  );
}

function differenceOf(a: CodePoints, b: CodePoints, { a0, a1, b0, b1 }: Window): TextDifference {
  const where = { referenceIndex: a.unitOf(a0), outputIndex: b.unitOf(b0) };
  if (b0 === b1) return { kind: 'lost', text: a.text(a0, a1), ...where };
  if (a0 === a1) return { kind: 'added', text: b.text(b0, b1), ...where };
  return { kind: 'changed', text: a.text(a0, a1), replacement: b.text(b0, b1), ...where };
}

/** A string as code points, so that no difference begins or ends inside a rare Chinese character. */
class CodePoints {
  readonly points: Uint32Array;
  readonly #source: string;
  /** Place of each code point in the string; left out where all take one code unit. */
  readonly #units: Uint32Array | undefined;

  constructor(source: string) {
    this.#source = source;
    const points = new Uint32Array(source.length);
    const units = new Uint32Array(source.length + 1);
    let count = 0;
    for (let unit = 0; unit < source.length; count++) {
      const point = source.codePointAt(unit) ?? 0;
      points[count] = point;
      units[count] = unit;
      unit += point > 0xffff ? 2 : 1;
    }
    units[count] = source.length;
    this.points = points.subarray(0, count);
    this.#units = count === source.length ? undefined : units;
  }

  unitOf(point: number): number {
    return this.#units ? (this.#units[point] ?? this.#source.length) : point;
  }

  text(from: number, to: number): string {
    return this.#source.slice(this.unitOf(from), this.unitOf(to));
  }
}
