import { mkdtemp, rename, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failure, hasErrors, type Outcome } from '../model/outcome.js';
import { writeFault } from './errors.js';
import { makeFolder } from './make-folder.js';
import { keepForRemoval, removeTemporaryFolder } from './temporary-folder.js';

/**
 * Makes a folder whole or not at all: `make` fills one of the same name beside it, which then takes its place. The target must
 * not be there, or be empty. What `make` reports or throws leaves nothing behind.
 */
export async function withFolderInPlace<T>(
  folder: string,
  make: (draft: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  let desk: string | undefined;
  try {
    await makeFolder(dirname(folder));
    desk = keepForRemoval(await mkdtemp(join(dirname(folder), '.banxin-')));
    const draft = join(desk, basename(folder));
    await makeFolder(draft);
    const made = await make(draft);
    if (made.value === undefined || hasErrors(made.diagnostics)) return made;
    await rmdir(folder).catch(() => undefined);
    await rename(draft, folder);
    return made;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.name === 'AbortError') throw error;
    return failure([writeFault(error, folder)]);
  } finally {
    if (desk !== undefined) await removeTemporaryFolder(desk);
  }
}
