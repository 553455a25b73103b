import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { readFault } from './errors.js';

/** The bytes of a file, or the diagnostic `file-not-found` or `file-unreadable`. */
export async function readBytes(path: string): Promise<Outcome<Uint8Array>> {
  try {
    return success(await readFile(path));
  } catch (error) {
    return failure([readFault(error, path)]);
  }
}

/** A file that Banxin itself ships or made; it is there, or Banxin is broken. */
export async function readOwnText(path: string): Promise<string> {
  return readFile(path, 'utf8');
}

/** What stands at a path: a file, a folder, or nothing. Symbolic links are followed. */
export async function kindOf(path: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    const stats = await stat(path);
    return stats.isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}

/** Whether a file with bytes of its own stands at a path: no folder, pipe or device. Symbolic links are followed. */
export async function isRegularFile(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isFile(),
    () => false,
  );
}

/** Names in a folder in natural order (`2.md` before `10.md`); none if there is no such folder. */
export async function listFolder(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort(naturalOrder);
  } catch {
    return [];
  }
}

const collator = new Intl.Collator('en', { numeric: true });

/** Compares names as people number them; ties fall back to code units, so that the order never varies. */
export function naturalOrder(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Hex SHA-256 of bytes or of a UTF-8 string. */
export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
