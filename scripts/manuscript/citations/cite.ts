/**
 * Citations: libraries of references in, texts of citations and the bibliography out. A library is read once
 * (`readLibrary`), a style is one that Banxin ships (`shippedStyle`, `defaultStyle`) or the book's own (`readStyle`), and
 * all citations of a book are set together (`formatCitations`), since their numbers hang together.
 */
export type {
  BibliographyEntry,
  Citation,
  CitationCluster,
  CitationStyle,
  FormattedCitations,
  FormattedCluster,
} from './citation.js';
export type { CslDate, CslItem, CslName } from './csl-item.js';
export { defaultStyle, readStyle, shippedStyle } from './format/read-style.js';
export { type CitationRequest, formatCitations } from './format-citations.js';
export type { Library, LibraryEntry } from './library.js';
export { type LibrarySource, readLibrary } from './read-library.js';
