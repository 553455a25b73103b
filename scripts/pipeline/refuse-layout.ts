import { checkLayout, faultySpots } from '../check/layout.js';
import { proofPage } from '../check/proof-page.js';
import { chooseLocale } from '../diagnostics/locale.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { PaginatedBook } from '../model/pages.js';
import { proofFacts } from './proof-facts.js';
import type { Material, Workshop } from './workshop.js';
import { writeOutputs } from './write-outputs.js';

/**
 * Pages that do not show their text whole and once are not printed: what is wrong is told, and drawn in `proof.html`,
 * which is then all that the build writes.
 */
export async function refuseLayout(
  workshop: Workshop,
  material: Material,
  paginated: PaginatedBook,
): Promise<readonly Diagnostic[]> {
  const check = checkLayout(paginated);
  const nothing = { print: null, press: null, wrap: null, spreads: null, ebook: null };
  const facts = proofFacts(workshop, material, nothing, [check]);
  const html = proofPage(facts, [], chooseLocale(process.env), faultySpots(paginated));
  const bytes = new TextEncoder().encode(html);
  const written = await writeOutputs(workshop, [{ kind: 'html', fileName: 'proof.html', bytes }]);
  return [...check.diagnostics, ...written.diagnostics];
}
