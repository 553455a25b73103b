import { titlePeople } from '../theme/leaves/title-people.js';
import { coverPageFile, fromText, titlePageFile } from './file-names.js';
import { keepPhrases } from './heading-phrases.js';
import type { PackageMetadata } from './metadata.js';
import type { PackagedFile } from './packaged-file.js';
import { type Page, pageStyleSheet } from './page.js';
import type { PageBreak } from './page-breaks.js';
import type { Words } from './words.js';
import { toXhtml } from './xhtml.js';

/** The cover alone on a page of its own, as an `img` (Kobo and Kindle look for that). */
export function coverPage(
  metadata: PackageMetadata,
  cover: PackagedFile,
  words: Words,
  size: { readonly width: number; readonly height: number },
): Page {
  return {
    file: coverPageFile,
    page: {
      kind: 'cover',
      language: metadata.language,
      title: words.cover,
      styleSheet: pageStyleSheet,
      division: 'frontmatter',
      picture: fromText(cover.path),
      description: `${words.cover}: ${metadata.title}`,
      width: Math.round(size.width),
      height: Math.round(size.height),
    },
    body: '',
    breaks: [],
    properties: [],
  };
}

/** Title, subtitle, authors and publisher on one short page; half-title and title page of the printed book begin there. */
export function titlePage(metadata: PackageMetadata, words: Words, breaks: readonly PageBreak[]): Page {
  return {
    file: titlePageFile,
    page: {
      kind: 'title',
      language: metadata.language,
      title: words.titlePage,
      styleSheet: pageStyleSheet,
      division: 'frontmatter',
      bookTitle: displayText(metadata.title, metadata.language),
      subtitle: metadata.subtitle && displayText(metadata.subtitle, metadata.language),
      people: titlePeople(metadata.people, metadata.language),
      publisher: metadata.publisher,
      breaks,
    },
    body: '',
    breaks,
    properties: [],
  };
}

/** A line of the title page as XHTML. */
function displayText(text: string, language: string): string {
  return toXhtml({ type: 'root', children: keepPhrases([{ type: 'text', value: text }], language) });
}
