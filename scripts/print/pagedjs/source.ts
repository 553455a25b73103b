import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readOwnText } from '../../files/read.js';
import { type Correction, corrections, pagedjsVersion } from './corrections.js';

/**
 * The source of Paged.js for the browser, corrected. Throws where the installed version is not the one
 * that the corrections were made for, or where one of them does not find its spot: that is a broken
 * installation, never a user's mistake.
 */
export async function correctedPagedjs(only: readonly Correction[] = corrections): Promise<string> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('pagedjs')));
  const { version } = JSON.parse(await readOwnText(join(folder, 'package.json'))) as { version: string };
  if (version !== pagedjsVersion) {
    throw new Error(`Paged.js ${version} is installed; Banxin's corrections are for ${pagedjsVersion}`);
  }
  return only.reduce(correct, await readOwnText(join(folder, 'dist', 'paged.js')));
}

function correct(source: string, { name, edits }: Correction): string {
  return edits.reduce((text, [find, replacement]) => {
    const parts = text.split(find);
    if (parts.length !== 2) {
      throw new Error(`correction ${name} found its spot ${parts.length - 1} times in Paged.js, not once`);
    }
    return parts.join(replacement);
  }, source);
}
