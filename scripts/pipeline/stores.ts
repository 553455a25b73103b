import { join, resolve } from 'node:path';
import { cacheFolder } from '../cache/cache-folder.js';
import { type FileStore, openFileStore } from '../cache/file-store.js';
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
 * nothing can be kept builds all the same.
 */
export async function openStores(book: Book, asked: string | false | undefined): Promise<Stores> {
  const lasting = await cacheFolder().then(
    (folder) => openFileStore(join(folder, 'faces')),
    () => undefined,
  );
  const own =
    asked === false
      ? undefined
      : asked === undefined
        ? join(book.folder, '.banxin', 'cache')
        : resolve(asked);
  const kept = own === undefined || !lasting ? undefined : await openFileStore(own);
  const opened = [lasting, kept].filter((store): store is FileStore => store !== undefined);
  const tidy = async (): Promise<void> => {
    await Promise.all(opened.map((store) => store.tidy()));
  };
  return { store: kept ?? noStore, faceStore: lasting ?? noStore, tidy };
}
