import { basename, join, relative } from 'node:path';
import { stringify } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { isInside } from '../files/inside.js';
import { readBytes } from '../files/read.js';
import { realPathOf } from '../files/real-path.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { type PendingFile, writeAll } from '../files/write.js';
import type { BuildOptions, BuildResult } from '../model/build-types.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import { build } from './build.js';

/** A book that lies on no disk. */
export interface MemoryBook {
  /** What `book.yaml` would say, key by key. */
  readonly book: Readonly<Record<string, unknown>>;
  /** Markdown in the order of the book; without a name a chapter is called by its number. */
  readonly chapters: readonly (string | { readonly fileName: string; readonly markdown: string })[];
  /** Pictures and other files by their path in the book's folder, e.g. `chapters/map.png`; own styles and templates too. */
  readonly assets?: Readonly<Record<string, Uint8Array>>;
}

export interface MemoryBuildOptions
  extends MemoryBook,
    Omit<BuildOptions, 'allowConfig' | 'book' | 'cache' | 'out'> {}

/** What a build in memory made: bytes by file name, in place of folder and paths. */
export interface MemoryBuildResult extends Omit<BuildResult, 'files' | 'folder'> {
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/**
 * Builds a book from memory into memory, with every proof. The manuscript lies in a private temporary folder while it is
 * built, and that is gone when this ends, whatever happens; nothing else is written. Diagnostics name files as the book
 * has them. Errors, beside those of `build`: `memory-path-outside`, `memory-path-twice`.
 */
export async function buildInMemory(options: MemoryBuildOptions): Promise<Outcome<MemoryBuildResult>> {
  const { book, chapters, assets = {}, ...wishes } = options;
  return withTemporaryFolder(async (folder) => {
    const home = join((await realPathOf(folder)) ?? folder, 'book');
    const files = filesOf({ book, chapters, assets }, home);
    const outside = files.filter(({ path }) => !isInside(home, path) || path === home);
    if (outside.length > 0)
      return failure(outside.map(({ path }) => diagnose('memory-path-outside', { path: basename(path) })));
    const twice = repeatedPaths(files.map(({ path }) => relative(home, path)));
    if (twice.length > 0) return failure(twice.map((path) => diagnose('memory-path-twice', { path })));
    const faults = await writeAll(files);
    if (hasErrors(faults)) return failure(atHome(faults, home));
    const out = join(home, '..', 'out');
    const { value, diagnostics } = await build({ ...wishes, book: home, out, cache: false });
    const told = atHome(diagnostics, home);
    if (!value) return failure(told);
    const { files: paths, folder: _, ...rest } = value;
    const made = await Promise.all(paths.map((path) => readMade(path, home)));
    return success({ ...atHome(rest, home), files: Object.fromEntries(made) }, told);
  });
}

function filesOf({ book, chapters, assets = {} }: MemoryBook, home: string): readonly PendingFile[] {
  const digits = Math.max(2, String(chapters.length).length);
  const named = chapters.map((chapter, i) =>
    typeof chapter === 'string'
      ? { fileName: `${String(i + 1).padStart(digits, '0')}.md`, markdown: chapter }
      : chapter,
  );
  const order = named.map(({ fileName }) => fileName);
  return [
    { path: join(home, 'book.yaml'), bytes: stringify({ id: 'book', chapters: order, ...book }) },
    ...named.map(({ fileName, markdown }) => ({ path: join(home, 'chapters', fileName), bytes: markdown })),
    ...Object.entries(assets).map(([path, bytes]) => ({ path: join(home, path), bytes })),
  ];
}

/** Paths that are taken; some file systems tell no capitals apart, and no EPUB may (EPUB 3.3, section 4.2.3). */
function repeatedPaths(paths: readonly string[]): readonly string[] {
  const folded = paths.map((path) => path.normalize('NFC').toLowerCase());
  return paths.filter((_, i) => folded.indexOf(folded[i] ?? '') < i);
}

/** An output by its name; a proof names files too. */
async function readMade(path: string, home: string): Promise<readonly [string, Uint8Array]> {
  const name = basename(path);
  const bytes = (await readBytes(path)).value ?? new Uint8Array();
  if (!/\.(?:json|html)$/.test(name)) return [name, bytes];
  return [name, new TextEncoder().encode(withoutHome(new TextDecoder().decode(bytes), home))];
}

/** The same with paths as the book has them: where it lay meanwhile says nothing to anybody. */
function atHome<T>(told: T, home: string): T {
  const text = JSON.stringify(told, (_, value: unknown) =>
    typeof value === 'string' ? withoutHome(value, home) : value,
  );
  return JSON.parse(text) as T;
}

function withoutHome(text: string, home: string): string {
  return text.replaceAll(`${home}/`, '').replaceAll(`${displayPath(home)}/`, '');
}
