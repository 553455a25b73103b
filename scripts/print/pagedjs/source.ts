import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readOwnText } from '../../files/read.js';
import { type Correction, correct, forBundle } from './correction.js';
import { corrections } from './corrections/index.js';
import { upstreamPatch } from './upstream-patch.js';

/** The version that the corrections are made for. */
export const pagedjsVersion = '0.4.3';

/** Folder of the installed Paged.js. */
export const pagedjsFolder = dirname(dirname(createRequire(import.meta.url).resolve('pagedjs')));

/**
 * The source of Paged.js for the browser, corrected. Throws where the installed version is not the one
 * that the corrections were made for, or where one of them does not find its spot: that is a broken
 * installation, never a user's mistake.
 */
export async function correctedPagedjs(only: readonly Correction[] = corrections): Promise<string> {
  if (only !== corrections) return correctPagedjs(only);
  // A preview asks for it at every save.
  corrected ??= correctPagedjs(corrections);
  return corrected;
}

let corrected: Promise<string> | undefined;

async function correctPagedjs(only: readonly Correction[]): Promise<string> {
  const manifest = JSON.parse(await readOwnText(join(pagedjsFolder, 'package.json')));
  const { version } = manifest as { version: string };
  if (version !== pagedjsVersion) {
    throw new Error(`Paged.js ${version} is installed; Banxin's corrections are for ${pagedjsVersion}`);
  }
  return only.map(forBundle).reduce(correct, await readOwnText(join(pagedjsFolder, 'dist', 'paged.js')));
}

/** The sources that corrections change, by path in the repository of Paged.js. */
const sourcePaths = [
  'src/chunker/breaktoken.js',
  'src/chunker/layout.js',
  'src/modules/generated-content/string-sets.js',
  'src/modules/paged-media/breaks.js',
  'src/modules/paged-media/footnotes.js',
  'src/utils/dom.js',
  'src/utils/utils.js',
];

/** The corrections as patches to offer upstream, by file name; each is made for the sources with those before it. */
export async function upstreamPatches(): Promise<ReadonlyMap<string, string>> {
  const texts = sourcePaths.map(
    async (path) => [path, await readOwnText(join(pagedjsFolder, path))] as const,
  );
  let sources: ReadonlyMap<string, string> = new Map(await Promise.all(texts));
  const patches = new Map<string, string>();
  for (const [index, correction] of corrections.entries()) {
    const made = upstreamPatch(correction, sources);
    sources = made.sources;
    patches.set(`${String(index + 1).padStart(2, '0')}-${correction.name}.patch`, made.patch);
  }
  return patches;
}
