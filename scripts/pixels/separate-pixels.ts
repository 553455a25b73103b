import sharp from 'sharp';

/** Pixels of one byte a part, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

/** Decodes a picture file into sRGB, or grey where it has no colours; what shines through becomes white. */
export async function decodePicture(bytes: Uint8Array): Promise<Raster> {
  const picture = sharp(bytes, { failOn: 'error' });
  const { space } = await picture.metadata();
  const isGrey = space === 'b-w' || space === 'grey16';
  const flat = picture.flatten({ background: '#fff' }).toColourspace(isGrey ? 'b-w' : 'srgb');
  const { data, info } = await flat.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: isGrey ? 1 : 3, data };
}

/** The same in another size, for a mask that is not as large as its picture. */
export async function resized({ data, ...size }: Raster, width: number, height: number): Promise<Raster> {
  const { channels } = size;
  const made = await sharp(data, { raw: size })
    .resize(width, height, { fit: 'fill' })
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer();
  return { width, height, channels, data: made };
}

/**
 * Takes sRGB into the four inks of an ICC profile (absolute path), relative colorimetric with its black point as libvips
 * has it; without one into those of the profile that libvips brings, which is no more than a likeness.
 */
export async function intoInks(
  { data, width, height }: Raster,
  profile: string | undefined,
): Promise<Raster> {
  const inks = await sharp(data, { raw: { width, height, channels: 3 } })
    .toColourspace('cmyk')
    .withIccProfile(profile ?? 'cmyk')
    .raw()
    .toBuffer();
  return { width, height, channels: 4, data: inks };
}

/** A JPEG of four inks, or of grey, its colours as fine as its lightness. */
export async function jpegOf(raster: Raster, quality: number): Promise<Uint8Array> {
  const { width, height, channels, data } = raster;
  const jpeg = { quality, chromaSubsampling: '4:4:4' } as const;
  if (channels !== 4) {
    const space = channels === 1 ? 'b-w' : 'srgb';
    return sharp(data, { raw: { width, height, channels } }).toColourspace(space).jpeg(jpeg).toBuffer();
  }
  // Raw pixels of four parts are taken for RGB with alpha; a TIFF says what they are.
  return sharp(inkTiff(raster)).pipelineColourspace('cmyk').toColourspace('cmyk').jpeg(jpeg).toBuffer();
}

/** An unpacked TIFF of four inks (TIFF 6.0, section 16) around pixels. */
function inkTiff({ width, height, data }: Raster): Uint8Array {
  const short = 3;
  const long = 4;
  const entryCount = 10;
  const depthsAt = 8 + 2 + entryCount * 12 + 4;
  const dataAt = depthsAt + 8;
  const entries: readonly (readonly [number, number, number, number])[] = [
    [256, long, 1, width],
    [257, long, 1, height],
    [258, short, 4, depthsAt],
    [259, short, 1, 1],
    [262, short, 1, 5],
    [273, long, 1, dataAt],
    [277, short, 1, 4],
    [278, long, 1, height],
    [279, long, 1, data.length],
    [332, short, 1, 1],
  ];
  const head = Buffer.alloc(dataAt);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(entryCount, 8);
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 10 + index * 12;
    head.writeUInt16LE(tag, at);
    head.writeUInt16LE(type, at + 2);
    head.writeUInt32LE(count, at + 4);
    head.writeUInt32LE(value, at + 8);
  }
  for (let ink = 0; ink < 4; ink += 1) head.writeUInt16LE(8, depthsAt + 2 * ink);
  return Buffer.concat([head, data]);
}
