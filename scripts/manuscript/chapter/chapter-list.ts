import { posix, resolve } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { displayPath } from '../../files/display-path.js';
import { resolveInside } from '../../files/inside.js';
import { kindOf, listFolder } from '../../files/read.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import type { Matter } from '../../model/book.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import { nearest } from '../../model/nearest.js';
import type { BookFile } from '../book-file/schema.js';
import type { LocatedYaml, YamlPath } from '../book-file/yaml-document.js';
import { skippedFiles } from './skipped-files.js';
import { type ListedChapter, readSummary } from './summary-file.js';

/** A chapter's file that is there and lies in the book's folder. */
export interface ChapterFile {
  /** POSIX path inside the book's folder. */
  readonly path: string;
  /** Absolute path. */
  readonly file: string;
  /** What `book.yaml` says; front matter in the file wins. */
  readonly matter: Matter | undefined;
}

/** The chapters that `book.yaml` lists, or else all of `chapters/`; what is missing, doubled or left out is reported. */
export async function listChapters(
  folder: string,
  chapters: BookFile['chapters'],
  yaml: LocatedYaml | undefined,
): Promise<{ readonly files: readonly ChapterFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const names = await listFolder(resolve(folder, 'chapters'));
  // A name may hold a line feed, which `.` alone does not match.
  const found = names.filter((name) => /^[^.].*\.md$/is.test(name));
  if (!chapters || !yaml) {
    const all = await allOf(folder, found);
    // Where a list is there but faulty, it may well name the others.
    const skipped = yaml && !yaml.has('chapters') ? await skippedFiles(folder, names, found) : [];
    return { files: all.files, diagnostics: [...all.diagnostics, ...skipped] };
  }
  const placeOf = (path: YamlPath) => yaml.placeOf(path, 'value');
  const summary =
    typeof chapters === 'string' ? await readSummary(folder, chapters, placeOf(['chapters'])) : undefined;
  const listed = summary?.listed ?? (typeof chapters === 'string' ? [] : listedIn(chapters, placeOf));
  const located = await Promise.all(listed.map((entry) => locate(folder, entry, found)));
  const diagnostics: Diagnostic[] = [...(summary?.diagnostics ?? [])];
  const files = new Map<string, ChapterFile & { readonly place: Place }>();
  for (const item of located) {
    if ('code' in item) diagnostics.push(item);
    else if (!files.has(item.file)) files.set(item.file, item);
    else
      diagnostics.push(
        diagnose(
          'chapter-listed-twice',
          { path: item.path },
          item.place,
          related(files.get(item.file)?.place),
        ),
      );
  }
  const unlisted = found.filter((name) => !files.has(resolve(folder, 'chapters', name)));
  const place = yaml.placeOf(['chapters'], 'key');
  diagnostics.push(
    ...unlisted.map((name) => diagnose('chapter-unlisted', { path: `chapters/${name}` }, place)),
  );
  return {
    files: [...files.values()].map(({ path, file, matter }) => ({ path, file, matter })),
    diagnostics,
  };
}

function related(place: Place | undefined): readonly Place[] {
  return place ? [place] : [];
}

async function allOf(folder: string, names: readonly string[]) {
  const located = await Promise.all(
    names.map((name) => {
      const place = { file: displayPath(resolve(folder, 'chapters', name)) };
      return locate(folder, { name, matter: undefined, place }, names);
    }),
  );
  const none = names.length === 0 ? [diagnose('chapters-none', { folder: displayPath(folder) })] : [];
  return {
    files: located.flatMap((item) => ('code' in item ? [] : [item])),
    diagnostics: [...located.flatMap((item) => ('code' in item ? [item] : [])), ...none],
  };
}

type ChapterLists = Exclude<NonNullable<BookFile['chapters']>, string>;

function listedIn(chapters: ChapterLists, placeOf: (path: YamlPath) => Place): ListedChapter[] {
  if (isList(chapters)) {
    return chapters.map((entry, i) => {
      const place = placeOf(['chapters', i]);
      if (typeof entry === 'string') return { name: entry, matter: undefined, place };
      return { name: entry.file, matter: entry.matter, place: placeOf(['chapters', i, 'file']) };
    });
  }
  return (['front', 'body', 'back'] as const).flatMap((matter) =>
    (chapters[matter] ?? []).map((name, i) => ({ name, matter, place: placeOf(['chapters', matter, i]) })),
  );
}

function isList(chapters: ChapterLists): chapters is Extract<typeof chapters, readonly unknown[]> {
  return Array.isArray(chapters);
}

/** A name is looked for in `chapters/` first, then from the book's folder. */
async function locate(
  folder: string,
  { name, matter, place }: ListedChapter,
  known: readonly string[],
): Promise<(ChapterFile & { readonly place: Place }) | Diagnostic> {
  const inChapters = await resolveInside(folder, posix.join('chapters', name));
  const path = typeof inChapters === 'object' ? posix.join('chapters', name) : posix.normalize(name);
  const found = typeof inChapters === 'object' ? inChapters : await resolveInside(folder, name);
  if (found === 'outside' || (found === 'missing' && inChapters === 'outside'))
    return diagnose('chapter-outside', { path: name }, place);
  if (found === 'missing') return missing(folder, name, place, known);
  if ((await kindOf(found.file)) === 'folder') return diagnose('chapter-is-folder', { path: name }, place);
  return { path, file: resolve(folder, path), matter, place };
}

/** Why there is no file of that name; what the system says tells a link that goes round from one that ends nowhere. */
async function missing(
  folder: string,
  name: string,
  place: Place,
  known: readonly string[],
): Promise<Diagnostic> {
  for (const path of [posix.join('chapters', name), name]) {
    const { diagnostics } = await readRegularFile(resolve(folder, path), 0);
    const fault = diagnostics.find(({ code }) => code === 'file-unreadable');
    if (fault?.values.reason === 'ELOOP') return diagnose('chapter-link-loop', { path: name }, place);
    if (fault) return { ...fault, place };
  }
  if (known.includes(posix.normalize(name).replace(/^chapters\//, '')))
    return diagnose('chapter-link-dangling', { path: name }, place);
  return diagnose('chapter-missing', { path: name, nearest: nearest(name, known) || '*.md' }, place);
}
