import { join, resolve } from 'node:path';
import { cacheFolder } from '../cache/cache-folder.js';
import { type FileStore, openFileStore } from '../cache/file-store.js';
import { resolveInside } from '../files/inside.js';
import { keyOf } from '../files/key-of.js';
import type { Book } from '../model/book.js';
import { noStore, type Store } from '../model/store.js';

/** Where a build finds what was made before. */
export interface Stores {
  /** What earlier builds of this book made. */
  readonly store: Store;
  /** What any build learned of the faces that Banxin brings. */
  readonly faceStore: Store;
  /** Keeps their size within bounds. */
  readonly tidy: () => Promise<void>;
}

/**
 * The book's cache is `.banxin/cache` in its folder, another one if it is asked for, or none (`false`). A machine on which
 * nothing can be kept builds all the same. What was made with other `code` of the book's own (a hash) is not found.
 */
export async function openStores(
  book: Book,
  asked: string | false | undefined,
  code: string,
): Promise<Stores> {
  const lasting = await cacheFolder().then(
    (folder) => openFileStore(join(folder, 'faces')),
    () => undefined,
  );
  const own =
    asked === false ? undefined : asked === undefined ? await ownCache(book.folder) : resolve(asked);
  const kept = own === undefined || !lasting ? undefined : await openFileStore(own);
  const opened = [lasting, kept].filter((store): store is FileStore => store !== undefined);
  const tidy = async (): Promise<void> => {
    await Promise.all(opened.map((store) => store.tidy()));
  };
  return { store: madeWith(code, kept ?? noStore), faceStore: lasting ?? noStore, tidy };
}

/** Nothing where a link in the book's folder leads elsewhere: a cache makes, writes over and removes files. */
async function ownCache(folder: string): Promise<string | undefined> {
  const steps = ['.banxin', join('.banxin', 'cache')];
  const found = await Promise.all(steps.map((step) => resolveInside(folder, step)));
  return found.includes('outside') ? undefined : join(folder, '.banxin', 'cache');
}

/** A store in which everything was made with the same code; without any, the store itself. */
function madeWith(code: string, store: Store): Store {
  if (code === '') return store;
  return {
    get: (key) => store.get(keyOf(code, key)),
    put: (key, bytes) => store.put(keyOf(code, key), bytes),
  };
}
