import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { Store } from '../../model/store.js';
import type { PixelFacts } from '../../pixels/remake-pixels.js';
import { pictureType } from '../picture-type.js';
import { isAsScreensShow, remake, widthWithin } from './fit-picture.js';
import { withoutMetadata } from './strip-metadata.js';

/** A cover as the EPUB carries it; width and height in pixels. */
export interface FittedCover {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Most pixels of a cover: 1600 × 2560, Kindle's ideal (https://kdp.amazon.com/en_US/help/topic/G6GTK3T3NUHKLEFX). No
 * reader shows more of it, and no side comes near the 10,000 px that Kindle takes at most.
 */
const mostPixels = 1600 * 2560;

/** Bytes above which a cover is written anew as JPEG: Kindle takes 50 MB, but each reader loads it before all else. */
const mostBytes = 5_000_000;

const quality = 90;

/**
 * The user's picture as a cover: JPEG or PNG, upright, in sRGB, opaque, without metadata, of at most 1600 × 2560
 * pixels and 5 MB; one that is so already keeps its bytes. `undefined` if it is of another kind, SVG among them. Throws
 * what the decoder says of a picture that it cannot read.
 */
export async function fitCover(bytes: Uint8Array, store: Store): Promise<FittedCover | undefined> {
  const type = pictureType(bytes);
  if (!type || type.extension === 'svg') return undefined;
  const pixels = await import('../../pixels/remake-pixels.js');
  const facts = await pixels.readPixels(bytes);
  const extension = type.extension === 'png' ? 'png' : 'jpg';
  const width = widthWithin(mostPixels, facts);
  const isFit =
    isAsScreensShow(facts) && width === facts.width && extension === type.extension && !facts.translucent;
  const made = { width, quality, opaque: true, store };
  const kept = withoutMetadata(bytes, extension);
  const fitted = isFit ? { bytes: kept, type } : await remake(bytes, facts, { extension, ...made });
  if (!fitted) return undefined;
  const light =
    fitted.bytes.length <= mostBytes ? fitted : await remake(bytes, facts, { extension: 'jpg', ...made });
  return light && { bytes: light.bytes, mediaType: light.type.mediaType, ...sizeAt(width, facts) };
}

function sizeAt(width: number, facts: PixelFacts): { readonly width: number; readonly height: number } {
  return { width, height: Math.round((facts.height * width) / facts.width) };
}

/** Least size in pixels (Kindle's minimum), and how many times as high as wide: Kobo asks for 3:4, Kindle for 1.6. */
const least = { width: 625, height: 1000 };
const ratios = { least: 1.3, most: 1.7 };

/** What shops would say of a cover of so many pixels. */
export function coverFaults(
  { width, height }: { readonly width: number; readonly height: number },
  path: string,
  place: Place | undefined,
): readonly Diagnostic[] {
  const ratio = height / width;
  const values = { path, width, height };
  return [
    ...(width < least.width || height < least.height ? [diagnose('ebook-cover-small', values, place)] : []),
    ...(ratio < ratios.least || ratio > ratios.most
      ? [diagnose('ebook-cover-ratio', { ...values, ratio: ratio.toFixed(2) }, place)]
      : []),
  ];
}
