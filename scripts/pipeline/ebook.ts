import type { EbookText } from '../ebook/make-epub.js';
import type { Artifact } from '../model/artifact.js';
import type { Book } from '../model/book.js';
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
  // The text is made ready while the browser draws the cover.
  const [cover, text, { makeOnix }] = await Promise.all([
    makeCover({ session, store }, book, theme, fonts, assets),
    makeText({ session, store }, book, assets, pages),
    import('../ebook/onix.js'),
  ]);
  const ready = [...cover.diagnostics, ...text.diagnostics];
  if (!cover.value || !text.value) return failure(ready);
  const { packEpub } = await import('../ebook/make-epub.js');
  const { value: epub, diagnostics } = await packEpub(text.value, {
    theme,
    fonts: book.ebook?.fonts === false ? [] : fonts,
    characters: editions.manuscript.ebook.reference.units.length,
    cover: cover.value,
    modified,
  });
  const found = [...ready, ...diagnostics];
  if (!epub) return failure(found);
  return success({ epub, record: makeOnix(book.meta, epub.accessibility, modified) }, found);
}

async function makeText(
  tools: Pick<Workshop, 'session' | 'store'>,
  book: Book,
  assets: Material['assets'],
  pages: PaginatedBook | null,
): Promise<Outcome<EbookText>> {
  const { ebookText } = await import('../ebook/make-epub.js');
  return ebookText({
    book,
    readAsset: async (asset) => bytesOf(asset, assets),
    store: tools.store,
    ...(book.ebook?.svg === 'fallback' && { drawSvg: svgDrawer(tools) }),
    ...(pages && { pagination: printPagination(pages) }),
  });
}
