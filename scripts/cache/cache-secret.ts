import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.js';

/**
 * This user's own secret, made on first need: entries of a cache are signed with it, so that a book's folder from
 * somebody else cannot bring pages that its manuscript does not have.
 */
export async function cacheSecret(): Promise<Uint8Array> {
  const root = await cacheFolder();
  const file = join(root, 'secret');
  const draft = join(root, `.secret.${randomBytes(6).toString('hex')}`);
  const known = await readSecret(file);
  if (known) return known;
  // Written whole under another name: two processes that make it at once agree on the first.
  await writeFile(draft, randomBytes(32), { mode: 0o600, flag: 'wx' });
  await link(draft, file).catch(() => undefined);
  await rm(draft, { force: true });
  return (await readSecret(file)) ?? randomBytes(32);
}

async function readSecret(file: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes?.length === 32 ? bytes : undefined;
}
