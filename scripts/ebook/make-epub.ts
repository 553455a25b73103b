import { diagnose } from '../diagnostics/catalogue.js';
import type { Artifact } from '../model/artifact.js';
import { type Book, isLeaf } from '../model/book.js';
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
import { withFallbacks } from './pictures/fallbacks.js';
import { type PictureTools, packPicture, packPictures } from './pictures.js';
import { describePublication } from './publication.js';
import { packFonts, styleSheet } from './style-sheet.js';
import { loadTemplates } from './templates.js';
import { wordsFor } from './words.js';

/** What the text of an e-book is made from. */
export interface EbookTextInput extends PictureTools {
  readonly book: Book;
  /** How the print edition is paged; gives the EPUB a page list. */
  readonly pagination?: PrintPagination;
}

/** The chapters as pages of XHTML, and the pictures that they show: all that the cover need not be waited for. */
export interface EbookText {
  readonly book: Book;
  readonly adapted: AdaptedBook;
  readonly pictures: readonly PackagedFile[];
}

/** What an EPUB is packed with besides its text. */
export interface EbookDress {
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
  /** Becomes `dcterms:modified` and the date of every file in the zip. */
  readonly modified: Date;
}

export type EbookInput = EbookTextInput & EbookDress;

/** The finished e-book, and what its package says of its accessibility. */
export interface Epub extends Artifact {
  readonly accessibility: AccessibilityMetadata;
}

/**
 * Makes an EPUB 3.3: cover, title page, contents, an XHTML file a chapter (more for a long one) and the imprint, with nested contents, landmarks, an NCX
 * for old readers and accessibility metadata. The same input gives the same bytes, in any time zone.
 *
 * Errors: those of `ebookText` and `packEpub`.
 */
export async function makeEpub(input: EbookInput): Promise<Outcome<Epub>> {
  const text = await ebookText(input);
  if (!text.value) return failure(text.diagnostics);
  const epub = await packEpub(text.value, input);
  return { value: epub.value, diagnostics: [...text.diagnostics, ...epub.diagnostics] };
}

/**
 * The first half of the work, in which the cover may still be drawn.
 *
 * Errors: `ebook-without-chapters`, `ebook-character-forbidden`, `ebook-link-target-missing`, and `ebook-picture-…`
 * for pictures that cannot be packed.
 */
export async function ebookText(input: EbookTextInput): Promise<Outcome<EbookText>> {
  const { book, pagination } = input;
  if (book.chapters.length === 0) return failure([diagnose('ebook-without-chapters', { id: book.meta.id })]);
  const pictures = await packPictures(book, input);
  if (hasErrors(pictures.diagnostics)) return failure(pictures.diagnostics);
  const shown = withFallbacks(book, pictures.fallbacks);
  const adapted = adaptBook(shown, pictures.byPath, wordsFor(book.meta.language), pagination);
  const diagnostics = [...pictures.diagnostics, ...adapted.diagnostics];
  if (hasErrors(diagnostics)) return failure(diagnostics);
  return success({ book, adapted, pictures: [...pictures.byPath.values()] }, diagnostics);
}

/** The second half: made pages, navigation, package, zip. Error: `ebook-picture-type`, of the cover. */
export async function packEpub(
  { book, adapted, pictures }: EbookText,
  dress: EbookDress,
): Promise<Outcome<Epub>> {
  const { theme, fonts, modified } = dress;
  const cover = packCover(dress);
  if (!cover) return failure([coverFault(book, dress)]);
  const words = wordsFor(book.meta.language);
  const metadata = packageMetadata(book.meta, modified);
  const contents = contentsEntries(adapted.chapters, book.contents);
  const breaksOf = (part: string): readonly PlacedBreak[] => adapted.breaks.get(part) ?? [];
  const pages = [
    coverPage(metadata, cover, words, dress.cover),
    titlePage(metadata, words, breaksOf('title-leaves')),
    ...leafPages(book.meta, metadata, words, breaksOf),
    ...withContents(book, theme, adapted, contentsPage(contents, metadata, words, breaksOf('contents'))),
    imprintPage(book.meta, metadata, words, dress.characters, breaksOf('imprint')),
  ];
  const files = [cover, ...uniqueFiles(pictures), ...packFonts(fonts)];
  const publication = describePublication({ metadata, pages, files, cover, adapted, words, contents });
  const css = styleSheet(theme, fonts);
  const carrier = new EpubCarrier({ pages, files, css, publication, templates: await loadTemplates() });
  const bytes = await carrier.toBytes();
  const { accessibility } = publication;
  return success({ kind: 'epub', fileName: `${book.meta.id}.epub`, bytes, accessibility });
}

/** The chapters with the contents where the printed book has it: before the preface or after it; behind the leaves. */
function withContents(
  book: Book,
  theme: Theme,
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

function packCover({ cover }: EbookDress): PackagedFile | undefined {
  const type = pictureType(cover.bytes);
  return type && packPicture(cover.bytes, type, 'cover');
}

function coverFault(book: Book, { cover }: EbookDress): Diagnostic {
  const path = book.cover?.path ?? 'cover';
  return diagnose('ebook-picture-type', { path, type: cover.mediaType }, book.keyPlaces?.cover);
}

/** Equal pictures under two names are one file. */
function uniqueFiles(files: readonly PackagedFile[]): readonly PackagedFile[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
