import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The folder of a file of an installed package; undefined where the package is not installed. */
export function installedAt(name: string, file: string): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    return dirname(resolve(`${name}/${file}`));
  } catch {
    // A package may name its doors; then its main one tells where it lies.
    try {
      const main = resolve(name);
      return dirname(join(main.slice(0, main.lastIndexOf(name) + name.length), file));
    } catch {
      return undefined;
    }
  }
}
