import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/**
 * What a file of an installed package is, without reading it: package, version, place in it, size and time. Two files
 * of one identity are taken for the same; packages do not change their files within a version.
 */
export async function packagedFileIdentity(path: string): Promise<string> {
  const { folder, name } = await packageAbove(dirname(path));
  const { size, mtimeMs } = await stat(path);
  return [name, relative(folder, path), size, mtimeMs].join('|');
}

async function packageAbove(folder: string): Promise<{ readonly folder: string; readonly name: string }> {
  const manifest = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  if (manifest !== undefined) {
    const { name, version } = JSON.parse(manifest) as { name?: string; version?: string };
    if (name !== undefined && version !== undefined) return { folder, name: `${name}@${version}` };
  }
  const parent = dirname(folder);
  return parent === folder ? { folder, name: '' } : packageAbove(parent);
}
