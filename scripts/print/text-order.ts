import type { LayoutFault } from '../model/layout-fault.js';
import type { TextRun } from './pagedjs/page-scope.js';

/** So many equal characters after a difference show where both texts go on together. */
const anchor = 12;

/** A text of which everything is said twice would give as many faults as it has pages. */
const most = 20;

/**
 * Where the text of the pages departs from the source's: characters lost, repeated, added. Text that was moved is
 * lost at one place and repeated at another. Time is linear for equal texts, and faults are few.
 */
export function compareOrder(source: readonly TextRun[], pages: readonly TextRun[]): readonly LayoutFault[] {
  const [a, b] = [new Stream(source), new Stream(pages)];
  const faults: LayoutFault[] = [];
  let [i, j] = [0, 0];
  while (faults.length < most) {
    while (i < a.text.length && a.text[i] === b.text[j]) [i, j] = [i + 1, j + 1];
    if (i >= a.text.length && j >= b.text.length) break;
    const [lost, added] = gap(a.text, b.text, i, j);
    const page = b.runAt(j)?.page ?? 1;
    if (lost > 0) {
      faults.push({
        kind: 'lost',
        text: a.text.slice(i, i + lost),
        line: a.runAt(i)?.line ?? 0,
        page,
        distance: 0,
      });
    }
    if (added > 0) {
      const text = b.text.slice(j, j + added);
      const kind = a.text.includes(text) ? 'repeated' : 'added';
      faults.push({ kind, text, line: b.runAt(j)?.line ?? 0, page, distance: 0 });
    }
    [i, j] = [i + lost, j + added];
  }
  return faults;
}

/** How many characters to pass over in either text until they agree again; to the ends if they never do. */
function gap(a: string, b: string, i: number, j: number): readonly [lost: number, added: number] {
  const nextOfPages = b.slice(j, j + anchor);
  const nextOfSource = a.slice(i, i + anchor);
  const lost = nextOfPages === '' ? -1 : a.indexOf(nextOfPages, i) - i;
  const added = nextOfSource === '' ? -1 : b.indexOf(nextOfSource, j) - j;
  if (lost > 0 && (added <= 0 || lost <= added)) return [lost, 0];
  if (added > 0) return [0, added];
  return [a.length - i, b.length - j];
}

/** Runs as one text that knows where each character comes from. */
class Stream {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(readonly runs: readonly TextRun[]) {
    this.text = runs.map((run) => run.text).join('');
    let end = 0;
    this.#starts = runs.map(({ text }) => {
      const start = end;
      end += text.length;
      return start;
    });
  }

  /** The run that holds a character; the last one for an index past the end. */
  runAt(index: number): TextRun | undefined {
    return this.runs[this.#starts.findLastIndex((start) => start <= index)];
  }
}
