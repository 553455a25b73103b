import { afterSubBlocks, colourTable } from '../../manuscript/images/gif-blocks.js';

/**
 * A picture without what it says of the camera, the place and the people (EXIF, GPS, XMP, IPTC, comments, previews,
 * and whatever follows its end), its pixels untouched; the same bytes where it says nothing.
 */
export function withoutMetadata(bytes: Uint8Array, extension: string): Uint8Array {
  const kept = extension === 'jpg' ? ofJpeg(bytes) : extension === 'png' ? ofPng(bytes) : undefined;
  const pieces = extension === 'gif' ? ofGif(bytes) : kept;
  if (!pieces) return bytes;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return length === bytes.length ? bytes : new Uint8Array(Buffer.concat(pieces, length));
}

/** Pieces of a file that stay; `undefined` where its build is not what its standard says, so nothing is cut. */
type Pieces = readonly Uint8Array[] | undefined;

/**
 * Segments and coded data up to EOI (ITU-T T.81, B.1). Of application segments stay JFIF (APP0), colour profiles
 * (APP2) and Adobe's (APP14), without which colours are read wrongly.
 */
function ofJpeg(bytes: Uint8Array): Pieces {
  const pieces: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 3 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return [...pieces, bytes.subarray(at, at + 2)];
    const next = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    const end = marker === 0xda ? endOfScan(bytes, next) : next;
    if (isKept(marker, bytes.subarray(at + 4, end))) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return bytes[at] === 0xff && bytes[at + 1] === 0xd9 ? [...pieces, bytes.subarray(at, at + 2)] : undefined;
}

const keptSegments: Readonly<Record<number, string>> = { 224: 'JFIF', 226: 'ICC_PROFILE', 238: 'Adobe' };

function isKept(marker: number, data: Uint8Array): boolean {
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  const kept = keptSegments[marker];
  return isApplication ? kept !== undefined && latin(data, 0, kept.length) === kept : marker !== 0xfe;
}

/** In coded data 0xFF stands only before 0x00, a restart marker or another 0xFF. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0) {
    const next = bytes[at + 1] ?? 0xd9;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData && next !== 0xff) return at;
    at = bytes.indexOf(0xff, at + (isData ? 2 : 1));
  }
  return bytes.length;
}

const textChunks: ReadonlySet<string> = new Set(['eXIf', 'iTXt', 'tEXt', 'tIME', 'zTXt']);

/** Chunks up to IEND (PNG, third edition, 5.3 and 11.3). */
function ofPng(bytes: Uint8Array): Pieces {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = latin(bytes, at + 4, at + 8);
    if (!textChunks.has(type)) pieces.push(bytes.subarray(at, end));
    if (type === 'IEND') return pieces;
    at = end;
  }
  return undefined;
}

/** Blocks up to the trailer (GIF89a); comments and Adobe's XMP go. */
function ofGif(bytes: Uint8Array): Pieces {
  const start = 13 + colourTable(bytes[10] ?? 0);
  const pieces: Uint8Array[] = [bytes.subarray(0, start)];
  for (let at = start; at < bytes.length; ) {
    const block = bytes[at];
    if (block === 0x3b) return [...pieces, bytes.subarray(at, at + 1)];
    if (block !== 0x2c && block !== 0x21) return undefined;
    const head = block === 0x2c ? 11 + colourTable(bytes[at + 9] ?? 0) : 2;
    const end = afterSubBlocks(bytes, at + head);
    const isXmp = bytes[at + 1] === 0xff && latin(bytes, at + 3, at + 11) === 'XMP Data';
    if (block === 0x2c || !(bytes[at + 1] === 0xfe || isXmp)) pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
