import { readdir, readFile } from 'node:fs/promises';

/** A process and its descendants, as far as `/proc` still tells of them. */
export async function processTree(root: number): Promise<readonly number[]> {
  const names = await readdir('/proc').catch(() => []);
  const children = new Map<number, number[]>();
  for (const name of names.filter((entry) => /^\d+$/.test(entry))) {
    // The fourth field, behind a name that may hold spaces and brackets itself.
    const stat = await readFile(`/proc/${name}/stat`, 'latin1').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [root];
  for (const process of found) found.push(...(children.get(process) ?? []));
  return found;
}

/** Memory of some processes in bytes; what several of them share counts once in all (PSS). */
export async function memoryOf(processes: readonly number[]): Promise<number> {
  const sizes = await Promise.all(
    processes.map(async (process) => {
      const rollup = await readFile(`/proc/${process}/smaps_rollup`, 'latin1').catch(() => '');
      return Number(rollup.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0);
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0) * 1024;
}
