import { diagnose } from '../diagnostics/catalogue.js';
import { mostPixels } from '../ebook/pictures/fit-picture.js';
import type { PictureTools } from '../ebook/pictures.js';
import type { Asset, Book } from '../model/book.js';
import type { Place } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { SubsetFont, Theme } from '../model/theme.js';
import { type CoverPicture, coverSize, drawCover } from '../print/cover-picture.js';
import { coverHtml } from '../print/leaves/cover.js';
import { drawSvg, type Size } from '../print/svg-picture.js';
import type { Material, Workshop } from './workshop.js';

/** Every asset was read before; one that is not here is a fault of ours. */
export function bytesOf(asset: Asset, assets: Material['assets']): Uint8Array {
  const bytes = assets.get(asset);
  if (!bytes) throw new Error(`asset ${asset.path} was not read`);
  return bytes;
}

/** The cover that the book names, fitted for shops, or one drawn from the theme. */
export async function makeCover(
  { session, store }: Pick<Workshop, 'session' | 'store'>,
  book: Book,
  theme: Theme,
  fonts: readonly SubsetFont[],
  assets: Material['assets'],
): Promise<Outcome<CoverPicture>> {
  if (!book.cover) return drawCover(session, coverHtml(book, theme), fonts, store);
  const { path, mediaType } = book.cover;
  const place = book.keyPlaces?.cover;
  const bytes = bytesOf(book.cover, assets);
  if (mediaType === 'image/svg+xml') return coverFromSvg({ session, store }, bytes, path, place);
  const { coverFaults, fitCover } = await import('../ebook/pictures/fit-cover.js');
  try {
    const cover = await fitCover(bytes, store);
    if (cover) return success(cover, coverFaults(cover, path, place));
    throw new Error(mediaType);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure([diagnose('ebook-cover-unreadable', { path, reason }, place)]);
  }
}

/** Shops want a cover of pixels: it fills 1600 × 2560 in one direction. */
async function coverFromSvg(
  { session, store }: Pick<Workshop, 'session' | 'store'>,
  svg: Uint8Array,
  path: string,
  place: Place | undefined,
): Promise<Outcome<CoverPicture>> {
  const { coverFaults } = await import('../ebook/pictures/fit-cover.js');
  const scaleOf = ({ width, height }: Size) => Math.min(coverSize.width / width, coverSize.height / height);
  const { value: drawn, diagnostics } = await drawSvg(session, svg, { type: 'jpeg', scaleOf }, store);
  if (!drawn) return failure(diagnostics);
  const { bytes, size } = drawn;
  return success({ bytes, mediaType: 'image/jpeg', ...size }, coverFaults(size, path, place));
}

/** Draws SVG pictures at twice their size, for readers that do not know SVG. */
export function svgDrawer({
  session,
  store,
}: Pick<Workshop, 'session' | 'store'>): NonNullable<PictureTools['drawSvg']> {
  return async (svg) => {
    const scaleOf = ({ width, height }: Size) => Math.min(2, Math.sqrt(mostPixels / (width * height)));
    const { value: drawn, diagnostics } = await drawSvg(session, svg, { type: 'png', scaleOf }, store);
    return drawn
      ? success({ bytes: drawn.bytes, width: Math.round(drawn.own.width) }, diagnostics)
      : failure(diagnostics);
  };
}
