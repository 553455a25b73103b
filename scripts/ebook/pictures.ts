import { createHash } from 'node:crypto';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Asset, Book } from '../model/book.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { Outcome } from '../model/outcome.js';
import { noStore, type Store } from '../model/store.js';
import type { PackagedFile } from './packaged-file.js';
import type { Picture } from './picture-type.js';
import { fallbackPath } from './pictures/fallbacks.js';
import { fitPicture } from './pictures/fit-picture.js';
import { shownPictures } from './pictures/shown-pictures.js';

/** Pictures of a book by the path that the trees' `src` names. */
export interface PackedPictures {
  readonly byPath: ReadonlyMap<string, PackagedFile>;
  /** Paths of the pictures that have a raster fallback, each with its width in CSS px. */
  readonly fallbacks: ReadonlyMap<string, number>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What pictures are read and made with. */
export interface PictureTools {
  readonly readAsset: (asset: Asset) => Promise<Uint8Array>;
  /** What earlier builds made of pictures. */
  readonly store?: Store;
  /** Draws an SVG picture as PNG for readers that do not know SVG; without it none is drawn. */
  readonly drawSvg?: (svg: Uint8Array) => Promise<Outcome<DrawnSvg>>;
}

/** An SVG picture as PNG; `width` is how wide it stands on a page, in CSS px. */
export interface DrawnSvg {
  readonly bytes: Uint8Array;
  readonly width: number;
}

/**
 * Reads the pictures that the chapters show, fits them for e-readers and names them by their content, so that equal pictures
 * are packed once and a Chinese file name never reaches the zip. What cannot be read or is no EPUB core media type
 * (EPUB 3.3, section 3.2) is an error, at the first place that shows it.
 */
export async function packPictures(book: Book, tools: PictureTools): Promise<PackedPictures> {
  const shown = shownPictures(book);
  const assets = book.assets.filter(({ path }) => shown.has(path));
  const packed = await inPairs(assets, (asset) => packAsset(asset, shown.get(asset.path), tools));
  return {
    byPath: new Map(packed.flatMap(({ files }) => files)),
    fallbacks: new Map(packed.flatMap(({ fallback }) => (fallback ? [fallback] : []))),
    diagnostics: packed.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface PackedAsset {
  readonly files: readonly (readonly [path: string, file: PackagedFile])[];
  readonly fallback?: readonly [path: string, width: number];
  readonly diagnostics: readonly Diagnostic[];
}

async function packAsset(
  asset: Asset,
  place: Place | undefined,
  { readAsset, store = noStore, drawSvg }: PictureTools,
): Promise<PackedAsset> {
  const { path } = asset;
  const read = await attempt(() => readAsset(asset));
  if ('reason' in read) return fault(diagnose('ebook-picture-unreadable', { path, ...read }, place));
  const fitted = await attempt(() => fitPicture(read.value, store));
  if ('reason' in fitted) return fault(diagnose('ebook-picture-damaged', { path, ...fitted }, place));
  if (!fitted.value) return fault(diagnose('ebook-picture-type', { path, type: asset.mediaType }, place));
  const file = packPicture(fitted.value.bytes, fitted.value.type);
  if (!drawSvg || file.mediaType !== 'image/svg+xml') return { files: [[path, file]], diagnostics: [] };
  const { value: drawn, diagnostics } = await drawSvg(file.bytes);
  if (!drawn) return { files: [], diagnostics };
  const raster = packPicture(drawn.bytes, { mediaType: 'image/png', extension: 'png' });
  return {
    files: [
      [path, file],
      [fallbackPath(path), raster],
    ],
    fallback: [path, drawn.width],
    diagnostics,
  };
}

/** A picture as a file of the EPUB; `name` replaces the name made from its content. */
export function packPicture(bytes: Uint8Array, picture: Picture, name?: string): PackagedFile {
  const stem = name ?? createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { path: `images/${stem}.${picture.extension}`, mediaType: picture.mediaType, bytes };
}

function fault(diagnostic: Diagnostic): PackedAsset {
  return { files: [], diagnostics: [diagnostic] };
}

async function attempt<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly reason: string }> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!(error instanceof Error) || error.name === 'AbortError') throw error;
    return { reason: error.message };
  }
}

/** Works on two items at a time: one decoded picture after the other would leave a processor idle, all at once fill the memory. */
async function inPairs<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all([worker(), worker()]);
  return results;
}
