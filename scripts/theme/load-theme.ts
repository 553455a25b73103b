import { diagnose } from '../diagnostics/catalogue.js';
import type { Place } from '../model/diagnostic.js';
import { isRecord } from '../model/is-record.js';
import { nearest } from '../model/nearest.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { BodyType, NoteStyle, Theme } from '../model/theme.js';
import { resolveCustomProperties } from './custom-properties.js';
import { loadFaces } from './font-faces.js';
import { readNoteStyle } from './note-style.js';
import { findStrayFiles, listOwnFolder, type OwnRoots, readOwnFile } from './own-files.js';
import { inRegion, regionalCss } from './regional-css.js';
import { loadRegionalFaces, type RegionalFaces } from './regional-faces.js';
import { hasNumbers, malformed, readStyleData } from './style-data.js';
import { readStyleSheet } from './style-sheet.js';

/** What `theme.json` holds. */
interface ThemeData
  extends Pick<Theme, 'openOn' | 'imprint' | 'contents' | 'frontFolios' | 'lastLeaves' | 'inks'> {
  readonly body: BodyType;
  readonly notes: NoteStyle;
  readonly faces: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/**
 * Loads a theme: `styles/base` and `styles/themes/<name>`, each file of the book's own folder winning
 * over Banxin's, and the templates; with the faces that `languages`, the book's first, ask for. An unknown name is
 * `theme-unknown` with the nearest one.
 */
export async function loadTheme(
  name: string,
  bookFolder: OwnRoots,
  languages: readonly string[],
  place?: Place,
): Promise<Outcome<Theme>> {
  const stray = await findStrayFiles(bookFolder);
  if (stray.length > 0) return failure(stray);
  const known = await listOwnFolder(bookFolder, 'styles/themes');
  if (!known.includes(name)) {
    const values = { name, nearest: nearest(name, known), known: known.join(', ') };
    return failure([diagnose('theme-unknown', values, place)]);
  }
  const folder = `styles/themes/${name}`;
  const json = await readStyleData(bookFolder, `${folder}/theme.json`);
  if (!json.value) return failure(json.diagnostics);
  const data = themeData(json.value, `${folder}/theme.json`);
  if (!data.value) return failure(data.diagnostics);
  const faces = await loadFaces(data.value.faces, bookFolder);
  if (!faces.value) return failure(faces.diagnostics);
  const regional = await loadRegionalFaces(languages, faces.value, bookFolder);
  if (!regional.value) return failure(regional.diagnostics);
  const { families } = regional.value;
  const values = Object.entries(data.value.values).map(([key, value]) => [key, inRegion(value, families)]);
  return success({
    ...data.value,
    name,
    values: Object.fromEntries(values),
    faces: [...faces.value, ...regional.value.faces],
    css: await loadStyleSheets(bookFolder, folder, regional.value),
    templates: await loadTemplates(bookFolder),
  });
}

async function loadStyleSheets(
  bookFolder: OwnRoots,
  folder: string,
  { families, byLanguage }: RegionalFaces,
): Promise<Theme['css']> {
  const read = async (kind: string): Promise<string> => {
    const parts = [`styles/base/${kind}.css`, `${folder}/${kind}.css`];
    return (await Promise.all(parts.map((part) => readStyleSheet(bookFolder, part)))).join('\n');
  };
  const [tokens, shared, print, ebook] = await Promise.all(['tokens', 'shared', 'print', 'ebook'].map(read));
  const forBook = (css: string): string => regionalCss(css, families, byLanguage);
  return {
    print: forBook(`${tokens}\n${shared}\n${print}`),
    ebook: forBook(resolveCustomProperties(`${tokens}\n${shared}\n${ebook}`)),
  };
}

async function loadTemplates(bookFolder: OwnRoots): Promise<Readonly<Record<string, string>>> {
  const names = (await listOwnFolder(bookFolder, 'templates/print')).filter((name) => name.endsWith('.html'));
  const texts = await Promise.all(names.map((name) => readOwnFile(bookFolder, `templates/print/${name}`)));
  return Object.fromEntries(names.map((name, index) => [name.slice(0, -'.html'.length), texts[index] ?? '']));
}

/** What a theme chooses among; only `openOn` must be said. */
const choices = {
  openOn: ['next', 'recto'],
  imprint: ['front', 'back'],
  contents: ['before-preface', 'after-preface'],
  frontFolios: ['roman', 'arabic'],
  lastLeaves: ['blank', 'none'],
} as const;

/** A choice that is none of those that there are. */
function wrongChoice(json: Record<string, unknown>): string | undefined {
  const wrong = Object.entries(choices).find(
    ([key, known]) => (key === 'openOn' || json[key] !== undefined) && !isOneOf(json[key], known),
  );
  return wrong && `\`${wrong[0]}\` must be \`${wrong[1].join('` or `')}\``;
}

function themeData(json: Record<string, unknown>, path: string): Outcome<ThemeData> {
  const { openOn, imprint, contents, frontFolios, lastLeaves, body, faces, values, notes, inks } = json;
  const wrong = wrongChoice(json);
  if (wrong) return malformed(path, wrong);
  if (!isRecord(body) || !hasNumbers(body, ['size', 'line'])) {
    return malformed(path, '`body` needs the numbers size and line, in pt');
  }
  const measure = measureOf(body);
  if (body.measure !== undefined && !measure) {
    return malformed(
      path,
      '`measure` of `body` must be two numbers, the shortest and the longest line in em',
    );
  }
  if (!Array.isArray(faces) || !faces.every((face) => typeof face === 'string')) {
    return malformed(path, '`faces` must be a list of names from faces.json');
  }
  const noteStyle = readNoteStyle(notes);
  if (!noteStyle)
    return malformed(
      path,
      '`notes` takes place (foot, chapter), marks (circled, figures), restart (page, chapter)',
    );
  return success({
    openOn: isOneOf(openOn, choices.openOn) ? openOn : 'next',
    ...(isOneOf(imprint, choices.imprint) && { imprint }),
    ...(isOneOf(contents, choices.contents) && { contents }),
    ...(isOneOf(frontFolios, choices.frontFolios) && { frontFolios }),
    ...(isOneOf(lastLeaves, choices.lastLeaves) && { lastLeaves }),
    body: { size: body.size, line: body.line, ...(measure && { measure }) },
    notes: noteStyle,
    faces,
    values: textsOf(values),
    ...(isRecord(inks) && { inks: textsOf(inks) }),
  });
}

function textsOf(record: unknown): Readonly<Record<string, string>> {
  if (!isRecord(record)) return {};
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value)]));
}

function measureOf({ measure }: Record<string, unknown>): readonly [number, number] | undefined {
  const [from, to]: readonly unknown[] = Array.isArray(measure) ? measure : [];
  return typeof from === 'number' && typeof to === 'number' && from > 0 && from <= to
    ? [from, to]
    : undefined;
}

function isOneOf<Word extends string>(value: unknown, words: readonly Word[]): value is Word {
  return words.some((word) => word === value);
}
