import {
  decodePDFRawStream,
  type PDFDict,
  type PDFDocument,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { nameIn } from '../pdf/stream-content.js';
import { decodePicture, intoInks, jpegOf, type Raster, resized } from '../pixels/separate-pixels.js';
import { deflated } from './deflated.js';
import { componentsOf, type Drawn } from './drawings.js';
import { lightness } from './inks.js';

/** How pictures are to be printed. */
export interface PicturePrint {
  readonly inBlackAlone: boolean;
  /** Absolute path of an ICC profile. */
  readonly profile: string | undefined;
  /** Most ink of one spot, per cent. */
  readonly ink: number;
  /** Nothing may shine through. */
  readonly opaque: boolean;
}

/** What became of one picture that needs a word. */
export interface PictureNote {
  readonly kind: 'ink-lowered' | 'flattened' | 'unreadable' | 'unprofiled';
  readonly page: number;
  /** Which of the page's pictures it is, from 0. */
  readonly picture: number;
  /** Ink before it was lowered, per cent. */
  readonly ink?: number;
}

/** JPEG again, hardly to be told from the first. */
const quality = 92;

/** Takes each picture of a file into inks, once however often it is shown. */
export async function printPictures(
  pdf: PDFDocument,
  drawn: Drawn,
  print: PicturePrint,
): Promise<readonly PictureNote[]> {
  const notes: PictureNote[] = [];
  const masks = new Set(
    [...drawn.pictures.values()].map(({ stream }) => stream.dict.get(PDFName.of('SMask'))),
  );
  const seen = new Map<number, number>();
  for (const [reference, { stream, page }] of drawn.pictures) {
    if (masks.has(reference)) continue;
    const picture = seen.get(page) ?? 0;
    seen.set(page, picture + 1);
    const found = await printPicture(pdf, reference, stream, print).catch((): readonly Note[] => [
      { kind: 'unreadable' },
    ]);
    for (const note of found) notes.push({ ...note, page, picture });
  }
  return notes;
}

type Note = Omit<PictureNote, 'page' | 'picture'>;

async function printPicture(
  pdf: PDFDocument,
  reference: PDFRef,
  stream: PDFRawStream,
  print: PicturePrint,
): Promise<readonly Note[]> {
  const { dict } = stream;
  if (String(dict.lookup(PDFName.of('ImageMask'))) === 'true') return [];
  const mask = dict.lookup(PDFName.of('SMask'));
  const flatten = print.opaque && mask instanceof PDFRawStream;
  const components = componentsOf(dict.get(PDFName.of('ColorSpace')), pdf.context);
  // Grey is printed as it stands.
  if (components === 1 && !flatten) return [];
  if (components === 4) return [];
  const pixels = await rasterOf(stream, components);
  if (!pixels) return [{ kind: 'unreadable' }];
  const seen = flatten ? onWhite(pixels, await maskFor(mask, pixels)) : pixels;
  const isPhotograph = nameIn(dict, 'Filter') === 'DCTDecode';
  const grey = greyRaster(seen, print.inBlackAlone);
  const flattened: readonly Note[] = flatten ? [{ kind: 'flattened' }] : [];
  if (grey) {
    await putPicture(pdf, reference, dict, grey, isPhotograph, flatten);
    return flattened;
  }
  const inks = await intoInks(seen, print.profile);
  const most = lowerInk(inks.data, print.ink);
  await putPicture(pdf, reference, dict, inks, isPhotograph, flatten);
  return [
    ...flattened,
    ...(print.profile === undefined ? [{ kind: 'unprofiled' } as const] : []),
    ...(most > print.ink ? [{ kind: 'ink-lowered', ink: most } as const] : []),
  ];
}

/** The pixels of a picture as it is kept in a PDF; `undefined` for kinds that no browser writes. */
async function rasterOf(stream: PDFRawStream, components: number): Promise<Raster | undefined> {
  const { dict } = stream;
  const filter = nameIn(dict, 'Filter');
  if (filter === 'DCTDecode') return decodePicture(stream.contents);
  const [width, height, depth] = ['Width', 'Height', 'BitsPerComponent'].map((key) =>
    Number(String(dict.lookup(PDFName.of(key)))),
  );
  if (filter !== 'FlateDecode' || depth !== 8 || dict.has(PDFName.of('DecodeParms'))) return undefined;
  if (width === undefined || height === undefined || (components !== 1 && components !== 3)) return undefined;
  const data = decodePDFRawStream(stream).decode();
  if (data.length < width * height * components) return undefined;
  return { width, height, channels: components, data: data.subarray(0, width * height * components) };
}

async function maskFor(mask: PDFRawStream, { width, height }: Raster): Promise<Uint8Array> {
  const raster = await rasterOf(mask, 1);
  if (!raster) throw new Error('a mask of an unknown kind');
  return raster.width === width && raster.height === height
    ? raster.data
    : (await resized(raster, width, height)).data;
}

/** What shines through shows the paper. */
function onWhite(raster: Raster, alpha: Uint8Array): Raster {
  const data = new Uint8Array(raster.data.length);
  for (let i = 0; i < data.length; i += 1) {
    const share = (alpha[Math.floor(i / raster.channels)] ?? 255) / 255;
    data[i] = Math.round((raster.data[i] ?? 0) * share + 255 * (1 - share));
  }
  return { ...raster, data };
}

/** Parts of a pixel that differ by no more than a JPEG's noise are of one grey. */
const noise = 4;

/** The same in grey, where it has no colours or is to have none. */
function greyRaster(raster: Raster, always: boolean): Raster | undefined {
  const { data, channels, width, height } = raster;
  if (channels === 1) return raster;
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i += 1) {
    const [r, g, b] = [data[3 * i] ?? 0, data[3 * i + 1] ?? 0, data[3 * i + 2] ?? 0];
    if (!always && Math.max(r, g, b) - Math.min(r, g, b) > noise) return undefined;
    grey[i] = Math.round(lightness([r, g, b]));
  }
  return { width, height, channels: 1, data: grey };
}

