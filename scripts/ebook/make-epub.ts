import { diagnose } from '../diagnostics/catalogue.js';
import type { Artifact } from '../model/artifact.js';
import type { Book } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import type { PageMap } from '../model/page-map.js';
import type { SubsetFont, Theme } from '../model/theme.js';
import { EpubCarrier } from './carrier.js';
import { adaptBook } from './chapter-pages.js';
import { imprintPage, leafPages } from './made-pages.js';
import { packageMetadata } from './metadata.js';
import { coverPage, titlePage } from './opening-pages.js';
import type { PackagedFile } from './packaged-file.js';
import { pictureType } from './picture-type.js';
import { withFallbacks } from './pictures/fallbacks.js';
import { type PictureTools, packPicture, packPictures } from './pictures.js';
import { describePublication } from './publication.js';
import { packFonts, styleSheet } from './style-sheet.js';
import { loadTemplates } from './templates.js';
import { wordsFor } from './words.js';

export interface EbookInput extends PictureTools {
  readonly book: Book;
  readonly theme: Theme;
  readonly fonts: readonly SubsetFont[];
  /** A picture; width and height in pixels. */
  readonly cover: {
    readonly bytes: Uint8Array;
    readonly mediaType: string;
    readonly width: number;
    readonly height: number;
  };
  /** How many characters the text has; the imprint says it. */
  readonly characters: number;
  /** Printed page labels of chapters and headings; gives the EPUB a page list. */
  readonly pageMap?: PageMap;
  /** Becomes `dcterms:modified` and the date of every file in the zip. */
  readonly modified: Date;
}

/**
 * Makes an EPUB 3.3: cover, title page, one XHTML file a chapter and the imprint, with nested contents, landmarks, an NCX
 * for old readers and accessibility metadata. The same input gives the same bytes, in any time zone.
 *
 * Errors: `ebook-without-chapters`, `ebook-character-forbidden`, `ebook-link-target-missing`, and
 * `ebook-picture-…` for pictures that cannot be packed.
 */
export async function makeEpub(input: EbookInput): Promise<Outcome<Artifact>> {
  const { book, theme, fonts } = input;
  if (book.chapters.length === 0) return failure([diagnose('ebook-without-chapters', { id: book.meta.id })]);
  const words = wordsFor(book.meta.language);
  const pictures = await packPictures(book, input);
  if (hasErrors(pictures.diagnostics)) return failure(pictures.diagnostics);
  const shown = withFallbacks(book, pictures.fallbacks);
  const cover = packCover(input);
  const adapted = adaptBook(shown, pictures.byPath, words, input.pageMap ?? {});
  const diagnostics = [...pictures.diagnostics, ...adapted.diagnostics, ...coverFaults(input, cover)];
  if (!cover || hasErrors(diagnostics)) return failure(diagnostics);

  const metadata = packageMetadata(book.meta, input.modified);
  const pages = [
    coverPage(metadata, cover, words, input.cover),
    titlePage(metadata, words),
    ...leafPages(book.meta, metadata, words),
    ...adapted.pages,
    imprintPage(book.meta, metadata, words, input.characters),
  ];
  const files = [cover, ...uniqueFiles(pictures.byPath.values()), ...packFonts(fonts)];
  const publication = describePublication({ metadata, pages, files, cover, adapted, words });
  const css = styleSheet(theme, fonts);
  const carrier = new EpubCarrier({ pages, files, css, publication, templates: await loadTemplates() });
  const bytes = await carrier.toBytes();
  return success({ kind: 'epub', fileName: `${book.meta.id}.epub`, bytes }, diagnostics);
}

function packCover({ cover }: EbookInput): PackagedFile | undefined {
  const type = pictureType(cover.bytes);
  return type && packPicture(cover.bytes, type, 'cover');
}

function coverFaults({ book, cover }: EbookInput, packed: PackagedFile | undefined): readonly Diagnostic[] {
  if (packed) return [];
  const path = book.cover?.path ?? 'cover';
  return [diagnose('ebook-picture-type', { path, type: cover.mediaType }, book.keyPlaces?.cover)];
}

/** Equal pictures under two names are one file. */
function uniqueFiles(files: Iterable<PackagedFile>): readonly PackagedFile[] {
  return [...new Map([...files].map((file) => [file.path, file])).values()];
}
