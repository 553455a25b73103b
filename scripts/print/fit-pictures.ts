import { imageType } from '../files/image-type.js';
import { keyOf } from '../files/key-of.js';
import { packageVersion } from '../files/package-root.js';
import type { Asset } from '../model/book.js';
import type { Store } from '../model/store.js';
import type { TrimSize } from '../model/theme.js';
import type { PixelFacts, Remake } from '../pixels/remake-pixels.js';

/** What is known of a page here: its trim, in mm. */
type Sheet = Pick<TrimSize, 'width' | 'height'>;

/** Pixels an inch that a picture keeps where it fills the page: a printing house asks for 300. */
const enough = { jpg: 320, png: 640 };
/** Beyond the trim, mm. */
const mostBleed = 5;
/** A picture this little larger than it need be stays as it is. */
const tolerance = 1.2;
/** Of JPEG: hardly to be told from the original, of which two or more pixels become one. */
const quality = 92;

/** Pictures smaller than this, in bytes, are not worth a look. */
const small = 500_000;

/**
 * Pictures as the pages show them: photographs upright, in sRGB, and no finer than a press can print, whichever way they
 * stand on the page. A hundred photographs of twelve million pixels would make a PDF of a gigabyte otherwise. Drawings
 * of few colours stay; so does what cannot be read, for the browser to judge.
 */
export async function fitPictures(
  assets: ReadonlyMap<Asset, Uint8Array>,
  trim: Sheet,
  store: Store,
): Promise<ReadonlyMap<Asset, Uint8Array>> {
  const fitted = new Map<Asset, Uint8Array>();
  // One after the other: libvips uses all processors for each, and decoded pictures are large.
  for (const [asset, bytes] of assets)
    fitted.set(asset, await fitPicture(bytes, trim, store).catch(() => bytes));
  return fitted;
}

async function fitPicture(bytes: Uint8Array, trim: Sheet, store: Store): Promise<Uint8Array> {
  const type = imageType(bytes);
  if (bytes.length < small || (type !== 'image/jpeg' && type !== 'image/png')) return bytes;
  const { readPixels } = await import('../pixels/remake-pixels.js');
  const facts = await readPixels(bytes);
  const extension = type === 'image/jpeg' ? 'jpg' : 'png';
  if (extension === 'png' && (facts.palette || facts.grey || facts.moving)) return bytes;
  const width = widthFor(facts, trim, enough[extension]);
  const isFit = width === facts.width && (extension === 'png' || (!facts.turned && facts.screenColours));
  return isFit ? bytes : remade(bytes, facts, { extension, width, quality }, store);
}

/** The width with which the longer side has so many pixels an inch along the page's longer side. */
function widthFor({ width, height }: PixelFacts, trim: Sheet, resolution: number): number {
  const longest = ((Math.max(trim.width, trim.height) + 2 * mostBleed) / 25.4) * resolution;
  const scale = longest / Math.max(width, height);
  return scale * tolerance < 1 ? Math.ceil(width * scale) : width;
}

async function remade(bytes: Uint8Array, facts: PixelFacts, made: Remake, store: Store): Promise<Uint8Array> {
  const { decoderVersion, remakePixels } = await import('../pixels/remake-pixels.js');
  const key = keyOf('printed picture', packageVersion, decoderVersion, JSON.stringify(made), bytes);
  const kept = await store.get(key);
  if (kept) return kept;
  const result = await remakePixels(bytes, facts, made);
  await store.put(key, result);
  return result;
}
