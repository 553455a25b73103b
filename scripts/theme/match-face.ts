import type { FaceUse, FontFace } from '../model/theme.js';

/**
 * The faces that a browser would try for a text, in order (CSS Fonts 4, section 5.2): of each family of the font list
 * the face nearest in slant, then in weight.
 */
export function matchFaces(
  faces: readonly FontFace[],
  use: Omit<FaceUse, 'characters'>,
): readonly FontFace[] {
  return use.families.flatMap((family) => {
    const own = faces.filter((face) => face.family === family);
    const slanted = own.filter((face) => face.style === use.style);
    const candidates = slanted.length > 0 ? slanted : own;
    const [nearest] = candidates.toSorted(
      (a, b) => distance(a.weight, use.weight) - distance(b.weight, use.weight),
    );
    return nearest ? [nearest] : [];
  });
}

/** Of two weights as near, light text takes the lighter, bold text the bolder. */
function distance(weight: number, wanted: number): number {
  const isOnWrongSide = wanted <= 500 ? weight > wanted : weight < wanted;
  return Math.abs(weight - wanted) + (isOnWrongSide ? 0.5 : 0);
}
