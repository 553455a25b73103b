import { diagnose } from '../diagnostics/catalogue.js';
import type { Artifact } from '../model/artifact.js';
import { type Asset, type Book, isLeaf } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';
import type { PrintPagination } from '../model/page-start.js';
import type { SubsetFont, Theme } from '../model/theme.js';
import { customsOf } from '../theme/leaves/customs.js';
import type { AccessibilityMetadata } from './accessibility.js';
import { EpubCarrier } from './carrier.js';
import { type AdaptedBook, adaptBook } from './chapter-pages.js';
import { contentsPage } from './contents-page.js';
import { imprintPage, leafPages } from './made-pages.js';
import { packageMetadata } from './metadata.js';
import { contentsEntries } from './navigation.js';
import { coverPage, titlePage } from './opening-pages.js';
import type { PackagedFile } from './packaged-file.js';
import type { Page } from './page.js';
import type { PlacedBreak } from './page-breaks.js';
import { pictureType } from './picture-type.js';
import { packPicture, packPictures } from './pictures.js';
import { describePublication } from './publication.js';
import { packFonts, styleSheet } from './style-sheet.js';
import { loadTemplates } from './templates.js';
import { wordsFor } from './words.js';

export interface EbookInput {
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
  readonly readAsset: (asset: Asset) => Promise<Uint8Array>;
  /** How many characters the text has; the imprint says it. */
  readonly characters: number;
  /** How the print edition is paged; gives the EPUB a page list. */
  readonly pagination?: PrintPagination;
  /** Becomes `dcterms:modified` and the date of every file in the zip. */
  readonly modified: Date;
}

/** The finished e-book, and what its package says of its accessibility. */
export interface Epub extends Artifact {
  readonly accessibility: AccessibilityMetadata;
}

/**
 * Makes an EPUB 3.3: cover, title page, contents, an XHTML file a chapter (more for a long one) and the imprint, with nested contents, landmarks, an NCX
 * for old readers and accessibility metadata. The same input gives the same bytes, in any time zone.
 *
 * Errors: `ebook-without-chapters`, `ebook-character-forbidden`, `ebook-link-target-missing`, and
 * `ebook-picture-…` for pictures that cannot be packed.
 */
export async function makeEpub(input: EbookInput): Promise<Outcome<Epub>> {
  const { book, theme, fonts } = input;
  if (book.chapters.length === 0) return failure([diagnose('ebook-without-chapters', { id: book.meta.id })]);
  const words = wordsFor(book.meta.language);
  const pictures = await packPictures(book, input.readAsset);
  const cover = packCover(input);
  const adapted = adaptBook(book, pictures.byPath, words, input.pagination);
  const diagnostics = [...pictures.diagnostics, ...adapted.diagnostics, ...coverFaults(input, cover)];
  if (!cover || hasErrors(diagnostics)) return failure(diagnostics);

  const metadata = packageMetadata(book.meta, input.modified);
  const contents = contentsEntries(adapted.chapters, book.contents);
  const breaksOf = (part: string): readonly PlacedBreak[] => adapted.breaks.get(part) ?? [];
  const pages = [
    coverPage(metadata, cover, words, input.cover),
    titlePage(metadata, words, breaksOf('title-leaves')),
    ...leafPages(book.meta, metadata, words, breaksOf),
    ...withContents(input, adapted, contentsPage(contents, metadata, words, breaksOf('contents'))),
    imprintPage(book.meta, metadata, words, input.characters, breaksOf('imprint')),
  ];
  const files = [cover, ...uniqueFiles(pictures.byPath.values()), ...packFonts(fonts)];
  const publication = describePublication({ metadata, pages, files, cover, adapted, words, contents });
  const css = styleSheet(theme, fonts);
  const carrier = new EpubCarrier({ pages, files, css, publication, templates: await loadTemplates() });
  const bytes = await carrier.toBytes();
  const { accessibility } = publication;
  return success({ kind: 'epub', fileName: `${book.meta.id}.epub`, bytes, accessibility }, diagnostics);
}

/** The chapters with the contents where the printed book has it: before the preface or after it; behind the leaves. */
function withContents(
  { book, theme }: EbookInput,
  { chapters, pages }: AdaptedBook,
  contents: Page,
): readonly Page[] {
  if (book.contents === 'none') return pages;
  const isAfterPreface = customsOf(theme, book.meta.language).contents === 'after-preface';
  const before = chapters.filter(
    ({ chapter: { kind, matter } }) => isLeaf(kind) || (isAfterPreface && matter === 'front'),
  );
  const files = new Set(before.flatMap((chapter) => chapter.files.map(({ file }) => file)));
  const isBefore = ({ file }: Page): boolean => files.has(file);
  return [...pages.filter(isBefore), contents, ...pages.filter((page) => !isBefore(page))];
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
