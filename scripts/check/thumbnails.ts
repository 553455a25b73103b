import type { NumberedPage } from '../model/pages.js';
import type { PageReader } from './pdf-file.js';
import type { PageThumbnail } from './proof-page.js';

/** A long book would make a proof of many megabytes: past this many pages only some are drawn. */
const fullUpTo = 160;

/**
 * Small pictures of the printed pages: all of them in a short book; in a long one the title leaves, the
 * first spread of each chapter, the last page, and the pages that findings name.
 */
export async function drawThumbnails(
  pdf: PageReader,
  pages: readonly NumberedPage[],
  namedLabels: ReadonlySet<string>,
): Promise<readonly PageThumbnail[]> {
  const chosen = pages.filter(
    (page, index) =>
      pages.length <= fullUpTo ||
      index < 8 ||
      index === pages.length - 1 ||
      pages[index - 1]?.part !== page.part ||
      namedLabels.has(page.label),
  );
  const thumbnails: PageThumbnail[] = [];
  for (const { sheet, label } of chosen.slice(0, 2 * fullUpTo)) {
    const bytes = await pdf.drawPage(sheet, 264);
    if (!bytes) return [];
    thumbnails.push({ label, sheet, bytes });
  }
  return thumbnails;
}
