import type { Artifact } from '../model/artifact.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PageMap } from '../model/page-map.js';
import { bytesOf, makeCover, svgDrawer } from './ebook-pictures.js';
import type { Material, Workshop } from './workshop.js';

/** The EPUB with its cover: the book's own picture, else one drawn from the template; `null` if none is asked for. */
export async function makeEbook(
  { design: { theme }, formats, session, store, modified, onProgress }: Workshop,
  { editions, fonts, assets }: Material,
  pageMap: PageMap | undefined,
): Promise<Outcome<Artifact | null>> {
  if (!formats.includes('epub')) return success(null);
  const { book } = editions.ebook;
  onProgress({ stage: 'ebook', done: 0, total: 1 });
  // What makes the e-book is loaded while the browser draws its cover.
  const [cover, { makeEpub }] = await Promise.all([
    makeCover({ session, store }, book, theme, fonts, assets),
    import('../ebook/make-epub.js'),
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
    ...(pageMap && { pageMap }),
  });
  return { value: epub, diagnostics: [...cover.diagnostics, ...diagnostics] };
}
