import { readOwnText } from '../files/read.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { noStore } from '../model/store.js';
import type { FaceUsage, FontFace, SubsetFont } from '../model/theme.js';
import { FaceShelf, type FaceStores, type OpenFace } from './face-shelf.js';
import { matchFaces } from './match-face.js';

/** Subset fonts, and the characters that no face has (code points as strings, in order of use). */
export interface SubsetResult {
  readonly fonts: readonly SubsetFont[];
  readonly missing: readonly string[];
}

/**
 * Cuts each face to the characters that the book sets in it. A character that the first family of its font list
 * lacks goes to the next that has it, then to any face of the theme; what none has is `missing`.
 */
export async function subsetFonts(
  faces: readonly FontFace[],
  usage: FaceUsage,
  stores: FaceStores = { book: noStore, faces: noStore },
): Promise<Outcome<SubsetResult>> {
  const shelf = new FaceShelf(stores);
  const missing = new Set<string>();
  for (const use of usage) {
    const homeless = new Set([...use.characters].filter((character) => !needsNoGlyph(character)));
    for (const face of new Set([...matchFaces(faces, use), ...faces])) {
      if (homeless.size > 0) takeIn(await shelf.open(face), homeless);
    }
    for (const character of homeless) missing.add(character);
  }
  if (shelf.diagnostics.length > 0) return failure(shelf.diagnostics);
  const used = shelf.faces.filter(({ characters }) => characters.size > 0);
  const inOrder = faces.flatMap((face) => used.filter((open) => open.face === face));
  // One after the other: a Chinese face is 15 MB, and need not wait in memory for its turn.
  const fonts: SubsetFont[] = [];
  for (const open of inOrder) fonts.push(await cutFace(open));
  if (shelf.diagnostics.length > 0) return failure(shelf.diagnostics);
  return success({ fonts, missing: [...missing] });
}

/** Gives a face what it has of the homeless characters. */
function takeIn(face: OpenFace | undefined, homeless: Set<string>): void {
  for (const character of homeless) {
    if (!face?.coverage.has(character.codePointAt(0) ?? 0)) continue;
    face.characters.add(character);
    homeless.delete(character);
  }
}

/** Joiners, variation selectors, controls and line ends draw nothing; spaces are made of the common one. */
function needsNoGlyph(character: string): boolean {
  return /^(?:\p{Default_Ignorable_Code_Point}|\p{Cc}|\p{Zs})$/u.test(character);
}

async function cutFace({ face, source, characters, cut }: OpenFace): Promise<SubsetFont> {
  const { family, weight, style, sizeAdjust } = face;
  // Spaces of other widths are cut along where the font has them; browsers make those that it has not.
  const text = [' \u00a0\u2009\u202f\u3000', ...[...characters].sort()].join('');
  const name = family.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    family,
    weight,
    style,
    sizeAdjust,
    fileName: `${name}-${weight}${style === 'italic' ? '-italic' : ''}.ttf`,
    bytes: await cut(text),
    characters: text,
    source,
    licence: { fileName: `${name}-licence.txt`, text: await readOwnText(face.licence) },
  };
}
