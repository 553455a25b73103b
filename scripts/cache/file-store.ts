import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../files/make-folder.js';
import type { Store } from '../model/store.js';
import { cacheSecret } from './cache-secret.js';

/** Bytes that a cache may take on disk before its oldest entries go. */
export const mostBytes = 512 * 1024 * 1024;

/** A store in a folder. `tidy` keeps its size within bounds. */
export interface FileStore extends Store {
  /** Removes the entries that were not used for longest, until the rest takes `most` bytes at most. */
  tidy(most?: number): Promise<void>;
}

/** Length of a signature (HMAC-SHA-256), which stands before what it signs. */
const signed = 32;

/**
 * Opens the cache in a folder; nothing is made before something is kept. An entry that is damaged, or was not made by
 * this user on this machine, is removed when it is met. Builds may share a folder: entries come by renaming.
 */
export async function openFileStore(folder: string): Promise<FileStore> {
  const secret = await cacheSecret();
  const sign = (key: string, bytes: Uint8Array): Uint8Array =>
    createHmac('sha256', secret).update(key).update('\n').update(bytes).digest();
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key.slice(2));
  return {
    async get(key) {
      const path = pathOf(key);
      const entry = await readFile(path).catch(() => undefined);
      if (!entry) return undefined;
      const bytes = entry.subarray(signed);
      if (entry.length < signed || !timingSafeEqual(entry.subarray(0, signed), sign(key, bytes))) {
        await rm(path, { force: true }).catch(() => undefined);
        return undefined;
      }
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return bytes;
    },
    async put(key, bytes) {
      const path = pathOf(key);
      const draft = join(dirname(path), `.${randomBytes(6).toString('hex')}`);
      try {
        await makeFolder(dirname(path));
        await keepOutOfGit(folder);
        await writeFile(draft, [sign(key, bytes), bytes], { flag: 'wx' });
        await rename(draft, path);
      } catch {
        // A cache that cannot be written to (a full disk, a folder of others) costs time, and nothing else.
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
    tidy: (most = mostBytes) => tidy(folder, most),
  };
}

async function keepOutOfGit(folder: string): Promise<void> {
  await writeFile(join(folder, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
}

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly used: number;
}

async function tidy(folder: string, most: number): Promise<void> {
  const entries = (await entriesOf(folder)).sort((a, b) => b.used - a.used);
  let total = 0;
  for (const { path, size } of entries) {
    total += size;
    if (total > most) await rm(path, { force: true }).catch(() => undefined);
  }
}

/** Files that have the name of an entry, in folders of their own: whatever else lies there, or behind a link, is not the cache's. */
async function entriesOf(folder: string): Promise<Entry[]> {
  const shelves = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = shelves
    .filter((shelf) => shelf.isDirectory() && /^[\da-f]{2}$/.test(shelf.name))
    .map((shelf) => entriesOn(join(folder, shelf.name)));
  return (await Promise.all(found)).flat();
}

async function entriesOn(shelf: string): Promise<Entry[]> {
  const files = await readdir(shelf, { withFileTypes: true }).catch(() => []);
  const own = files.filter((file) => file.isFile() && /^(?:[\da-f]{62}|\.[\da-f]{12})$/.test(file.name));
  const found = own.map(async ({ name }): Promise<Entry[]> => {
    const path = join(shelf, name);
    const stats = await stat(path).catch(() => undefined);
    return stats ? [{ path, size: stats.size, used: stats.mtimeMs }] : [];
  });
  return (await Promise.all(found)).flat();
}
