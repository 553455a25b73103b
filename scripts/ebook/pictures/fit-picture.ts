import { keyOf } from '../../files/key-of.js';
import { packageVersion } from '../../files/package-root.js';
import type { Store } from '../../model/store.js';
import type { PixelFacts, Remake } from '../../pixels/remake-pixels.js';
import { type Picture, pictureType } from '../picture-type.js';
import { withoutMetadata } from './strip-metadata.js';

/** A picture as the EPUB carries it. */
export interface FittedPicture {
  readonly bytes: Uint8Array;
  readonly type: Picture;
}

/**
 * Most pixels of a picture among the text: 3.5 million, the cap of the Taiwanese guide to EPUB 3 (dpublishing/epub3guide
 * 1.0, after Japan's EBPAJ). Shops that say a figure have a higher one; a page of a 13" reader has 3.3 million.
 */
export const mostPixels = 3_500_000;

/** JPEG's quality for photographs that become smaller, and for those of which each pixel stays. */
const quality = { scaled: 85, whole: 92 };

/**
 * A picture as e-readers want it: turned upright, in sRGB, within 3.5 million pixels, without metadata, as JPEG, PNG,
 * SVG, or GIF that moves. One that is so already keeps its bytes; none is made larger. `undefined` if it is of another
 * kind. Throws what the decoder says of a picture that it cannot read.
 */
export async function fitPicture(bytes: Uint8Array, store: Store): Promise<FittedPicture | undefined> {
  const type = pictureType(bytes);
  if (!type || type.extension === 'svg') return type && { bytes, type };
  const pixels = await import('../../pixels/remake-pixels.js');
  const facts = await pixels.readPixels(bytes);
  const extension = await extensionFor(bytes, type, facts, pixels.isTranslucent);
  const width = widthWithin(mostPixels, facts);
  const isFit = isAsScreensShow(facts) && width === facts.width && extension === type.extension;
  if (isFit) return { bytes: withoutMetadata(bytes, extension), type };
  return remake(bytes, facts, {
    extension,
    width,
    quality: width < facts.width ? quality.scaled : quality.whole,
    store,
  });
}

/** Upright and in sRGB. */
export function isAsScreensShow({ turned, screenColours }: PixelFacts): boolean {
  return !turned && screenColours;
}

/** The width, never above its own, with which a picture has no more than so many pixels. */
export function widthWithin(most: number, { width, height }: PixelFacts): number {
  const scale = Math.min(1, Math.sqrt(most / (width * height)));
  return Math.max(1, Math.floor(width * scale));
}

/** Remakes a picture, if no earlier build did. */
export async function remake(
  bytes: Uint8Array,
  facts: PixelFacts,
  { store, ...made }: Remake & { readonly store: Store },
): Promise<FittedPicture | undefined> {
  const { decoderVersion, remakePixels } = await import('../../pixels/remake-pixels.js');
  const key = keyOf('picture', packageVersion, decoderVersion, JSON.stringify(made), bytes);
  const kept = await store.get(key);
  const remade = kept ?? (await remakePixels(bytes, facts, made));
  if (!kept) await store.put(key, remade);
  const type = pictureType(remade);
  return type && { bytes: remade, type };
}

/**
 * What a picture becomes. E-readers older than EPUB 3.3 do not know WebP (Kindle, Kobo): photographs become JPEG,
 * drawings and what shines through PNG. Of GIF only what moves stays.
 */
async function extensionFor(
  bytes: Uint8Array,
  { extension }: Picture,
  facts: PixelFacts,
  isTranslucent: (bytes: Uint8Array) => Promise<boolean>,
): Promise<Remake['extension']> {
  if (extension === 'jpg' || extension === 'png') return extension;
  if (facts.moving) return 'gif';
  if (extension === 'gif' || isLossless(bytes)) return 'png';
  return facts.translucent && (await isTranslucent(bytes)) ? 'png' : 'jpg';
}

/** WebP whose first picture is coded without loss: a chunk `VP8L` (RFC 9649, 2.6). */
function isLossless(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (type === 'VP8L' || type === 'VP8 ') return type === 'VP8L';
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return false;
}
