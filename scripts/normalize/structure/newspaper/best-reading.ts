import { type Label, labels } from './labels.js';

/** Scores of a page: what each line looks like by itself, and what follows what. All are log-odds. */
export interface PageScores {
  readonly count: number;
  readonly own: (line: number, label: Label) => number;
  readonly step: (from: Label | 'start', to: Label | 'end', line: number) => number;
}

export interface Labelled {
  readonly label: Label;
  /** Share of all readings of the page in which the line has this label, 0 to 1. */
  readonly confidence: number;
}

type Row = Float64Array;

/**
 * The reading of a page whose labels fit best together (Viterbi), and how sure each label is (the
 * forward–backward sums of all readings).
 */
export function bestReading(scores: PageScores): readonly Labelled[] {
  const { count } = scores;
  if (count === 0) return [];
  const own = Array.from({ length: count }, (_, i) => Float64Array.from(labels, (l) => scores.own(i, l)));
  const best = sweep(own, scores, Math.max);
  const forward = sweep(own, scores, logSum);
  const backward = sweepBack(own, scores);
  const ends = endings(best.at(-1), scores);
  let at = argMax(ends);
  const path: number[] = [at];
  for (let i = count - 1; i > 0; i--) {
    at = argMax(
      Float64Array.from(labels, (from, k) => value(best[i - 1], k) + scores.step(from, name(at), i)),
    );
    path.unshift(at);
  }
  const all = endings(forward.at(-1), scores).reduce(logSum, -Infinity);
  return path.map((k, i) => ({
    label: name(k),
    confidence: Math.min(1, Math.exp(value(forward[i], k) + value(backward[i], k) - all)),
  }));
}

function sweep(
  own: readonly Row[],
  { step }: PageScores,
  add: (a: number, b: number) => number,
): readonly Row[] {
  const rows: Row[] = [];
  for (const [i, scores] of own.entries()) {
    const before = rows.at(-1);
    rows.push(
      Float64Array.from(labels, (to, k) => {
        if (!before) return step('start', to, 0) + value(scores, k);
        let sum = -Infinity;
        for (const [j, from] of labels.entries()) sum = add(sum, value(before, j) + step(from, to, i));
        return sum + value(scores, k);
      }),
    );
  }
  return rows;
}

function sweepBack(own: readonly Row[], { step, count }: PageScores): readonly Row[] {
  const rows: Row[] = [];
  for (let i = count - 1; i >= 0; i--) {
    const after = rows[0];
    const scores = own[i + 1];
    rows.unshift(
      Float64Array.from(labels, (from) => {
        if (!after) return step(from, 'end', count);
        let sum = -Infinity;
        for (const [k, to] of labels.entries())
          sum = logSum(sum, step(from, to, i + 1) + value(scores, k) + value(after, k));
        return sum;
      }),
    );
  }
  return rows;
}

function endings(last: Row | undefined, { step, count }: PageScores): Row {
  return Float64Array.from(labels, (label, k) => value(last, k) + step(label, 'end', count));
}

function value(row: Row | undefined, index: number): number {
  return row?.[index] ?? -Infinity;
}

function name(index: number): Label {
  return labels[index] ?? 'text';
}

function argMax(row: Row): number {
  return row.reduce((top, score, k) => (score > value(row, top) ? k : top), 0);
}

function logSum(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low === -Infinity ? high : high + Math.log1p(Math.exp(low - high));
}
