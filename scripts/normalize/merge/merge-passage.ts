import { diffByChapter, diffTokens } from './diff-tokens.js';
import { type Region, type Sides, threeWay } from './three-way.js';
import { relationsOf } from './token-relations.js';
import { sign, tokensOf, unitsOf } from './tokens.js';
import type { Unit } from './units.js';

/** A unit as it comes out of a merge inside a passage; what stands after it is the usual blank line. */
export type MergedUnit = Omit<Unit, 'gap'>;

/** A part of a passage that both sides changed: merged, or three texts of which a person must make one. */
export type Passage =
  | {
      readonly kind: 'merged';
      readonly units: readonly MergedUnit[];
      readonly kept: number;
      readonly taken: number;
    }
  | ({ readonly kind: 'conflict' } & Sides<readonly MergedUnit[]>);

/**
 * Merges a passage of some blocks that both sides changed, word by word. Where changes overlap, the blocks
 * that they stand in are a conflict, whole; the blocks before and after are merged all the same.
 * `mine` has as many heads as `base`.
 */
export function mergePassage(units: Sides<readonly Unit[]>): readonly Passage[] {
  const tokens = { mine: tokensOf(units.mine), base: tokensOf(units.base), theirs: tokensOf(units.theirs) };
  const regions = threeWay(
    tokens.base.length,
    diffByChapter(tokens.base, tokens.mine),
    diffTokens(tokens.base, tokens.theirs),
    relationsOf(tokens),
  );
  return parts(regions, tokens.base).map((part) => finish(part, tokens));
}

/** Cuts regions into parts: after each end of a block or head that neither side touched. */
function parts(regions: readonly Region[], base: readonly string[]): readonly (readonly Region[])[] {
  const done: Region[][] = [];
  let open: Region[] = [];
  const close = (): void => {
    if (open.length > 0) done.push(open);
    open = [];
  };
  for (const region of regions) {
    if (region.changedBy !== 'nobody') {
      open.push(region);
      continue;
    }
    let rest = region;
    for (let at = region.base.from; at < region.base.to; at++) {
      if (base[at] !== sign.blockEnd && base[at] !== sign.headEnd) continue;
      const [before, after] = cut(rest, at + 1);
      open.push(before);
      close();
      rest = after;
    }
    if (rest.base.to > rest.base.from) open.push(rest);
  }
  close();
  return done;
}

/** A region that nobody changed, cut in two at an index of the base. */
function cut(region: Region, at: number): readonly [Region, Region] {
  const { base, mine, theirs, changedBy } = region;
  const length = at - base.from;
  const [mineAt, theirsAt] = [mine.from + length, theirs.from + length];
  return [
    {
      base: { from: base.from, to: at },
      mine: { from: mine.from, to: mineAt },
      theirs: { from: theirs.from, to: theirsAt },
      changedBy,
    },
    {
      base: { from: at, to: base.to },
      mine: { from: mineAt, to: mine.to },
      theirs: { from: theirsAt, to: theirs.to },
      changedBy,
    },
  ];
}

function finish(part: readonly Region[], tokens: Sides<readonly string[]>): Passage {
  const merged: string[] = [];
  let [kept, taken] = [0, 0];
  for (const { base, mine, theirs, changedBy } of part) {
    const own = tokens.mine.slice(mine.from, mine.to);
    const other = tokens.theirs.slice(theirs.from, theirs.to);
    if (changedBy === 'both' && own.join('\u0001') !== other.join('\u0001')) return conflict(part, tokens);
    if (changedBy === 'mine') kept++;
    if (changedBy === 'theirs') taken++;
    const chosen =
      changedBy === 'nobody' ? tokens.base.slice(base.from, base.to) : changedBy === 'theirs' ? other : own;
    for (const token of chosen) merged.push(token);
  }
  return { kind: 'merged', units: unitsOf(merged), kept, taken };
}

function conflict(part: readonly Region[], tokens: Sides<readonly string[]>): Passage {
  const slice = (side: keyof Sides<unknown>): readonly MergedUnit[] =>
    unitsOf(tokens[side].slice(part[0]?.[side].from, part.at(-1)?.[side].to));
  return { kind: 'conflict', mine: slice('mine'), base: slice('base'), theirs: slice('theirs') };
}
