import { diagnose } from '../diagnostics/catalogue.js';
import type { Artifact } from '../model/artifact.js';
import type { Asset, Book } from '../model/book.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import type { SubsetFont, Theme } from '../model/theme.js';
import { type CoverPicture, coverFromPicture, drawCover } from '../print/cover-picture.js';
import { coverHtml } from '../print/leaves/cover.js';
import { printPagination } from '../print/print-pagination.js';
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
    fonts,
    characters: editions.manuscript.ebook.reference.units.length,
    cover: cover.value,
    readAsset: async (asset) => bytesOf(asset, assets),
    modified,
    ...(pages && { pagination: printPagination(pages) }),
  });
  if (!epub) return failure(diagnostics);
  return success({ epub, record: makeOnix(book.meta, epub.accessibility, modified) }, diagnostics);
}

/** Every asset was read before; one that is not here is a fault of ours. */
function bytesOf(asset: Asset, assets: Material['assets']): Uint8Array {
  const bytes = assets.get(asset);
  if (!bytes) throw new Error(`asset ${asset.path} was not read`);
  return bytes;
}

async function makeCover(
  { session, store }: Pick<Workshop, 'session' | 'store'>,
  book: Book,
  theme: Theme,
  fonts: readonly SubsetFont[],
  assets: Material['assets'],
): Promise<Outcome<CoverPicture>> {
  if (!book.cover) return drawCover(session, coverHtml(book, theme), fonts, store);
  const { path, mediaType } = book.cover;
  const picture = coverFromPicture(bytesOf(book.cover, assets), mediaType);
  return picture
    ? success(picture)
    : failure([diagnose('cover-unreadable', { path }, book.keyPlaces?.cover)]);
}
