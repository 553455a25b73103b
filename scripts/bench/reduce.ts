import { type Piece, written } from './piece.js';

/**
 * A smaller piece that still fails: parts are left out, halves first, then fewer, at every depth, for as long as what
 * is left fails and `tries` allow.
 */
export async function reduce(
  whole: Piece,
  fails: (candidate: Piece) => Promise<boolean>,
  tries = 150,
): Promise<Piece> {
  let left = tries;
  const test = async (candidate: Piece): Promise<boolean> => left-- > 0 && (await fails(candidate));
  const shrink = async (target: Piece, inWhole: (part: Piece) => Piece): Promise<Piece> => {
    let smallest = target;
    for (
      let size = Math.ceil(target.parts.length / 2);
      size >= 1;
      size = size === 1 ? 0 : Math.ceil(size / 2)
    ) {
      for (let start = smallest.parts.length - size; start > -size; start -= size) {
        const from = Math.max(0, start);
        const parts = smallest.parts.filter((_, index) => index < from || index >= from + size);
        const candidate = { ...smallest, parts };
        if (parts.length > 0 && (await test(inWhole(candidate)))) smallest = candidate;
      }
    }
    for (const [index, part] of smallest.parts.entries()) {
      if (typeof part === 'string' || left <= 0) continue;
      const inner = await shrink(part, (piece) =>
        inWhole({ ...smallest, parts: smallest.parts.with(index, piece) }),
      );
      smallest = { ...smallest, parts: smallest.parts.with(index, inner) };
    }
    return smallest;
  };
  return shrink(whole, (piece) => piece);
}

/** The Markdown of a piece, for a message. */
export function shown(piece: Piece, most = 2000): string {
  const text = written(piece);
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
