import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.js';
import { writeFault } from './errors.js';
import { makeFolder } from './make-folder.js';

/** A file to write: its absolute path and its bytes. */
export interface PendingFile {
  readonly path: string;
  readonly bytes: Uint8Array | string;
}

const unfinished = new Set<string>();

/**
 * Writes files whole or not at all: first every temporary file beside its target, then all renames.
 * If one cannot be written, none of the targets is touched and the diagnostics say which.
 */
export async function writeAll(files: readonly PendingFile[]): Promise<readonly Diagnostic[]> {
  const written: { temporary: string; path: string }[] = [];
  for (const file of files) {
    const temporary = temporaryName(file.path);
    try {
      await refuseFolder(file.path);
      await writeTemporary(temporary, file);
      written.push({ temporary, path: file.path });
    } catch (error) {
      await Promise.all([temporary, ...written.map((w) => w.temporary)].map(removeUnfinished));
      return [writeFault(error, file.path)];
    }
  }
  return renameAll(written);
}

/** A rename onto a folder fails only after others have succeeded; so it is refused before. */
async function refuseFolder(path: string): Promise<void> {
  const isFolder = await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) throw Object.assign(new Error(path), { code: 'EISDIR' });
}

async function writeTemporary(temporary: string, file: PendingFile): Promise<void> {
  await makeFolder(dirname(file.path));
  unfinished.add(temporary);
  const handle = await open(temporary, 'wx');
  try {
    await handle.writeFile(file.bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function renameAll(
  written: readonly { temporary: string; path: string }[],
): Promise<readonly Diagnostic[]> {
  const faults: Diagnostic[] = [];
  for (const { temporary, path } of written) {
    try {
      await rename(temporary, path);
      unfinished.delete(temporary);
    } catch (error) {
      await removeUnfinished(temporary);
      faults.push(writeFault(error, path));
    }
  }
  return faults;
}

/** Removes what a cancelled run left half written; called on Ctrl+C. */
export async function removeUnfinishedFiles(): Promise<void> {
  await Promise.all([...unfinished].map(removeUnfinished));
}

async function removeUnfinished(path: string): Promise<void> {
  await rm(path, { force: true }).catch(() => undefined);
  unfinished.delete(path);
}

function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`);
}
