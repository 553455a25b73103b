import { fromText, styleSheetFile } from './file-names.js';
import type { PageBreak } from './page-breaks.js';

/** Each kind has a template of its name in `templates/epub/`. */
export const pageKinds = [
  'cover',
  'title',
  'dedication',
  'epigraph',
  'contents',
  'imprint',
  'chapter',
] as const;
export type PageKind = (typeof pageKinds)[number];

/** What the page templates in `templates/epub/` read as `page`. */
export interface PageFields {
  readonly kind: PageKind;
  readonly language: string;
  readonly title: string;
  readonly styleSheet: string;
  /** A structural type of the whole document: `frontmatter`, `bodymatter`, `backmatter`. */
  readonly division: string;
  /** Further fields of this kind of page. */
  readonly [field: string]: unknown;
}

/** A document of the spine. */
export interface Page {
  /** Path inside `OEBPS/`. */
  readonly file: string;
  readonly page: PageFields;
  /** Body in XHTML; empty for pages that are all template. */
  readonly body: string;
  /** The printed pages that begin in it, in order. */
  readonly breaks: readonly PageBreak[];
  /** Item properties of the package: `svg`, `mathml`. */
  readonly properties: readonly string[];
}

/** The style sheet as every page names it. */
export const pageStyleSheet = fromText(styleSheetFile);
