import type { Artifact } from '../model/artifact.js';
import type { PaginatedBook } from '../model/pages.js';

/** The print edition: its pages in order, and the PDF made of them. */
export interface PrintEdition {
  readonly paginated: PaginatedBook;
  readonly pdf: Artifact;
}

/** What was built; `null` where a format was not asked for, or could not be made. */
export interface Outputs {
  readonly print: PrintEdition | null;
  readonly epub: Artifact | null;
}
