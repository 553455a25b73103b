import type { SubsetFont } from '../model/theme.js';
import type { PageFiles } from './offline-page.js';
import { origin } from './offline-page.js';

/** The @font-face rules of the book's fonts, and the files that they name. */
export function fontCss(fonts: readonly SubsetFont[]): { readonly css: string; readonly files: PageFiles } {
  const files = new Map(
    fonts.map((font) => [`fonts/${font.fileName}`, { bytes: font.bytes, mediaType: 'font/ttf' }] as const),
  );
  const css = fonts.map(
    ({ family, weight, style, fileName, sizeAdjust = 1 }) =>
      `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; ` +
      `${sizeAdjust === 1 ? '' : `size-adjust: ${sizeAdjust * 100}%; `}src: url("${origin}/fonts/${fileName}") format("truetype"); }`,
  );
  return { css: css.join('\n'), files };
}
