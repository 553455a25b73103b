import type { MergedChapter } from './chapter-builder.js';
import { mergeChapters } from './merge-chapters.js';
import { type ChapterGroup, groupChapters, type OldText } from './pair-chapters.js';

/** A chapter of the last run. */
export interface OldChapter {
  /** Path inside the book's folder. */
  readonly file: string;
  /** Hex SHA-256 of what the last run wrote. */
  readonly sha256: string;
  /** What the last run wrote; nothing where it is not known any more. */
  readonly base: string | undefined;
  /** What a person made of it; nothing where nobody edited it, or it was deleted. */
  readonly edited?: EditedChapter;
}

/** A chapter as a person left it. */
export interface EditedChapter {
  /** With `\n` line ends; nothing where the file is not UTF-8. */
  readonly text: string | undefined;
  /** Whether conflicts of an earlier merge stand in it still. */
  readonly hasConflicts: boolean;
}

/** A chapter that this run makes. */
export interface MadeChapter {
  readonly file: string;
  readonly sha256: string;
  readonly markdown: string;
}

/** What the file of a chapter that this run makes shall hold; numbers are indexes of old chapters. */
export type PlannedChapter =
  /** What this run makes, as it is. */
  | { readonly kind: 'made' }
  /** What the editor has, as it is: this run makes what the last one made. */
  | { readonly kind: 'edited'; readonly old: number }
  | { readonly kind: 'merged'; readonly chapter: MergedChapter }
  /** What the editor has, as it is, since it cannot be merged; the new text goes beside it. */
  | { readonly kind: 'beside'; readonly old: number };

export interface MergePlan {
  /** One for each chapter that this run makes. */
  readonly chapters: readonly PlannedChapter[];
  /** New chapters that were merged as one text, by their indexes. */
  readonly merges: readonly (readonly number[])[];
  /** Edited chapters that no new one takes the place of. */
  readonly left: readonly number[];
  /** Edited chapters that this run would change although conflicts stand in them. */
  readonly blocked: readonly number[];
}

/** Decides, for every chapter that this run makes, what shall stand in its file. Touches no file. */
export function planMerge(old: readonly OldChapter[], made: readonly MadeChapter[]): MergePlan {
  const chapters: PlannedChapter[] = made.map(() => ({ kind: 'made' }));
  const merges: (readonly number[])[] = [];
  const left: number[] = [];
  const blocked: number[] = [];
  const texts = made.map(({ file, sha256, markdown }) => ({ file, sha256, text: markdown }));
  for (const group of groupChapters(old.map(pairedText), texts)) {
    const edited = group.old.filter((i) => old[i]?.edited);
    const [first] = edited;
    if (first === undefined) continue;
    const open = edited.filter((i) => old[i]?.edited?.hasConflicts);
    if (group.made.length === 0) left.push(...edited);
    else if (group.isSame) chapters[group.made[0] ?? 0] = { kind: 'edited', old: first };
    else if (open.length > 0) blocked.push(...open);
    else if (mergeGroup(group, old, made, chapters)) merges.push(group.made);
    else left.push(...putBeside(group, old, made, chapters));
  }
  return { chapters, merges, left, blocked };
}

function pairedText({ file, sha256, base, edited }: OldChapter): OldText {
  return { file, sha256, text: base ?? edited?.text ?? '', isEdited: edited !== undefined };
}

/** Merges a group, or says that it cannot be: what was written last, or what the editor has, is not known. */
function mergeGroup(
  group: ChapterGroup,
  old: readonly OldChapter[],
  made: readonly MadeChapter[],
  chapters: PlannedChapter[],
): boolean {
  const base: string[] = [];
  const mine: (string | undefined)[] = [];
  for (const i of group.old) {
    const chapter = old[i];
    if (chapter?.base === undefined || (chapter.edited && chapter.edited.text === undefined)) return false;
    base.push(chapter.base);
    mine.push(chapter.edited?.text);
  }
  const theirs = group.made.map((k) => made[k]?.markdown ?? '');
  for (const [n, merged] of mergeChapters({ base, mine, theirs }).entries()) {
    const from = new Set([...merged.from].map((i) => group.old[i] ?? i));
    chapters[group.made[n] ?? 0] = { kind: 'merged', chapter: { ...merged, from } };
  }
  return true;
}

/**
 * Gives every edited chapter the place of a new one: of its own name, or else the one that stands where it
 * stood. Gives back those for which there is none.
 */
function putBeside(
  group: ChapterGroup,
  old: readonly OldChapter[],
  made: readonly MadeChapter[],
  chapters: PlannedChapter[],
): readonly number[] {
  const isFree = (k: number | undefined): k is number => k !== undefined && chapters[k]?.kind === 'made';
  return group.old.filter((i, n) => {
    if (!old[i]?.edited) return false;
    const namesake = group.made.find((k) => made[k]?.file === old[i]?.file);
    const place = [namesake, group.made[n], group.made.at(-1)].find(isFree);
    if (place !== undefined) chapters[place] = { kind: 'beside', old: i };
    return place === undefined;
  });
}
