import { diagnose } from '../diagnostics/catalogue.js';
import { readBook } from '../manuscript/read-book.js';
import { hasErrors, type Outcome, success } from '../model/outcome.js';
import type { CheckResult } from '../model/proof.js';
import { checkNormalization } from '../normalize/ledger/check-normalization.js';
import { loadDesign } from './design.js';

/** A book folder: the whole book is read with its design; the normalizer's ledgers are proved. */
export async function checkBookFolder(folder: string): Promise<Outcome<readonly CheckResult[]>> {
  return success([await checkManuscript(folder), ...(await checkLedgers(folder))]);
}

async function checkManuscript(folder: string): Promise<CheckResult> {
  const read = await readBook(folder);
  const design = read.value ? await loadDesign(read.value) : undefined;
  const diagnostics = [...read.diagnostics, ...(design?.diagnostics ?? [])];
  const chapters = read.value?.chapters.length ?? 0;
  return {
    check: 'manuscript',
    title: diagnose('check-manuscript', {}),
    status: hasErrors(diagnostics) || !read.value ? 'failed' : 'passed',
    note: diagnose('figures-of-manuscript', { chapters }),
    figures: { chapters },
    diagnostics,
  };
}

/** Nothing where the book was not normalized by Banxin. */
async function checkLedgers(folder: string): Promise<readonly CheckResult[]> {
  const { value, diagnostics } = await checkNormalization(folder);
  if (!value || (value.ledgers === 0 && diagnostics.length === 0)) return [];
  return [
    {
      check: 'normalization',
      title: diagnose('check-normalization', {}),
      status: hasErrors(diagnostics) ? 'failed' : 'passed',
      note: diagnose('figures-of-ledgers', { proved: value.proved, edited: value.edited }),
      figures: { proved: value.proved, edited: value.edited },
      diagnostics,
    },
  ];
}
