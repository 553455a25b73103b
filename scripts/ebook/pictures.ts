import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Asset, Book } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PackagedFile } from './packaged-file.js';
import type { Picture } from './picture-type.js';
import { pictureType } from './picture-type.js';

/** Pictures of a book by the path that the trees' `src` names. */
export interface PackedPictures {
  readonly byPath: ReadonlyMap<string, PackagedFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the pictures that the chapters show and names them by their content, so that equal pictures are packed once and a Chinese
 * file name never reaches the zip. What cannot be read or is no EPUB core media type (EPUB 3.3, section 3.2)
 * is an error.
 */
export async function packPictures(
  book: Book,
  readAsset: (asset: Asset) => Promise<Uint8Array>,
): Promise<PackedPictures> {
  const byPath = new Map<string, PackagedFile>();
  const diagnostics: Diagnostic[] = [];
  const shown = shownPictures(book);
  for (const asset of book.assets) {
    if (!shown.has(asset.path)) continue;
    const bytes = await readPicture(asset, readAsset, diagnostics);
    if (!bytes) continue;
    const picture = pictureType(bytes);
    if (picture) byPath.set(asset.path, packPicture(bytes, picture));
    else diagnostics.push(diagnose('ebook-picture-type', { path: asset.path, type: asset.mediaType }));
  }
  return { byPath, diagnostics };
}

/** What the chapters' pictures name as their source. */
function shownPictures(book: Book): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const chapter of book.chapters) {
    visit(chapter.tree, { type: 'element', tagName: 'img' }, (image: Element) => {
      paths.add(String(image.properties.src ?? ''));
    });
  }
  return paths;
}

/** A picture as a file of the EPUB; `name` replaces the name made from its content. */
export function packPicture(bytes: Uint8Array, picture: Picture, name?: string): PackagedFile {
  const stem = name ?? createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { path: `images/${stem}.${picture.extension}`, mediaType: picture.mediaType, bytes };
}

async function readPicture(
  asset: Asset,
  readAsset: (asset: Asset) => Promise<Uint8Array>,
  diagnostics: Diagnostic[],
): Promise<Uint8Array | undefined> {
  try {
    return await readAsset(asset);
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    diagnostics.push(diagnose('ebook-picture-unreadable', { path: asset.path, reason: error.message }));
    return undefined;
  }
}
