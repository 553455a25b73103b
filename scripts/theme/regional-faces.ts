import { isRecord } from '../model/is-record.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { scriptOf } from '../model/script-of.js';
import type { FontFace } from '../model/theme.js';
import { loadFaces } from './font-faces.js';
import type { OwnRoots } from './own-files.js';
import type { RegionalFamilies } from './regional-css.js';
import { malformed, readStyleData } from './style-data.js';

const path = 'styles/scripts.json';

/** The faces that the languages of a book need beside the theme's own, and which language takes which. */
export interface RegionalFaces {
  readonly faces: readonly FontFace[];
  /** For the book's language. */
  readonly families: RegionalFamilies;
  /** For each language that takes others than the book's and may stand in it, the most general first. */
  readonly byLanguage: ReadonlyMap<string, RegionalFamilies>;
}

/**
 * Traditional Chinese and Japanese draw characters and place marks otherwise than Simplified Chinese (CLREQ 3.1.2: a
 * comma in the middle of its square or at its foot). `styles/scripts.json` says, by script, which faces are tried before
 * a family; the first of `languages` is the book's.
 */
export async function loadRegionalFaces(
  languages: readonly string[],
  own: readonly FontFace[],
  bookFolder: OwnRoots,
): Promise<Outcome<RegionalFaces>> {
  const data = await readStyleData(bookFolder, path);
  if (!data.value) return failure(data.diagnostics);
  const tables = new Map(Object.entries(data.value));
  const familiesOf = new Map<string, RegionalFamilies>();
  const faces: FontFace[] = [];
  for (const language of languages) {
    const table = tables.get(scriptOf(language) ?? '');
    if (table === undefined) continue;
    const found = await readTable(table, own, bookFolder);
    if (!found.value) return failure(found.diagnostics);
    familiesOf.set(
      language,
      new Map([...found.value].map(([family, [face]]) => [family, face?.family ?? family])),
    );
    faces.push(...[...found.value.values()].flat());
  }
  return success({ faces: distinct(faces), ...byLanguage(languages, familiesOf) });
}

/** Of one script: the faces before each family that the theme has. */
async function readTable(
  table: unknown,
  own: readonly FontFace[],
  bookFolder: OwnRoots,
): Promise<Outcome<ReadonlyMap<string, readonly FontFace[]>>> {
  if (!isRecord(table)) return malformed(path, 'a script takes an object of families');
  const found = new Map<string, readonly FontFace[]>();
  for (const [family, names] of Object.entries(table)) {
    if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
      return malformed(path, `\`${family}\` must be a list of names from faces.json`);
    }
    if (!own.some((face) => face.family === family)) continue;
    const faces = await loadFaces(names, bookFolder);
    if (!faces.value) return failure(faces.diagnostics);
    found.set(family, faces.value);
  }
  return success(found);
}

function distinct(faces: readonly FontFace[]): readonly FontFace[] {
  const keyOf = ({ family, weight, style }: FontFace): string => `${family}|${weight}|${style}`;
  return [...new Map(faces.map((face) => [keyOf(face), face])).values()];
}

/** Languages of other scripts (English in a Chinese book) keep the book's families; nothing is said of them. */
function byLanguage(
  languages: readonly string[],
  familiesOf: ReadonlyMap<string, RegionalFamilies>,
): Omit<RegionalFaces, 'faces'> {
  const families = familiesOf.get(languages[0] ?? '') ?? new Map();
  const wayOf = (some: RegionalFamilies): string => JSON.stringify([...some]);
  const ways = new Set([families, ...familiesOf.values()].map(wayOf));
  const general = (a: string, b: string): number => a.length - b.length || (a < b ? -1 : 1);
  const tags = ways.size > 1 ? [...familiesOf.keys()].sort(general) : [];
  return { families, byLanguage: new Map(tags.map((tag) => [tag, familiesOf.get(tag) ?? families])) };
}
