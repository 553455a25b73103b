import type { Hunk } from './diff.js';

/** One thing of each side: as the editor has it, as it was, as the normalizer has it now. */
export interface Sides<T> {
  readonly mine: T;
  readonly base: T;
  readonly theirs: T;
}

/** From an index to another one, the second left out. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A stretch of three lists that belongs together, and which of the two others changed the base there. */
export interface Region extends Sides<Span> {
  readonly changedBy: 'nobody' | 'mine' | 'theirs' | 'both';
}

/** What is known of the items of two hunks that no common item of the base relates. */
export interface Relations {
  /** Whether two hunks that only touch belong to one change all the same. */
  readonly isEntangled: (mine: Hunk, theirs: Hunk) => boolean;
  /** Of two hunks that put something in at the same place, the one that comes first; nothing where neither does. */
  readonly first: (mine: Hunk, theirs: Hunk) => 'mine' | 'theirs' | undefined;
}

const apart: Relations = { isEntangled: () => false, first: () => undefined };

/**
 * Lays two lists of hunks over a base of `length` items. Hunks of the two sides that have an item of the
 * base in common, or put something in at the same place, are one region changed by both. Those that only
 * touch are two regions: two paragraphs that follow each other can be changed apart. What is put in at a
 * place comes before what replaces the item there.
 */
export function threeWay(
  length: number,
  mine: readonly Hunk[],
  theirs: readonly Hunk[],
  relations = apart,
): readonly Region[] {
  const regions: Region[] = [];
  const shift = { mine: 0, theirs: 0 };
  let at = 0;
  const close = (to: number, changedBy: Region['changedBy'], after = shift): void => {
    const mineSpan = { from: at + shift.mine, to: to + after.mine };
    const theirSpan = { from: at + shift.theirs, to: to + after.theirs };
    regions.push({ base: { from: at, to }, mine: mineSpan, theirs: theirSpan, changedBy });
    Object.assign(shift, after);
    at = to;
  };
  for (const group of groups(mine, theirs, relations)) {
    if (group.start > at) close(group.start, 'nobody');
    const after = { mine: shift.mine + growth(group.mine), theirs: shift.theirs + growth(group.theirs) };
    const both = group.mine.length > 0 && group.theirs.length > 0;
    close(group.end, both ? 'both' : group.mine.length > 0 ? 'mine' : 'theirs', after);
  }
  if (at < length) close(length, 'nobody');
  return regions;
}

/** Hunks of both sides that overlap, directly or through others. */
interface Group {
  start: number;
  end: number;
  readonly mine: Hunk[];
  readonly theirs: Hunk[];
}

function groups(mine: readonly Hunk[], theirs: readonly Hunk[], relations: Relations): readonly Group[] {
  const made: Group[] = [];
  let [m, t] = [0, 0];
  for (;;) {
    const [mineNext, theirNext] = [mine[m], theirs[t]];
    const last = made.at(-1);
    if (mineNext && (!theirNext || comesFirst(mineNext, theirNext, relations))) {
      const other = last?.theirs.at(-1);
      const group = last && other && isOne(mineNext, other, relations) ? last : newGroup(made, mineNext);
      group.mine.push(mineNext);
      group.end = Math.max(group.end, mineNext.end);
      m++;
    } else if (theirNext) {
      const other = last?.mine.at(-1);
      const group = last && other && isOne(other, theirNext, relations) ? last : newGroup(made, theirNext);
      group.theirs.push(theirNext);
      group.end = Math.max(group.end, theirNext.end);
      t++;
    } else return made;
  }
}

function newGroup(made: Group[], { start, end }: Hunk): Group {
  const group = { start, end, mine: [], theirs: [] };
  made.push(group);
  return group;
}

function comesFirst(mine: Hunk, theirs: Hunk, { first }: Relations): boolean {
  if (isSamePlace(mine, theirs)) return first(mine, theirs) !== 'theirs';
  return mine.start < theirs.start || (mine.start === theirs.start && mine.end <= theirs.end);
}

function isOne(mine: Hunk, theirs: Hunk, { isEntangled, first }: Relations): boolean {
  if (isSamePlace(mine, theirs)) return first(mine, theirs) === undefined;
  if (mine.start < theirs.end && theirs.start < mine.end) return true;
  return (mine.end === theirs.start || theirs.end === mine.start) && isEntangled(mine, theirs);
}

/** Whether both put something in at one place, and replace nothing. */
function isSamePlace(mine: Hunk, theirs: Hunk): boolean {
  return mine.start === mine.end && theirs.start === theirs.end && mine.start === theirs.start;
}

/** How many items longer hunks made a list. */
function growth(hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { start, end, from, to }) => sum + to - from - (end - start), 0);
}
