import type { ImageType } from '../../files/image-type.js';
import { afterSubBlocks, colourTable } from './gif-blocks.js';

/**
 * Whether a picture's file ends before the picture does. Only its frame is walked, nothing is decoded; what stands
 * behind the end (a camera's film, padding) is no fault. SVG is text and is read by its own check.
 */
export function isCutOff(bytes: Uint8Array, type: ImageType): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (type) {
    case 'image/png':
      return !pngEnds(view);
    case 'image/jpeg':
      return !jpegEnds(bytes);
    case 'image/gif':
      return !gifEnds(bytes);
    case 'image/webp':
      // The RIFF header counts what follows its first 8 bytes.
      return bytes.length < 12 || view.getUint32(4, true) + 8 > bytes.length;
    case 'image/svg+xml':
      return false;
  }
}

/** Chunks of length, type, data and checksum, up to `IEND` (PNG, third edition, 5.3 and 11.2.5). */
function pngEnds(view: DataView): boolean {
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49454e44) return true;
  }
  return false;
}

/**
 * Markers up to EOI (ITU-T T.81, B.1.1). Segments are stepped over, since a preview within one has an EOI of its
 * own; in the coded data, 0xFF stands before 0x00 or a restart marker.
 */
function jpegEnds(bytes: Uint8Array): boolean {
  let at = bytes.indexOf(0xff, 2);
  while (at >= 0 && at + 1 < bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return true;
    const isBare = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const length = isBare ? 0 : ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    // A 0xFF before 0xFF fills.
    at = bytes.indexOf(0xff, marker === 0xff ? at + 1 : at + 2 + length);
  }
  return false;
}

/** Blocks up to the trailer 0x3B (GIF89a, 27); an unknown block is where readers stop, so nothing is cut there. */
function gifEnds(bytes: Uint8Array): boolean {
  let at = 13 + colourTable(bytes[10] ?? 0);
  while (at < bytes.length) {
    if (bytes[at] === 0x2c) at = afterSubBlocks(bytes, at + 11 + colourTable(bytes[at + 9] ?? 0));
    else if (bytes[at] === 0x21) at = afterSubBlocks(bytes, at + 2);
    else return true;
  }
  return false;
}
