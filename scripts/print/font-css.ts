import type { SubsetFont } from '../model/theme.js';
import type { PageFiles } from './offline-page.js';
import { origin } from './offline-page.js';

/**
 * Every face fills the em from 0.88 above its baseline to 0.12 below, where Chinese faces draw their characters.
 * Each has other figures for a line's height in its file; by those a line of Kai stands 1.5 pt off the grid of
 * the Song lines beside it, and a line that mixes faces grows.
 */
const metrics = 'ascent-override: 88%; descent-override: 12%; line-gap-override: 0%;';

/** The @font-face rules of the book's fonts, and the files that they name. */
export function fontCss(fonts: readonly SubsetFont[]): { readonly css: string; readonly files: PageFiles } {
  const files = new Map(
    fonts.map((font) => [`fonts/${font.fileName}`, { bytes: font.bytes, mediaType: 'font/ttf' }] as const),
  );
  const css = fonts.map(
    ({ family, weight, style, fileName, sizeAdjust = 1 }) =>
      `@font-face { font-family: "${family}"; font-weight: ${weight}; font-style: ${style}; ` +
      `src: url("${origin}/fonts/${fileName}") format("truetype"); ` +
      `${metrics}${sizeAdjust === 1 ? '' : ` size-adjust: ${sizeAdjust * 100}%;`} }`,
  );
  return { css: css.join('\n'), files };
}
