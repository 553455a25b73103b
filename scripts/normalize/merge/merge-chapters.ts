import { type ChapterBuilder, chapterBuilder, type MergedChapter, type Origin } from './chapter-builder.js';
import { diffLists, type Hunk } from './diff.js';
import { numbering } from './diff-tokens.js';
import { mergePassage, type Passage } from './merge-passage.js';
import { type Region, type Sides, threeWay } from './three-way.js';
import { readUnits, type Unit } from './units.js';

/** Chapters that are merged as one text, in reading order; all with `\n` line ends. */
export interface ChapterTexts {
  /** The old chapters as the normalizer wrote them last time. */
  readonly base: readonly string[];
  /** The same chapters as they are now; nothing for one that nobody edited. */
  readonly mine: readonly (string | undefined)[];
  /** The chapters that the normalizer makes now. */
  readonly theirs: readonly string[];
}

/**
 * Merges edited chapters with new ones. All are laid end to end, block after block, so that a chapter may
 * be cut in two or two become one; the result is cut where `theirs` is. Gives one chapter for each of `theirs`.
 */
export function mergeChapters(texts: ChapterTexts): readonly MergedChapter[] {
  const base = texts.base.map(readUnits);
  const mine = texts.mine.map((text, i) => (text === undefined ? (base[i] ?? []) : readUnits(text)));
  const streams = {
    mine: streamOf(mine),
    base: streamOf(base),
    theirs: streamOf(texts.theirs.map(readUnits)),
  };
  const number = numbering();
  const numbers = streams.base.map(keyOf).map(number);
  const newNumbers = streams.theirs.map(keyOf).map(number);
  const heads = new Set([...streams.base, ...streams.theirs].filter(isHead).map(keyOf).map(number));
  const isBreak = (unit: number): boolean => heads.has(unit);
  const news = joinedOver(diffLists(numbers, newNumbers, isBreak), numbers, isBreak);
  const edits = editsOf(base, mine, number);
  const target = { streams, edited: texts.mine.map((text) => text !== undefined), builder: chapterBuilder() };
  for (const region of threeWay(numbers.length, edits, news)) addRegion(region, target);
  return target.builder.finish();
}

/**
 * Takes hunks as one that only a break between chapters stands between: a break may have moved over a
 * paragraph, where the two lists have nothing else in common.
 */
function joinedOver(
  hunks: readonly Hunk[],
  base: readonly number[],
  isBreak: (unit: number) => boolean,
): readonly Hunk[] {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    if (last && base.slice(last.end, hunk.start).every(isBreak))
      joined[joined.length - 1] = { ...last, end: hunk.end, to: hunk.to };
    else joined.push(hunk);
  }
  return joined;
}

/** A unit in a row of chapters. */
interface Placed extends Unit {
  /** Index of its chapter, and its own in the row. */
  readonly chapter: number;
  readonly index: number;
  readonly isLast: boolean;
}

function streamOf(chapters: readonly (readonly Unit[])[]): readonly Placed[] {
  let index = 0;
  return chapters.flatMap((units, chapter) =>
    units.map((unit, i) => ({ ...unit, chapter, index: index++, isLast: i === units.length - 1 })),
  );
}

function isHead({ kind }: Unit): boolean {
  return kind === 'head';
}

function keyOf({ kind, text }: Unit): string {
  return `${kind} ${text}`;
}

/** What the editor changed: each chapter is held against what it was, its head against its head. */
function editsOf(
  base: readonly (readonly Unit[])[],
  mine: readonly (readonly Unit[])[],
  number: (text: string) => number,
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let [start, from] = [0, 0];
  for (const [i, old] of base.entries()) {
    const edited = mine[i] ?? [];
    if (edited !== old) {
      const [a, b] = [old.map(keyOf).map(number), edited.map(keyOf).map(number)];
      if (a[0] !== b[0]) hunks.push({ start, end: start + 1, from, to: from + 1 });
      for (const hunk of diffLists(a.slice(1), b.slice(1)))
        hunks.push({
          start: start + 1 + hunk.start,
          end: start + 1 + hunk.end,
          from: from + 1 + hunk.from,
          to: from + 1 + hunk.to,
        });
    }
    [start, from] = [start + old.length, from + edited.length];
  }
  return hunks;
}

interface Target {
  readonly streams: Sides<readonly Placed[]>;
  /** Whether an old chapter was edited, by its index. */
  readonly edited: readonly boolean[];
  readonly builder: ChapterBuilder;
}

function addRegion(region: Region, { streams, edited, builder }: Target): void {
  const slice = (side: keyof Sides<unknown>): readonly Placed[] =>
    streams[side].slice(region[side].from, region[side].to);
  const sides = { mine: slice('mine'), base: slice('base'), theirs: slice('theirs') };
  const editedOf = (units: readonly Placed[]): readonly number[] =>
    [...new Set(units.map(({ chapter }) => chapter))].filter((chapter) => edited[chapter]);
  if (region.changedBy === 'nobody') {
    for (const [i, unit] of sides.mine.entries())
      builder.add(unit, { origins: originsOf(unit, sides.base[i], sides.theirs[i]), from: editedOf([unit]) });
  } else if (region.changedBy === 'both' && !isSame(sides.mine, sides.theirs)) {
    const from = editedOf([...sides.base, ...sides.mine]);
    for (const passage of mergePassage(sides)) addPassage(passage, from, builder);
  } else if (region.changedBy === 'theirs') {
    for (const unit of sides.theirs) builder.add(unit, { origins: [originIn('theirs', unit)] });
    builder.count({ taken: 1 });
  } else {
    for (const unit of sides.mine)
      builder.add(unit, { origins: [originIn('mine', unit)], from: editedOf([unit]) });
    if (region.changedBy === 'mine') builder.count({ kept: 1 });
  }
}

function originIn(side: Origin['side'], { index, gap, isLast }: Placed): Origin {
  return { side, index, gap, isLast };
}

/** Whose white space follows a unit that nobody changed: the editor's where it is his own. */
function originsOf(mine: Placed, base: Placed | undefined, theirs: Placed | undefined): readonly Origin[] {
  const own = originIn('mine', mine);
  if (!theirs) return [own];
  const other = originIn('theirs', theirs);
  return mine.gap === base?.gap ? [other, own] : [own, other];
}

/** `from`: the edited chapters that text of the passage may come from. */
function addPassage(passage: Passage, from: readonly number[], builder: ChapterBuilder): void {
  if (passage.kind === 'conflict') {
    builder.conflict(passage, from);
    return;
  }
  for (const unit of passage.units) builder.add(unit, { from });
  builder.count(passage);
}

function isSame(a: readonly Unit[], b: readonly Unit[]): boolean {
  return a.length === b.length && a.every((unit, i) => unit.kind === b[i]?.kind && unit.text === b[i]?.text);
}
