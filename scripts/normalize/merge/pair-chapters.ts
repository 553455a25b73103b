/** A chapter as it is paired: its hash tells what is the same to the byte, its text what has moved. */
export interface PairedText {
  readonly file: string;
  readonly sha256: string;
  readonly text: string;
}

/** A chapter of the last run. Where no edited one is in question, new files just take the place of old ones. */
export interface OldText extends PairedText {
  readonly isEdited: boolean;
}

/** Old and new chapters, by their indexes, that share text and nothing with any other. */
export interface ChapterGroup {
  readonly old: readonly number[];
  readonly made: readonly number[];
  /** Whether they are one old and one new chapter, the same to the byte. */
  readonly isSame: boolean;
}

/**
 * Groups the chapters of the last run with those of this one by what stands in them: file names change when
 * a chapter before them is cut in two. Chapters that are the same to the byte are pairs; the others belong
 * together where a clause stands in just one of the old and just one of the new ones. Groups come in the
 * order of their first old chapter, those without one at the end.
 */
export function groupChapters(old: readonly OldText[], made: readonly PairedText[]): readonly ChapterGroup[] {
  const same = samePairs(old, made);
  const paired = new Set(same.values());
  const union = disjointSets(old.length + made.length);
  const others = { old: indexes(old, (i) => !same.has(i)), made: indexes(made, (k) => !paired.has(k)) };
  if (others.old.some((i) => old[i]?.isEdited)) {
    const newOwners = ownersOf(made, others.made);
    for (const [clause, i] of ownersOf(old, others.old)) {
      const k = newOwners.get(clause) ?? -1;
      if (i >= 0 && k >= 0) union.join(i, old.length + k);
    }
    joinNamesakes(old, made, others, union);
  }
  const groups = new Map<number, { old: number[]; made: number[]; isSame: boolean }>();
  const groupOf = (node: number) => {
    const root = union.rootOf(node);
    const group = groups.get(root) ?? { old: [], made: [], isSame: false };
    groups.set(root, group);
    return group;
  };
  for (const i of old.keys()) groupOf(i).old.push(i);
  for (const k of made.keys()) if (!paired.has(k)) groupOf(old.length + k).made.push(k);
  for (const [i, k] of same) Object.assign(groupOf(i), { made: [k], isSame: true });
  return [...groups.values()];
}

/** Old chapters with the new ones that have the same hash; of several alike, the first with the first. */
function samePairs(old: readonly PairedText[], made: readonly PairedText[]): ReadonlyMap<number, number> {
  const waiting = new Map<string, number[]>();
  for (const [k, { sha256 }] of made.entries()) waiting.set(sha256, [...(waiting.get(sha256) ?? []), k]);
  const pairs = new Map<number, number>();
  for (const [i, { sha256 }] of old.entries()) {
    const k = waiting.get(sha256)?.shift();
    if (k !== undefined) pairs.set(i, k);
  }
  return pairs;
}

function indexes(texts: readonly PairedText[], holds: (index: number) => boolean): readonly number[] {
  return [...texts.keys()].filter(holds);
}

/** A chapter too short for a clause of its own, or wholly changed, is known by its file's name. */
function joinNamesakes(
  old: readonly PairedText[],
  made: readonly PairedText[],
  others: { readonly old: readonly number[]; readonly made: readonly number[] },
  union: DisjointSets,
): void {
  const names = new Map<string | undefined, number>();
  for (const k of others.made) if (union.isAlone(old.length + k)) names.set(made[k]?.file, k);
  for (const i of others.old) {
    const k = names.get(old[i]?.file);
    if (k !== undefined && union.isAlone(i)) union.join(i, old.length + k);
  }
}

/** Shorter runs between two marks (他说, 不知道) stand everywhere. */
const shortestClause = 4;
const betweenMarks = /[\s，。！？；：、…—,.!?;:“”‘’「」『』"'()（）《》〈〉*_\\#]+/u;

/** The chapter that each clause stands in; −1 where there are several. */
function ownersOf(texts: readonly PairedText[], indexes: readonly number[]): ReadonlyMap<string, number> {
  const owners = new Map<string, number>();
  for (const index of indexes) {
    for (const clause of (texts[index]?.text ?? '').split(betweenMarks)) {
      if (clause.length < shortestClause) continue;
      const owner = owners.get(clause);
      if (owner !== index) owners.set(clause, owner === undefined ? index : -1);
    }
  }
  return owners;
}

interface DisjointSets {
  readonly rootOf: (node: number) => number;
  readonly join: (a: number, b: number) => void;
  /** Whether a node was joined to no other yet. */
  readonly isAlone: (node: number) => boolean;
}

function disjointSets(size: number): DisjointSets {
  const parents = Array.from({ length: size }, (_, i) => i);
  const alone = parents.map(() => true);
  const rootOf = (node: number): number => {
    let root = node;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[node] = root;
    return root;
  };
  return {
    rootOf,
    join(a, b) {
      parents[rootOf(b)] = rootOf(a);
      alone[a] = alone[b] = false;
    },
    isAlone: (node) => alone[node] ?? false,
  };
}
