import { imageSize } from 'image-size';
import type { ImageType } from '../../files/image-type.js';

/** Pixels of a picture that has too many, and how many million it may have. */
export interface PixelCount {
  readonly width: number;
  readonly height: number;
  readonly most: number;
}

/** 120 million pixels: more than a page of A2 at 300 dots to the inch, and more than most cameras take. */
const mostMillion = 120;

/**
 * A file of some hundred bytes may claim billions of pixels, which whoever decodes it makes room for. `undefined`
 * where the head of the file claims no more than will do, or does not say it; SVG has no pixels.
 */
export function tooManyPixels(bytes: Uint8Array, type: ImageType): PixelCount | undefined {
  if (type === 'image/svg+xml') return undefined;
  try {
    const { width, height } = imageSize(bytes);
    return width * height > mostMillion * 1_000_000 ? { width, height, most: mostMillion } : undefined;
  } catch {
    return undefined;
  }
}
