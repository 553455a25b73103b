import { diffLists, type Hunk, shortestWay } from './diff.js';
import { isSign, sign } from './tokens.js';

/**
 * How one row of tokens became another: first clause by clause, so that a rewritten passage is not aligned
 * by odd characters that both happen to have, then token by token in the clauses that differ.
 */
export function diffTokens(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const [clausesA, clausesB] = [clauseStarts(a), clauseStarts(b)];
  const number = numbering();
  const clauses = [clausesOf(a, clausesA), clausesOf(b, clausesB)] as const;
  const weak = new Set(clauses.flat().filter(isWordless).map(number));
  const hunks = diffLists(clauses[0].map(number), clauses[1].map(number), (clause) => weak.has(clause));
  const [tokensA, tokensB] = [a.map(number), b.map(number)];
  return withoutCoincidences(
    hunks.flatMap(({ start, end, from, to }) =>
      shortestWay(tokensA, tokensB, {
        start: clausesA[start] ?? a.length,
        end: clausesA[end] ?? a.length,
        from: clausesB[from] ?? b.length,
        to: clausesB[to] ?? b.length,
      }),
    ),
    a,
  );
}

/**
 * The same where `b` has as many heads as `a`, one for each chapter, as an edited book has: a chapter's
 * text is held against its own chapter only, and a head against its own head.
 */
export function diffByChapter(a: readonly string[], b: readonly string[]): readonly Hunk[] {
  const [headsA, headsB] = [headsOf(a), headsOf(b)];
  return headsA.flatMap((start, i) => {
    const from = headsB[i] ?? b.length;
    const own = diffTokens(a.slice(start, headsA[i + 1]), b.slice(from, headsB[i + 1]));
    return own.map((hunk) => ({
      start: hunk.start + start,
      end: hunk.end + start,
      from: hunk.from + from,
      to: hunk.to + from,
    }));
  });
}

/** Where the stretches begin that heads part; the first, before any head, may be empty. */
function headsOf(tokens: readonly string[]): readonly number[] {
  return [0, ...tokens.flatMap((token, i) => (token === sign.head ? [i] : []))];
}

/** Gives equal strings the same number. */
export function numbering(): (text: string) => number {
  const numbers = new Map<string, number>();
  return (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}

const clauseEnd = /^[，。！？；：、…—,.!?;:\n]$/u;

/** Where clauses begin; a sign of structure is one of its own, as are the marks before a heading. */
function clauseStarts(tokens: readonly string[]): readonly number[] {
  return tokens.flatMap((token, i) => {
    const before = tokens[i - 1];
    const isStart = before === undefined || clauseEnd.test(before) || isSign(before) || isSign(token);
    return isStart || (before === ' ' && tokens[i - 2] === '#') ? [i] : [];
  });
}

function clausesOf(tokens: readonly string[], starts: readonly number[]): readonly string[] {
  return starts.map((start, i) => tokens.slice(start, starts[i + 1]).join('\u0001'));
}

/** Signs, marks of headings and the like: one of them alone does not show that two passages are the same. */
function isWordless(clause: string): boolean {
  return isSign(clause) || !/[\p{L}\p{N}]/u.test(clause);
}

/**
 * Takes two hunks with little between them as one: what stands between them unchanged, and is shorter than
 * either, is the same by coincidence. The end of a block is never one.
 */
function withoutCoincidences(hunks: readonly Hunk[], base: readonly string[]): readonly Hunk[] {
  const kept: Hunk[] = [];
  for (const hunk of hunks) {
    let next = hunk;
    for (let last = kept.at(-1); last && isCoincidence(last, next, base); last = kept.at(-1)) {
      next = { start: last.start, end: next.end, from: last.from, to: next.to };
      kept.pop();
    }
    kept.push(next);
  }
  return kept;
}

function isCoincidence(a: Hunk, b: Hunk, base: readonly string[]): boolean {
  const between = b.start - a.end;
  return between <= Math.min(sizeOf(a), sizeOf(b)) && !base.slice(a.end, b.start).some(isSign);
}

function sizeOf({ start, end, from, to }: Hunk): number {
  return Math.max(end - start, to - from);
}
