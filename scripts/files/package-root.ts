import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of Banxin's own folder, where `styles/` and `templates/` lie; the same from source and from `dist/lib/`. */
export const packageRoot: string = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** Banxin's version, as `package.json` says. */
export const packageVersion: string = JSON.parse(
  readFileSync(join(packageRoot, 'package.json'), 'utf8'),
).version;

function findPackageRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'banxin') return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('Banxin runs outside its own package: no package.json above it');
  return findPackageRoot(parent);
}
