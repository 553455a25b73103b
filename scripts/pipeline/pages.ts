import { failure, type Outcome, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import { paginate } from '../print/paginate.js';
import { withPages } from './editions.js';
import { printInput } from './print-input.js';
import { refuseLayout } from './refuse-layout.js';
import type { Material, Workshop } from './workshop.js';

/**
 * Lays the book out, chapter by chapter, and joins the pages; `null` if no PDF of any kind is asked for. Pages that fail their proof
 * end the build: they are not printed.
 */
export async function makePages(
  workshop: Workshop,
  material: Material,
): Promise<Outcome<PaginatedBook | null>> {
  const { formats, session, store, onProgress } = workshop;
  if (!formats.includes('pdf') && !formats.includes('press')) return success(null);
  const paginated = await paginate(session, printInput(workshop, material), store, onProgress);
  if (!paginated.value || paginated.value.faulty.length === 0) return paginated;
  const refused = await refuseLayout(workshop, material, paginated.value);
  return failure([...paginated.diagnostics, ...refused]);
}

/** What the later stages work with: where the text prints numbers of pages, they stand in it now. */
export function withPrintedPages(material: Material, pages: PaginatedBook | null): Material {
  return { ...material, editions: withPages(material.editions, (id) => pages?.anchors[id]) };
}
