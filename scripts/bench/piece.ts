/**
 * A piece of Markdown that knows of what it is made, so that parts of it can be left out and what is left is still
 * Markdown of the same kind: that is how a failing document is made small.
 */
export interface Piece {
  readonly before: string;
  readonly parts: readonly (Piece | string)[];
  /** What stands between two parts. */
  readonly joint: string;
  readonly after: string;
}

export function piece(before: string, parts: Piece['parts'], joint = '', after = ''): Piece {
  return { before, parts, joint, after };
}

export function written(part: Piece | string): string {
  if (typeof part === 'string') return part;
  return part.before + part.parts.map(written).join(part.joint) + part.after;
}
