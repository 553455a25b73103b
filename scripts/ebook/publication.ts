import { type AccessibilityMetadata, describeAccessibility } from './accessibility.js';
import { type CaptionedLists, captionedLists } from './captioned-lists.js';
import type { AdaptedBook } from './chapter-pages.js';
import { contentsFile } from './file-names.js';
import { type PackageMetadata, pageProgression } from './metadata.js';
import { type Entry, type Landmark, landmarks, type NavPoint, navPoints } from './navigation.js';
import type { PackagedFile } from './packaged-file.js';
import type { Page } from './page.js';
import type { PageBreak } from './page-breaks.js';
import type { Words } from './words.js';

/** An item of the package's manifest. */
export interface ManifestItem {
  readonly id: string;
  readonly href: string;
  readonly mediaType: string;
  /** Separated by spaces; empty for none. */
  readonly properties: string;
}

/** What the templates of package, navigation and NCX read as `publication`. */
export interface Publication extends PackageMetadata, CaptionedLists {
  readonly words: Words;
  readonly direction: 'ltr' | 'rtl';
  readonly embedsFonts: boolean;
  readonly accessibility: AccessibilityMetadata;
  readonly pageBreakSource: string;
  readonly manifest: readonly ManifestItem[];
  /** Ids of the manifest in reading order. */
  readonly spine: readonly string[];
  readonly contents: readonly Entry[];
  readonly landmarks: readonly Landmark[];
  /** The printed pages in reading order, with the file and the mark where each begins. */
  readonly pages: readonly (PageBreak & { readonly file: string })[];
  readonly navPoints: readonly NavPoint[];
}

export interface PublicationParts {
  readonly metadata: PackageMetadata;
  readonly pages: readonly Page[];
  readonly files: readonly PackagedFile[];
  readonly cover: PackagedFile;
  readonly adapted: AdaptedBook;
  readonly words: Words;
  readonly contents: readonly Entry[];
}

export function describePublication(parts: PublicationParts): Publication {
  const { metadata, pages, files, cover, adapted, words, contents } = parts;
  const printed = pages.flatMap(({ file, breaks }) => breaks.map(({ label, id }) => ({ label, id, file })));
  const pageItems = pages.map(pageItem);
  return {
    ...metadata,
    words,
    direction: pageProgression(metadata.language),
    embedsFonts: files.some((file) => file.mediaType.startsWith('font/')),
    accessibility: describeAccessibility(
      {
        chapters: adapted.facts,
        hasPageList: printed.length > 0,
        mayMove: files.some((file) => file.mediaType === 'image/gif'),
      },
      words,
      metadata.claim.summary,
    ),
    pageBreakSource: metadata.source ?? metadata.printIdentifier,
    manifest: [...pageItems, ...files.map((file) => fileItem(file, file === cover))],
    spine: pageItems.map((item) => item.id),
    contents,
    landmarks: landmarks(
      adapted.chapters,
      words,
      pages.some(({ file }) => file === contentsFile),
    ),
    pages: printed,
    ...captionedLists(adapted.chapters),
    navPoints: navPoints(contents),
  };
}

function pageItem({ file, properties }: Page): ManifestItem {
  return { id: idOf(file), href: file, mediaType: 'application/xhtml+xml', properties: properties.join(' ') };
}

function fileItem({ path, mediaType }: PackagedFile, isCover: boolean): ManifestItem {
  return { id: idOf(path), href: path, mediaType, properties: isCover ? 'cover-image' : '' };
}

/** An XML id from a path: paths are unique, ASCII, and begin with a letter. */
function idOf(path: string): string {
  return path.replace(/[^A-Za-z0-9._-]/g, '-');
}
