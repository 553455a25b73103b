import type { Artifact } from '../model/artifact.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import { makePdf } from '../print/make-pdf.js';
import { paginate } from '../print/paginate.js';
import type { Material, Workshop } from './workshop.js';

/** The print edition: its pages in order, and the PDF made of them. */
export interface PrintEdition {
  readonly paginated: PaginatedBook;
  readonly pdf: Artifact;
}

/** Lays the book out, chapter by chapter, joins the pages and prints them once; `null` if no PDF is asked for. */
export async function makePrintEdition(
  { design, formats, session, modified, onProgress }: Workshop,
  { editions: { manuscript, print }, assets, fonts }: Material,
): Promise<Outcome<PrintEdition | null>> {
  if (!formats.includes('pdf')) return success(null);
  const characters = manuscript.reference.units.length;
  const input = { book: print.book, ...design, fonts, assets, characters };
  const paginated = await paginate(session, input, onProgress);
  if (!paginated.value) return failure(paginated.diagnostics);
  onProgress({ stage: 'print', done: 0, total: 1, detail: `${paginated.value.pages.length}` });
  const pdf = await makePdf(session, input, paginated.value, modified);
  const diagnostics = [...paginated.diagnostics, ...pdf.diagnostics];
  if (!pdf.value) return failure(diagnostics);
  return success({ paginated: paginated.value, pdf: pdf.value }, diagnostics);
}
