import { type EditedPiece, firstFrom, type SourceRange } from '../text/edits.js';
import type { LedgerEdit } from './ledger.js';

/** A stretch of the source with the ledger's edits, or the edit that does not fit it. */
export type Applied = { readonly pieces: readonly Piece[] } | { readonly fault: LedgerEdit };

/** Text as it came out, and where in the source it stands (UTF-16 code units). */
export interface Piece extends EditedPiece {
  readonly offset: number;
  /** Whether an edit put it in: then all of it stands at the offset. */
  readonly edited: boolean;
}

/** Reads ranges of the source with the ledger's edits applied; `edits` must be in source order. */
export function applyEdits(source: string, edits: readonly LedgerEdit[]): (range: SourceRange) => Applied {
  const placed = edits.map((edit) => ({ ...edit, start: edit.offset }));
  return ({ start, end }) => {
    const pieces: Piece[] = [];
    const take = (text: string, offset: number, edit?: LedgerEdit): void => {
      if (text !== '')
        pieces.push({ text, offset, edited: edit !== undefined, markup: edit?.markup === true });
    };
    let at = start;
    for (let next = firstFrom(placed, start); next < placed.length; next++) {
      const edit = placed[next];
      if (!edit || edit.offset >= end) break;
      if (edit.offset < at || !source.startsWith(edit.before, edit.offset)) return { fault: edit };
      take(source.slice(at, edit.offset), at);
      take(edit.after, edit.offset, edit);
      at = edit.offset + edit.before.length;
    }
    take(source.slice(at, Math.max(at, end)), at);
    return { pieces };
  };
}
