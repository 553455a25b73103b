import { failure, type Outcome, success } from '../model/outcome.js';
import { makePdf } from '../print/make-pdf.js';
import { paginate } from '../print/paginate.js';
import type { PrintEdition } from './outputs.js';
import { refuseLayout } from './refuse-layout.js';
import type { Material, Workshop } from './workshop.js';

/**
 * Lays the book out, chapter by chapter, joins the pages and prints them once; `null` if no PDF is asked for. Pages that
 * fail their proof are not printed.
 */
export async function makePrintEdition(
  workshop: Workshop,
  material: Material,
): Promise<Outcome<PrintEdition | null>> {
  const { design, formats, session, modified, store, onProgress } = workshop;
  const { editions, assets, fonts } = material;
  const { manuscript, print } = editions;
  if (!formats.includes('pdf')) return success(null);
  const characters = manuscript.reference.units.length;
  const input = { book: print.book, ...design, fonts, assets, characters };
  const paginated = await paginate(session, input, store, onProgress);
  if (!paginated.value) return failure(paginated.diagnostics);
  if (paginated.value.faulty.length > 0) {
    const refused = await refuseLayout(workshop, material, paginated.value);
    return failure([...paginated.diagnostics, ...refused]);
  }
  onProgress({ stage: 'print', done: 0, total: 1, detail: `${paginated.value.pages.length}` });
  const pdf = await makePdf(session, input, paginated.value, modified, store);
  const diagnostics = [...paginated.diagnostics, ...pdf.diagnostics];
  if (!pdf.value) return failure(diagnostics);
  return success({ paginated: paginated.value, pdf: pdf.value }, diagnostics);
}
