/** The kinds of change that normalization makes to a text; README.md has a row for each. */
export type EditRule =
  | 'aozora-emphasis'
  | 'aozora-legend'
  | 'aozora-note'
  | 'aozora-ruby'
  | 'byte-order-mark'
  | 'caption-split'
  | 'control-character'
  | 'editor'
  | 'fullwidth-mark'
  | 'furniture'
  | 'gap'
  | 'headline-lines'
  | 'hyphen'
  | 'join'
  | 'jump-line-split'
  | 'note'
  | 'note-call'
  | 'note-label'
  | 'scene-break'
  | 'simplified-form'
  | 'stitch'
  | 'traditional-form'
  /** A rule of the book's own (`banxin.config.ts`). */
  | `own-${string}`;

/** A stretch of the decoded source, UTF-16 code units. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A stretch that a chapter was made from. */
export interface ChapterRange extends SourceRange {
  /** Whether its first line runs on from the last one of the stretch before it, as where two halves of an article meet. */
  readonly runsOn?: boolean;
}

/** One change: the source from `start` to `end` (UTF-16 code units of the decoded text) becomes `after`. */
export interface Edit {
  readonly rule: EditRule;
  /** 0 to 1: how sure the rule is. Below `doubtful` the edit goes to the review list. */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
  readonly after: string;
  /** Whether `after` is Markdown, such as ruby, which is written as it stands. */
  readonly markup?: boolean;
}

/** Text as it came out of edits: plain characters, or Markdown. */
export interface EditedPiece {
  readonly text: string;
  readonly markup: boolean;
}

/** Below this confidence a person should look at a decision. */
export const doubtful = 0.75;

/** Edits in source order. Two edits never touch the same character: one that lies in another is covered by it. */
export function inOrder(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || rank(a) - rank(b) || b.end - a.end);
  const kept: Edit[] = [];
  let end = 0;
  for (const edit of sorted) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

/** Of edits at one place, what is put in comes before what is replaced. */
function rank(edit: Edit): number {
  return edit.start === edit.end ? 0 : 1;
}

/** Reads ranges of the edited text, in any order; `edits` must be in source order. */
export function makeEditedReader(
  source: string,
  edits: readonly Edit[],
): (start: number, end: number) => readonly EditedPiece[] {
  return (start, end) => {
    const pieces: EditedPiece[] = [];
    let at = start;
    for (let next = firstFrom(edits, start); next < edits.length; next++) {
      const edit = edits[next];
      if (!edit || edit.start >= end) break;
      addPiece(pieces, source.slice(at, edit.start), false);
      addPiece(pieces, edit.after, edit.markup === true);
      at = edit.end;
    }
    addPiece(pieces, source.slice(at, Math.max(at, end)), false);
    return pieces;
  };
}

/** Puts a piece to others of the same kind where one stands last. */
export function addPiece(pieces: EditedPiece[], text: string, markup: boolean): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.markup === markup) pieces[pieces.length - 1] = { text: last.text + text, markup };
  else pieces.push({ text, markup });
}

/** Index of the first edit that starts at an offset or after it. */
export function firstFrom(edits: readonly { readonly start: number }[], offset: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
