import { conflictText } from './conflict-text.js';
import type { MergedUnit } from './merge-passage.js';
import type { Sides } from './three-way.js';

/** A chapter that came out of a merge. */
export interface MergedChapter {
  readonly markdown: string;
  /** How many changes of the editor stand in it, and how many new ones of the normalizer came in. */
  readonly kept: number;
  readonly taken: number;
  readonly conflicts: readonly MergeConflict[];
  /** Indexes of the edited chapters that text in it comes from. */
  readonly from: ReadonlySet<number>;
}

export interface MergeConflict {
  /** Line of its first marker, from 1. */
  readonly line: number;
  /** Whether a chapter begins in the new text of it: what follows stands in the next file. */
  readonly goesOn: boolean;
}

/** Where a unit stood in a text, with the white space after it. */
export interface Origin {
  readonly side: 'mine' | 'theirs';
  readonly index: number;
  readonly gap: string;
  /** Whether its chapter ended after it. */
  readonly isLast: boolean;
}

/** Where a unit comes from. */
interface Descent {
  /** Where it stood: the first whose next unit follows here, too, gives the white space after it. */
  readonly origins?: readonly Origin[];
  /** The edited chapters that it may have text of. */
  readonly from?: readonly number[];
}

/** Collects merged units, and makes chapters of them: each begins with a head. */
export interface ChapterBuilder {
  readonly add: (unit: MergedUnit, descent?: Descent) => void;
  /** Puts a conflict in, and begins the chapters that begin in its new text. */
  readonly conflict: (sides: Sides<readonly MergedUnit[]>, from: readonly number[]) => void;
  /** Counts changes to the chapter at hand. */
  readonly count: (changes: { readonly kept?: number; readonly taken?: number }) => void;
  readonly finish: () => readonly MergedChapter[];
}

interface Piece extends MergedUnit {
  readonly origins: readonly Origin[];
  readonly conflict?: Pick<MergeConflict, 'goesOn'>;
}

interface Draft {
  readonly pieces: Piece[];
  kept: number;
  taken: number;
  readonly from: Set<number>;
}

export function chapterBuilder(): ChapterBuilder {
  const drafts: Draft[] = [];
  // What comes before the first head goes into the first chapter, after its head.
  const early = newDraft();
  const current = (): Draft => drafts.at(-1) ?? early;
  const add = (piece: Piece, from: readonly number[] = []): void => {
    if (piece.kind === 'head') drafts.push(newDraft());
    current().pieces.push(piece);
    for (const chapter of from) current().from.add(chapter);
  };
  return {
    add: ({ kind, text }, { origins = [], from = [] } = {}) => add({ kind, text, origins }, from),
    conflict({ mine, base, theirs }, from) {
      const opening = theirs[0]?.kind === 'head' ? 1 : 0;
      const next = theirs.findIndex(({ kind }, i) => i >= opening && kind === 'head');
      const end = next < 0 ? theirs.length : next;
      // Front matter in question stands between the markers, not before them.
      if (opening === 1) add({ kind: 'head', text: '', origins: [] });
      const text = conflictText({ mine, base, theirs: theirs.slice(0, end) });
      add({ kind: 'block', text, origins: [], conflict: { goesOn: next >= 0 } }, from);
      for (const unit of theirs.slice(end)) add({ ...unit, origins: [] });
    },
    count({ kept = 0, taken = 0 }) {
      current().kept += kept;
      current().taken += taken;
    },
    finish() {
      const [first] = drafts;
      if (first) takeIn(first, early);
      return drafts.map(write);
    },
  };
}

function newDraft(): Draft {
  return { pieces: [], kept: 0, taken: 0, from: new Set() };
}

function takeIn(draft: Draft, early: Draft): void {
  draft.pieces.splice(1, 0, ...early.pieces);
  for (const chapter of early.from) draft.from.add(chapter);
  draft.kept += early.kept;
  draft.taken += early.taken;
}

function write({ pieces, kept, taken, from }: Draft): MergedChapter {
  let [markdown, line] = ['', 1];
  const conflicts: MergeConflict[] = [];
  for (const [i, piece] of pieces.entries()) {
    if (piece.conflict) conflicts.push({ ...piece.conflict, line });
    const text = `${piece.text}${gapAfter(piece, pieces[i + 1])}`;
    line += text.split('\n').length - 1;
    markdown += text;
  }
  return { markdown, kept, taken, conflicts, from };
}

/** The white space that stood after a unit, if the same follows it still; else a blank line, or the end of the file. */
function gapAfter(piece: Piece, next: Piece | undefined): string {
  const kept = piece.origins.find(({ side, index, isLast }) =>
    next ? next.origins.some((other) => other.side === side && other.index === index + 1) : isLast,
  );
  if (kept) return kept.gap;
  if (piece.kind === 'head' && piece.text === '') return '';
  return next ? '\n\n' : '\n';
}
