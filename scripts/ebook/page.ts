import { fromText, styleSheetFile } from './file-names.js';

/** What the page templates in `templates/epub/` read as `page`. */
export interface PageFields {
  readonly kind: 'cover' | 'title' | 'chapter';
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
  /** Item properties of the package: `svg`, `mathml`. */
  readonly properties: readonly string[];
}

/** The style sheet as every page names it. */
export const pageStyleSheet = fromText(styleSheetFile);
