import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** Makes a private folder for other programs to read from, gives its path to `use`, and removes it whatever happens. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-'));
  folders.add(folder);
  try {
    return await use(folder);
  } finally {
    await removeFolder(folder);
  }
}

/** Removes what a cancelled run left; called on Ctrl+C. */
export async function removeTemporaryFolders(): Promise<void> {
  await Promise.all([...folders].map(removeFolder));
}

async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  folders.delete(folder);
}
