import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { OwnFinding } from '../model/extension.js';
import { hasErrors } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import type { CheckResult } from '../model/proof.js';
import { finishedBook } from './finished-book.js';
import type { Material, Workshop } from './workshop.js';

/** Runs a book's own checks one after the other, in the order of its config; they see the book as its readers do. */
export async function runOwnChecks(
  { extensions: { checks } }: Pick<Workshop, 'extensions'>,
  { editions }: Pick<Material, 'editions'>,
  pages: PaginatedBook | null,
): Promise<readonly CheckResult[]> {
  if (checks.length === 0) return [];
  const { book } = editions.manuscript[pages ? 'print' : 'ebook'];
  const finished = finishedBook(book, pages);
  const results: CheckResult[] = [];
  for (const { name, about, run } of checks) {
    const { value = [], diagnostics: faults } = await run(finished);
    const findings = value.map((found) => told(name, found));
    const diagnostics = [...faults, ...findings];
    results.push({
      check: `own-${name}`,
      title: diagnose('check-own', { name, about: about && `: ${about}` }),
      status: hasErrors(diagnostics) ? 'failed' : 'passed',
      note: diagnose('figures-of-own', { findings: findings.length }),
      figures: { findings: findings.length },
      diagnostics,
    });
  }
  return results;
}

/** The catalogue does not know it: its words are the check's in every language. */
function told(name: string, { severity = 'warning', message, hint, at, kind }: OwnFinding): Diagnostic {
  return {
    code: `own-${name}${kind === undefined ? '' : `/${kind}`}`,
    severity,
    message,
    ...(hint !== undefined && { hint }),
    ...(at && { place: { file: at.file, ...(at.line !== undefined && { line: at.line }) } }),
    values: {},
  };
}
