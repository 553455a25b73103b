import { readBytes, readOwnText } from '../files/read.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { type FaceUsage, type FontFace, faceKey, type SubsetFont } from '../model/theme.js';
import { coverageOf, cutFont, toTrueType } from './font-file.js';

/** Subset fonts, and the characters that no face has (code points as strings, in order of use). */
export interface SubsetResult {
  readonly fonts: readonly SubsetFont[];
  readonly missing: readonly string[];
}

interface OpenFace {
  readonly face: FontFace;
  readonly bytes: Uint8Array;
  readonly coverage: ReadonlySet<number>;
  readonly characters: Set<string>;
}

/**
 * Cuts each face to the characters that the book sets in it. A character that its own face lacks goes
 * to the first other face that has it, as the style sheets' font lists do; what none has is `missing`.
 */
export async function subsetFonts(
  faces: readonly FontFace[],
  usage: FaceUsage,
): Promise<Outcome<SubsetResult>> {
  const used = faces.filter((face) => (usage[faceKey(face)] ?? '') !== '');
  const open = await Promise.all(used.map(openFace));
  const diagnostics = open.flatMap((outcome) => outcome.diagnostics);
  const ready = open.flatMap((outcome) => outcome.value ?? []);
  if (diagnostics.length > 0) return failure(diagnostics);
  const missing = await assignCharacters(ready, faces, usage);
  const fonts = await Promise.all(ready.map(cutFace));
  return success({ fonts, missing });
}

async function openFace(face: FontFace): Promise<Outcome<OpenFace>> {
  const file = await readBytes(face.file);
  if (!file.value) return failure(file.diagnostics);
  const bytes = await toTrueType(file.value);
  return success({ face, bytes, coverage: coverageOf(bytes), characters: new Set<string>() });
}

/** Gives every used character to a face; opens further faces only if a character is still without one. */
async function assignCharacters(
  ready: OpenFace[],
  faces: readonly FontFace[],
  usage: FaceUsage,
): Promise<readonly string[]> {
  const homeless = new Set<string>();
  for (const owner of ready) {
    for (const character of usage[faceKey(owner.face)] ?? '') {
      if (!giveTo([owner, ...ready], character)) homeless.add(character);
    }
  }
  const further = faces.filter((face) => !ready.some((open) => open.face === face));
  for (const face of further) {
    if (homeless.size === 0) break;
    const { value } = await openFace(face);
    if (value && takeIn(value, homeless)) ready.push(value);
  }
  return [...homeless];
}

/** Gives a face what it has of the homeless characters; false if it has none. */
function takeIn(face: OpenFace, homeless: Set<string>): boolean {
  for (const character of homeless) if (giveTo([face], character)) homeless.delete(character);
  return face.characters.size > 0;
}

function giveTo(candidates: readonly OpenFace[], character: string): boolean {
  if (needsNoGlyph(character)) return true;
  const codePoint = character.codePointAt(0) ?? 0;
  const home = candidates.find((open) => open.coverage.has(codePoint));
  home?.characters.add(character);
  return home !== undefined;
}

/** Joiners, variation selectors, controls and line ends draw nothing. */
function needsNoGlyph(character: string): boolean {
  return /^(?:\p{Default_Ignorable_Code_Point}|\p{Cc})$/u.test(character);
}

async function cutFace({ face, bytes, characters }: OpenFace): Promise<SubsetFont> {
  const text = [' ', ...[...characters].sort()].join('');
  const name = face.family.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    family: face.family,
    weight: face.weight,
    style: face.style,
    fileName: `${name}-${face.weight}.ttf`,
    bytes: await cutFont(bytes, text),
    licence: { fileName: `${name}-licence.txt`, text: await readOwnText(face.licence) },
  };
}
