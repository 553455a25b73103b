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
      const holder = await readHolder(path);
      if (holder && (await isAlive(holder))) {
        return failure([diagnose('build-locked', { pid: holder.pid, folder, lock: path })]);
      }
      await rm(path, { force: true });
    }
  } catch (error) {
    return failure([writeFault(error, folder)]);
  }
  return failure([diagnose('build-locked', { pid: '?', folder, lock: path })]);
}

/** A process: numbers are used again (in a container every build is process 1), so its start belongs to it. */
interface Holder {
  readonly pid: number;
  /** Start of the process in the system's own count; empty where the system does not tell. */
  readonly start: string;
}

/** Makes the lock with its holder in one step (a hard link), so that no one sees it empty. */
async function tryCreate(path: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const holder = `${process.pid} ${await startOf(process.pid)}\n`;
  try {
    await writeFile(draft, holder, { flag: 'wx' });
    await link(draft, path).catch((error) => linkless(error, path, holder));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Some disks know no hard links; there the lock is written in its place. */
async function linkless(error: unknown, path: string, holder: string): Promise<void> {
  if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error))) throw error;
  await writeFile(path, holder, { flag: 'wx' });
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const [, pid = '', start = ''] = /^(\d+) ?(\d*)\s*$/.exec(text) ?? [];
  return pid === '' ? undefined : { pid: Number(pid), start };
}

async function isAlive({ pid, start }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  const now = await startOf(pid);
  return start === '' || now === '' || start === now;
}

/** Field 22 of `/proc/<pid>/stat` (proc(5)); empty on systems without it. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
