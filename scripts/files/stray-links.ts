import { join } from 'node:path';
import { resolveInside } from './inside.js';
import { kindOf, listFolder } from './read.js';

/** Folders within folders that are looked through; a link may lead in a circle. */
const mostDeep = 5;

/**
 * Paths, from a folder, of what is in one of its parts by name and lies elsewhere: a link leads out. A book comes from anybody,
 * and what it leads to must neither be read into it nor written over.
 */
export async function strayLinks(folder: string, part: string, depth = 0): Promise<readonly string[]> {
  if ((await kindOf(join(folder, part))) === 'nothing') return [];
  if ((await resolveInside(folder, part)) === 'outside') return [part];
  if (depth >= mostDeep) return [];
  const names = await listFolder(join(folder, part));
  return (await Promise.all(names.map((name) => strayLinks(folder, join(part, name), depth + 1)))).flat();
}
