import sharp, { type Metadata, type Sharp } from 'sharp';

/** What a picture's head says of its pixels; width and height are those that are seen, after turning. */
export interface PixelFacts {
  readonly width: number;
  readonly height: number;
  /** EXIF says that it is to be turned or mirrored. */
  readonly turned: boolean;
  /** Several pictures that follow each other. */
  readonly moving: boolean;
  /** Some of it may be seen through. */
  readonly translucent: boolean;
  readonly grey: boolean;
  /** A palette of at most 256 colours. */
  readonly palette: boolean;
  /** Colours as fine as the lightness (4:4:4), which coloured letters need. */
  readonly fullColour: boolean;
  /** Whether its colours are what screens take a picture for that does not name them (sRGB). */
  readonly screenColours: boolean;
}

/** What a picture is to become. */
export interface Remake {
  readonly extension: 'png' | 'jpg' | 'gif';
  /** In pixels; the height follows. */
  readonly width: number;
  /** Of JPEG, 1 to 100. */
  readonly quality: number;
  /** What shines through becomes white. */
  readonly opaque?: boolean;
}

/** What the same picture and remake give the same bytes with, on any machine. */
export const decoderVersion = `${sharp.versions.sharp} ${sharp.versions.vips}`;

// Each picture is decoded once: what libvips would keep for a second time only takes memory.
sharp.cache(false);

/** Decoders mend small faults; what they cannot read throws. */
const reading = { failOn: 'error' } as const;

/** Reads no more than the head of a raster picture. */
export async function readPixels(bytes: Uint8Array): Promise<PixelFacts> {
  const head = await sharp(bytes, reading).metadata();
  return {
    ...head.autoOrient,
    turned: (head.orientation ?? 1) > 1,
    moving: (head.pages ?? 1) > 1,
    translucent: head.hasAlpha,
    grey: head.space === 'b-w' || head.space === 'grey16',
    palette: head.isPalette,
    fullColour: head.chromaSubsampling !== '4:2:0',
    screenColours: isOfScreens(head),
  };
}

/** Whether a picture with room for transparency has any; decodes it. */
export async function isTranslucent(bytes: Uint8Array): Promise<boolean> {
  return !(await sharp(bytes, reading).stats()).isOpaque;
}

/** Decodes, turns as EXIF says, takes the colours into sRGB, scales, and writes without metadata. */
export async function remakePixels(
  bytes: Uint8Array,
  facts: PixelFacts,
  { extension, width, quality, opaque = false }: Remake,
): Promise<Uint8Array> {
  const animated = extension === 'gif';
  const read = sharp(bytes, { ...reading, autoOrient: true, sequentialRead: true, animated });
  const scaled = width < facts.width ? read.resize({ width }) : read;
  const flat = opaque && facts.translucent ? scaled.flatten({ background: '#fff' }) : scaled;
  const coloured = flat.toColourspace(facts.grey ? 'b-w' : 'srgb');
  return written(coloured, facts, { extension, width, quality }).toBuffer();
}

function written(picture: Sharp, facts: PixelFacts, { extension, width, quality }: Remake): Sharp {
  if (extension === 'gif') return picture.gif();
  if (extension === 'jpg')
    return picture.jpeg({ quality, chromaSubsampling: facts.fullColour ? '4:4:4' : '4:2:0' });
  // A drawing of few colours has more when it is scaled; cut to a palette again it stays as light.
  return picture.png({ compressionLevel: 9, palette: facts.palette && width < facts.width });
}

/** A profile names itself in ASCII or UTF-16 (ICC.1:2022, 10.15); that of sRGB says so. */
function isOfScreens({ space, icc }: Metadata): boolean {
  if (space === 'cmyk' || space === 'lab') return false;
  return icc === undefined || icc.includes('sRGB') || icc.includes(Buffer.from('\0s\0R\0G\0B', 'latin1'));
}
