import type { TrimSize } from '../model/theme.js';

const pixelsPerMm = 96 / 25.4;

/** How a page is printed with room for the bleed around it. */
export interface BleedSheets {
  readonly css: string;
  /** Where the trim begins, pt from the top left corner of the sheet. */
  readonly offset: number;
}

/**
 * The page on a sheet that is larger on all sides: its background goes on to the end of the bleed, and so does what its
 * style sheet places beyond its edges (by `--bleed`). The room is whole px, for a browser draws borders of whole px alone,
 * and at least the bleed (mm).
 */
export function bleedSheets(
  { width, height }: Pick<TrimSize, 'width' | 'height'>,
  bleed: number,
): BleedSheets {
  const room = Math.ceil(bleed * pixelsPerMm);
  const size = [width, height].map((length) => `${Number((length * pixelsPerMm + 2 * room).toFixed(4))}px`);
  return {
    offset: room * 0.75,
    css: `
@page { size: ${size.join(' ')} !important; }
:root { --bleed: ${bleed}mm; }
.pagedjs_page {
  box-sizing: border-box !important;
  width: ${size[0]} !important;
  border: ${room}px solid transparent !important;
}
.pagedjs_sheet { overflow: clip !important; overflow-clip-margin: ${room}px; }
`,
  };
}
