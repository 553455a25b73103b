import { posix, resolve } from 'node:path';
import { extensions, imageType } from '../../files/image-type.js';
import { resolveInside } from '../../files/inside.js';
import { sha256 } from '../../files/read.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import type { Asset } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { isCutOff } from './cut-off.js';
import { type PixelCount, tooManyPixels } from './pixel-count.js';
import { svgFault } from './svg-safety.js';

/** 100 MB: more than any page needs, less than would fill a small machine. */
const maxBytes = 100_000_000;

/** A picture that was found good, or what is wrong with it. */
export type LoadedImage =
  | { readonly asset: Asset; readonly misnamed: boolean }
  | { readonly fault: 'missing' | 'outside' | 'not-an-image' | 'damaged' }
  | { readonly fault: 'svg-unsafe'; readonly reason: string }
  | { readonly fault: 'too-large'; readonly count: PixelCount }
  | { readonly fault: 'unreadable'; readonly diagnostics: readonly Diagnostic[] };

/** Reads pictures of one book, each file once. */
export interface ImageLoader {
  /** `path` is a POSIX path from the book's folder; it may lead outside, by `..` or a link, and is then refused. */
  readonly load: (path: string) => Promise<LoadedImage>;
}

export function imageLoader(folder: string): ImageLoader {
  const loaded = new Map<string, Promise<LoadedImage>>();
  return {
    load(path) {
      const normal = posix.normalize(path);
      const image = loaded.get(normal) ?? loadImage(folder, normal);
      loaded.set(normal, image);
      return image;
    },
  };
}

async function loadImage(folder: string, path: string): Promise<LoadedImage> {
  const found = await resolveInside(folder, path);
  if (found === 'missing' || found === 'outside') return { fault: found };
  const { value: bytes, diagnostics } = await readRegularFile(found.file, maxBytes, resolve(folder, path));
  if (!bytes) return { fault: 'unreadable', diagnostics };
  const mediaType = imageType(bytes);
  if (!mediaType) return { fault: 'not-an-image' };
  if (isCutOff(bytes, mediaType)) return { fault: 'damaged' };
  const count = tooManyPixels(bytes, mediaType);
  if (count) return { fault: 'too-large', count };
  const reason = mediaType === 'image/svg+xml' ? svgFault(bytes) : undefined;
  if (reason !== undefined) return { fault: 'svg-unsafe', reason };
  const misnamed = !extensions[mediaType].includes(posix.extname(path).toLowerCase());
  return { asset: { path, file: found.file, mediaType, sha256: sha256(bytes) }, misnamed };
}