/**
 * Keeps every spot under the limit: black stays, the colours under it give way in equal parts. Gives the most ink that a
 * spot had before, per cent.
 */
export function lowerInk(inks: Uint8Array, limit: number): number {
  const most = Math.floor((limit / 100) * 255);
  let highest = 0;
  for (let i = 0; i + 3 < inks.length; i += 4) {
    const [c, m, y, k] = [inks[i] ?? 0, inks[i + 1] ?? 0, inks[i + 2] ?? 0, inks[i + 3] ?? 0];
    const sum = c + m + y + k;
    if (sum > highest) highest = sum;
    if (sum <= most) continue;
    const share = Math.max(0, most - k) / (c + m + y);
    inks[i] = Math.floor(c * share);
    inks[i + 1] = Math.floor(m * share);
    inks[i + 2] = Math.floor(y * share);
  }
  return (highest / 255) * 100;
}

async function putPicture(
  pdf: PDFDocument,
  reference: PDFRef,
  old: PDFDict,
  raster: Raster,
  isPhotograph: boolean,
  opaque: boolean,
): Promise<void> {
  const { width, height, channels } = raster;
  const dict = pdf.context.obj({ Type: 'XObject', Subtype: 'Image', Width: width, Height: height });
  dict.set(PDFName.of('ColorSpace'), PDFName.of(channels === 4 ? 'DeviceCMYK' : 'DeviceGray'));
  const [mask, interpolate] = [old.get(PDFName.of('SMask')), old.get(PDFName.of('Interpolate'))];
  if (mask && !opaque) dict.set(PDFName.of('SMask'), mask);
  if (interpolate) dict.set(PDFName.of('Interpolate'), interpolate);
  const bits = isPhotograph ? undefined : lineArt(raster);
  dict.set(PDFName.of('BitsPerComponent'), pdf.context.obj(bits ? 1 : 8));
  if (!isPhotograph) {
    pdf.context.assign(reference, deflated(pdf, bits ?? raster.data, dict));
    return;
  }
  const jpeg = await jpegOf(raster, quality);
  dict.set(PDFName.of('Filter'), PDFName.of('DCTDecode'));
  dict.set(PDFName.of('Length'), pdf.context.obj(jpeg.length));
  // Inks stand in a JPEG of Adobe's kind turned round: 0 is all ink.
  if (channels === 4) dict.set(PDFName.of('Decode'), pdf.context.obj([1, 0, 1, 0, 1, 0, 1, 0]));
  pdf.context.assign(reference, PDFRawStream.of(dict, jpeg));
}

/** A picture of nothing but black and white, a bit a pixel and rows filled up to bytes. */
function lineArt({ width, height, channels, data }: Raster): Uint8Array | undefined {
  if (channels !== 1 || data.some((value) => value !== 0 && value !== 255)) return undefined;
  const rowBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(rowBytes * height);
  for (let i = 0; i < data.length; i += 1) {
    if (data[i] === 0) continue;
    const [row, column] = [Math.floor(i / width), i % width];
    const at = row * rowBytes + (column >> 3);
    bits[at] = (bits[at] ?? 0) | (0x80 >> (column & 7));
  }
  return bits;
}
