import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import type { TrimSize } from '../model/theme.js';
import { moveDestinations } from '../pdf/move-destinations.js';
import { moveAnnotations, movePatterns, type Shift } from '../pdf/move-page.js';

const pointsPerMm = 72 / 25.4;

/**
 * Makes pages that were printed with room around them as large as their trim, to a ten thousandth of a point: Chromium
 * rounds page sizes up or down. Gives how far the pages' contents have still to be moved. What lies outside of the trim stays
 * in the file unseen, for a printing house. `offset`: where the trim begins, pt from a page's top left corner.
 */
export function cropToTrim(
  pdf: PDFDocument,
  trim: Pick<TrimSize, 'width' | 'height'>,
  offset: number,
): Shift {
  const [width, height] = [trim.width, trim.height].map((mm) => Number((mm * pointsPerMm).toFixed(4)));
  const pages = pdf.getPages();
  // All pages of one document have one size.
  const top = pages[0]?.getHeight() ?? 0;
  const shift: Shift = [-offset, Number(((height ?? 0) - (top - offset)).toFixed(4))];
  const moved = new Set<PDFDict>();
  for (const page of pages) {
    page.setMediaBox(0, 0, width ?? 0, height ?? 0);
    page.setTrimBox(0, 0, width ?? 0, height ?? 0);
    moveAnnotations(page.node, shift);
    movePatterns(page.node.Resources(), shift, moved);
  }
  moveDestinations(pdf, shift);
  return shift;
}
