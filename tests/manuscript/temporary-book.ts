import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { toHtml } from 'hast-util-to-html';
import { readBook } from '../../scripts/manuscript/read-book.js';
import type { Book } from '../../scripts/model/book.js';
import type { Diagnostic, Place } from '../../scripts/model/diagnostic.js';

/** Files of a book by their paths; `book.yaml` is added where a test is not about it. */
export type BookFiles = Readonly<Record<string, string | Uint8Array>>;

export interface ReadBook {
  readonly book: Book | undefined;
  /** `path:line:column code`, paths from the book's folder. */
  readonly found: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly folder: string;
}

/** A grey picture of one pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

export const plainSettings = 'id: test\ntitle: 书\nlanguage: zh-Hans\n';

/** Writes a book into a new folder, reads it, and takes the folder away; `prepare` may do more to it before. */
export async function readFiles(
  files: BookFiles,
  prepare?: (folder: string) => Promise<void>,
): Promise<ReadBook> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-book-'));
  try {
    for (const [path, content] of Object.entries({ 'book.yaml': plainSettings, ...files })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    await prepare?.(folder);
    const { value, diagnostics } = await readBook(folder);
    return { book: value, diagnostics, folder, found: diagnostics.map((found) => worded(found, folder)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function worded(found: Diagnostic, folder: string): string {
  return [found.place && placeIn(found.place, folder), found.code]
    .filter((part) => part !== undefined)
    .join(' ');
}

export function placeIn(place: Place, folder: string): string {
  const path = relative(folder, resolve(place.file));
  return [path, place.line, place.column].filter((part) => part !== undefined).join(':');
}

/** One chapter `a.md` and what became of it. */
export async function readChapter(markdown: string, settings = plainSettings) {
  const read = await readFiles({ 'book.yaml': settings, 'chapters/a.md': markdown });
  const chapter = read.book?.chapters[0];
  return { ...read, chapter, html: chapter ? toHtml(chapter.tree) : '' };
}
