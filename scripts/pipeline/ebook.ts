import type { Artifact } from '../model/artifact.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import { printPagination } from '../print/print-pagination.js';
import { bytesOf, makeCover, svgDrawer } from './ebook-pictures.js';
import type { Material, Workshop } from './workshop.js';

/** The e-book, and the record of it that shops take in. */
export interface Ebook {
  readonly epub: Artifact;
  readonly record: Artifact;
}

/** The EPUB with its cover: the book's own picture, else one drawn from the template; `null` if none is asked for. */
export async function makeEbook(
  { design: { theme }, formats, session, store, modified, onProgress }: Workshop,
  { editions, fonts, assets }: Material,
  pages: PaginatedBook | null,
): Promise<Outcome<Ebook | null>> {
  if (!formats.includes('epub')) return success(null);
  const { book } = editions.ebook;
  onProgress({ stage: 'ebook', done: 0, total: 1 });
  // What makes the e-book is loaded while the browser draws its cover.
  const [cover, { makeEpub }, { makeOnix }] = await Promise.all([
    makeCover({ session, store }, book, theme, fonts, assets),
    import('../ebook/make-epub.js'),
    import('../ebook/onix.js'),
  ]);
  if (!cover.value) return failure(cover.diagnostics);
  const { value: epub, diagnostics } = await makeEpub({
    book,
    theme,
    fonts: book.ebook?.fonts === false ? [] : fonts,
    characters: editions.manuscript.ebook.reference.units.length,
    cover: cover.value,
    readAsset: async (asset) => bytesOf(asset, assets),
    store,
    ...(book.ebook?.svg === 'fallback' && { drawSvg: svgDrawer({ session, store }) }),
    modified,
    ...(pages && { pagination: printPagination(pages) }),
  });
  const found = [...cover.diagnostics, ...diagnostics];
  if (!epub) return failure(found);
  return success({ epub, record: makeOnix(book.meta, epub.accessibility, modified) }, found);
}
