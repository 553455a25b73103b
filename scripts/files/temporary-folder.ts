import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** Makes a private folder for other programs to read from, gives its path to `use`, and removes it whatever happens. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await makeTemporaryFolder();
  try {
    return await use(folder);
  } finally {
    await removeTemporaryFolder(folder);
  }
}

/** Makes a private folder that `removeTemporaryFolder` takes away, or a cancelled run. Throws the system's error. */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'banxin-'));
  folders.add(folder);
  return folder;
}

/** Has a folder removed with the others if the run is cancelled. */
export function keepForRemoval(folder: string): string {
  folders.add(folder);
  return folder;
}

/** Removes what a cancelled run left; called on Ctrl+C. */
export async function removeTemporaryFolders(): Promise<void> {
  await Promise.all([...folders].map(removeTemporaryFolder));
}

/** Takes a folder away; a process that is just ending may still write into it, so it is tried a few times. */
export async function removeTemporaryFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  folders.delete(folder);
}
