import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Whether a path lies in a folder, both absolute; the folder itself counts as inside. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}

/**
 * Resolves a path that a manuscript names, following symbolic links, and gives the real absolute
 * path if it lies in the folder, `outside` if it does not, `missing` if nothing stands there.
 */
export async function resolveInside(
  folder: string,
  path: string,
): Promise<{ readonly file: string } | 'outside' | 'missing'> {
  const target = resolve(folder, path);
  if (!isInside(folder, target)) return 'outside';
  const [realFolder, file] = await Promise.all([realpath(folder), realpath(target).catch(() => undefined)]);
  if (file === undefined) return 'missing';
  return isInside(realFolder, file) ? { file } : 'outside';
}
