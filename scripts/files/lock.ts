import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { writeFault } from './errors.js';
import { makeFolder } from './make-folder.js';

/** A folder held for one process. `release` may be called twice. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

const fileName = '.banxin-lock';

/**
 * Takes a folder for this process, making it where it is not there. A lock whose process is gone
 * is taken over; one whose process lives gives `build-locked`.
 */
export async function lockFolder(folder: string): Promise<Outcome<FolderLock>> {
  const path = join(folder, fileName);
  try {
    await makeFolder(folder);
    for (let attempt = 0; attempt < 2; attempt++) {
      if (await tryCreate(path)) return success({ release: () => rm(path, { force: true }) });
      const pid = await holderOf(path);
      if (pid !== undefined && isAlive(pid)) return failure([diagnose('build-locked', { pid, folder })]);
      await rm(path, { force: true });
    }
  } catch (error) {
    return failure([writeFault(error, folder)]);
  }
  return failure([diagnose('build-locked', { pid: '?', folder })]);
}

/** Makes the lock with its process number in one step (a hard link), so that no one sees it empty. */
async function tryCreate(path: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, `${process.pid}\n`, { flag: 'wx' });
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function holderOf(path: string): Promise<number | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isInteger(pid) && pid > 0 ? pid : undefined;
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
