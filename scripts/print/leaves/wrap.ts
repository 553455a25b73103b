import Mustache from 'mustache';
import type { Asset, Book, WrapSettings } from '../../model/book.js';
import type { Theme, TrimSize } from '../../model/theme.js';
import type { WrapGeometry } from '../../model/wrap.js';
import { labelsFor } from '../../theme/leaves/labels.js';
import { narrowestSpine } from '../../theme/wrap-geometry.js';
import { assetUrl } from '../chapter-html.js';
import { isbnBarcode } from './barcode.js';
import { coverHtml } from './cover.js';
import { inLanguage, titleView } from './title-leaves.js';

/** CSS px to a mm. */
const pixels = 96 / 25.4;

/**
 * The printed cover as markup: back with its text and bar code, spine, front from the theme's cover or the user's picture, in
 * one sheet with bleed. A spine under 6 mm stays without text.
 */
export async function wrapHtml(
  book: Book,
  theme: Theme,
  trim: TrimSize,
  settings: WrapSettings,
  geometry: WrapGeometry,
): Promise<string> {
  const isbn = book.meta.identifiers.print;
  const { description, language, price } = book.meta;
  const { spine } = geometry;
  const view = {
    ...titleView(book),
    ...theme.values,
    ...geometry,
    // The browser rounds a page to whole px; with a little more than is wanted, all of the sheet is printed on.
    pageWidth: geometry.width + 1,
    pageHeight: geometry.height + 1,
    trimHeight: trim.height,
    scale: (trim.width * pixels) / 1600,
    coverHeight: Math.round((1600 * trim.height) / trim.width),
    frontHtml: coverHtml(book, theme),
    frontPicture: picture(settings.front, outwards(geometry, 'front')),
    backPicture: picture(settings.back, outwards(geometry, 'back')),
    blurb: settings.blurb ?? (description === undefined ? [] : description.split(/\n+/)),
    price,
    priceLine: price && labelled(labelsFor(language).price, price, language),
    barcode: isbn === undefined ? '' : await isbnBarcode(isbn, settings.addOn),
    spineText: spine.width < narrowestSpine ? false : spineSize(spine.width, 0.34),
    spineTitle: spineSize(spine.width, 0.5),
  };
  return inLanguage(book, Mustache.render(theme.templates.wrap ?? '', view));
}

/** A label before a value, as its language parts them. */
function labelled(label: string, value: string, language: string): string {
  return /^(?:zh|ja)\b/.test(language) ? `${label}：${value}` : `${label}: ${value}`;
}

/** Type on a spine in pt: a share of its width, of which a mm at each fold stays free. */
function spineSize(width: number, share: number): number {
  const room = (width - 2) * (72 / 25.4);
  return Math.round(Math.min(room, share * width * (72 / 25.4), share > 0.4 ? 22 : 12) * 10) / 10;
}

/** Front or back with the bleed at its outer edge, or up to its flap. */
function outwards(
  { front, back, bleed, flaps }: WrapGeometry,
  side: 'front' | 'back',
): { left: number; width: number } {
  const own = flaps[0].width > 0 ? 0 : bleed;
  return side === 'front'
    ? { left: front.left, width: front.width + own }
    : { left: back.left - own, width: back.width + own };
}

function picture(asset: Asset | undefined, panel: { left: number; width: number }): object | false {
  return asset ? { src: assetUrl(asset.path), ...panel } : false;
}
