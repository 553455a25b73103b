import { diagnose } from '../diagnostics/catalogue.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import type { ExtensionOptions } from '../model/extension.js';
import { hasErrors, type Outcome, success } from '../model/outcome.js';
import type { CheckResult } from '../model/proof.js';
import { checkNormalization } from '../normalize/ledger/check-normalization.js';
import { readAssets } from './assets.js';
import { loadDesign } from './design.js';
import { makeEbook } from './ebook.js';
import { makeEditions } from './editions.js';
import { checkEpub } from './epub-checks.js';
import { cutFonts } from './fonts.js';
import { openBook } from './open-book.js';
import { runOwnChecks } from './own-checks.js';
import { inWorkshop } from './workshop.js';

interface CheckBookOptions extends ExtensionOptions {
  readonly signal?: AbortSignal;
}

/** A book folder: the whole book is read with its design, ledgers are proved, and the e-book made of it is checked. */
export async function checkBookFolder(
  folder: string,
  { signal, ...own }: CheckBookOptions,
): Promise<Outcome<readonly CheckResult[]>> {
  const manuscript = await checkManuscript(folder, own);
  const ledgers = await checkLedgers(folder);
  const ebook =
    manuscript.status === 'passed'
      ? await checkDraft(folder, { ...own, ...(signal && { signal }) })
      : undefined;
  return success([manuscript, ...ledgers, ...(ebook?.value ?? [])], ebook?.diagnostics);
}

/** Every check of the EPUB that the book makes now; nothing of it stays, in the book's folder or elsewhere. */
async function checkDraft(
  folder: string,
  { signal, ...own }: CheckBookOptions,
): Promise<Outcome<readonly CheckResult[]>> {
  return withTemporaryFolder((out) => {
    const options = {
      ...own,
      book: folder,
      out,
      formats: ['epub'],
      cache: false,
      ...(signal && { signal }),
    } as const;
    return inWorkshop(options, async (workshop) => {
      const { book, findings } = workshop;
      const editions = await makeEditions(book);
      const assets = findings.take(await readAssets(book));
      const fonts = findings.take(await cutFonts(workshop, editions));
      if (!assets || !fonts) return findings.failure();
      const made = findings.take(
        await makeEbook(workshop, { editions, assets, pictures: assets, fonts }, null),
      );
      if (!made) return findings.failure();
      const context = { ...editions.ebook, accessibility: true, ...(signal && { signal }) };
      const checks = await checkEpub(made.epub.bytes, context);
      const own = await runOwnChecks(workshop, { editions }, null);
      return findings.success([...checks, ...own]);
    });
  });
}

async function checkManuscript(folder: string, own: ExtensionOptions): Promise<CheckResult> {
  const read = await openBook(folder, own);
  const design = read.value ? await loadDesign(read.value.book) : undefined;
  const diagnostics = [...read.diagnostics, ...(design?.diagnostics ?? [])];
  const chapters = read.value?.book.chapters.length ?? 0;
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
