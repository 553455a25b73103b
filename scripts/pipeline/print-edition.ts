import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import { makePdf } from '../print/make-pdf.js';
import type { PrintEdition } from './outputs.js';
import { printInput } from './print-input.js';
import { provePdf } from './prove-pdf.js';
import type { Material, Workshop } from './workshop.js';

/** Prints the pages once and reads the file back; `null` where there are none. */
export async function printEdition(
  workshop: Workshop,
  material: Material,
  paginated: PaginatedBook | null,
): Promise<Outcome<PrintEdition | null>> {
  if (!paginated) return success(null);
  const { session, modified, store, onProgress } = workshop;
  onProgress({ stage: 'print', done: 0, total: 1, detail: `${paginated.pages.length}` });
  const pdf = await makePdf(session, printInput(workshop, material), paginated, modified, store);
  if (!pdf.value) return failure(pdf.diagnostics);
  const proof = await provePdf(pdf.value, paginated, workshop, material);
  return success({ paginated, pdf: pdf.value, proof }, pdf.diagnostics);
}
