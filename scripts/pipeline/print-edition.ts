import type { Artifact } from '../model/artifact.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import type { OnProgress } from '../model/progress.js';
import type { BrowserSession } from '../print/browser-session.js';
import { makePdf } from '../print/make-pdf.js';
import { type PrintInput, paginate } from '../print/paginate.js';

/** The print edition: its pages in order, and the PDF made of them. */
export interface PrintEdition {
  readonly paginated: PaginatedBook;
  readonly pdf: Artifact;
}

/** Lays the book out, chapter by chapter, joins the pages and prints them once. */
export async function makePrintEdition(
  session: BrowserSession,
  input: PrintInput,
  modified: Date,
  onProgress?: OnProgress,
): Promise<Outcome<PrintEdition>> {
  const paginated = await paginate(session, input, onProgress);
  if (!paginated.value) return failure(paginated.diagnostics);
  onProgress?.({ stage: 'print', done: 0, total: 1, detail: `${paginated.value.pages.length}` });
  const pdf = await makePdf(session, input, paginated.value, modified);
  if (!pdf.value) return failure([...paginated.diagnostics, ...pdf.diagnostics]);
  return success({ paginated: paginated.value, pdf: pdf.value }, [
    ...paginated.diagnostics,
    ...pdf.diagnostics,
  ]);
}
