import { basename, extname } from 'node:path';
import { checkPdfDestination } from '../check/pdf-destination.js';
import { checkPdfPress } from '../check/pdf-press.js';
import { checkPdfStructure } from '../check/pdf-structure.js';
import { checkPdfUa } from '../check/pdf-ua.js';
import { checkVeraPdf } from '../check/verapdf.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { kindOf, readBytes } from '../files/read.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { ExtensionOptions } from '../model/extension.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';
import type { CheckResult } from '../model/proof.js';
import { usualLimits } from '../press/find-marks.js';
import { isPressFile, readPress } from '../press/read-press.js';
import { readPdfObjects } from '../print/pdf-facts.js';
import { loadDestination } from '../theme/destination.js';
import { findTrim } from '../theme/trim-size.js';
import { checkBookFolder } from './check-book.js';
import { checkEpub } from './epub-checks.js';
import { limitsOf } from './press-settings.js';

export interface CheckOptions extends ExtensionOptions {
  /** Path of a PDF, an EPUB or a book folder. */
  readonly subject: string;
  /** Where a PDF is to go: a file of `styles/destinations/` of Banxin or of the working directory. */
  readonly for?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/**
 * Checks what already exists. A PDF or EPUB by the rules of its format, a PDF/X by those of a printing house; a book folder by reading the whole
 * book with its design, where the normalizer left a ledger by proving `source − edits = chapters`, and by all the
 * checks of an EPUB that is made of it and thrown away.
 */
export async function check({
  subject,
  for: destination,
  signal,
  onProgress,
  ...own
}: CheckOptions): Promise<Outcome<readonly CheckResult[]>> {
  onProgress?.({ stage: 'check', done: 0, total: 1 });
  if ((await kindOf(subject)) === 'folder')
    return destination === undefined
      ? checkBookFolder(subject, { ...own, ...(signal && { signal }) })
      : failure([noPdf(subject, destination)]);
  const file = await readBytes(subject);
  if (!file.value) return failure(file.diagnostics);
  const bytes = file.value;
  if (startsWith(bytes, '%PDF-')) return checkPdf(bytes, subject, destination, signal);
  if (destination !== undefined) return failure([noPdf(subject, destination)]);
  if (startsWith(bytes, 'PK') || extname(subject).toLowerCase() === '.epub') {
    return success(await checkEpub(bytes, { accessibility: true, ...(signal && { signal }) }));
  }
  return failure([
    diagnose('check-subject-unknown', { path: basename(subject) }, { file: displayPath(subject) }),
  ]);
}

/** By the rules of PDF and PDF/UA-1; the validator, which takes longer than a build may, runs here alone. */
async function checkScreenPdf(
  bytes: Uint8Array,
  file: string,
  signal: AbortSignal | undefined,
): Promise<readonly CheckResult[]> {
  const objects = await readPdfObjects(bytes);
  const structure = checkPdfStructure(objects?.facts, file);
  if (!objects) return [structure];
  const tagged = objects.tagged();
  return [structure, checkPdfUa(tagged, file), await checkVeraPdf({ bytes, file, tagged }, { signal })];
}

/** A PDF for a printing house, or for readers; one that goes somewhere also by what is asked for there. */
async function checkPdf(
  bytes: Uint8Array,
  subject: string,
  name: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Outcome<readonly CheckResult[]>> {
  const file = displayPath(subject);
  if (name !== undefined) return checkSentPdf(bytes, file, name);
  if (isPressFile(bytes))
    return success([checkPdfPress(await readPress(bytes), { file, limits: usualLimits })]);
  return success(await checkScreenPdf(bytes, file, signal));
}

async function checkSentPdf(
  bytes: Uint8Array,
  file: string,
  name: string,
): Promise<Outcome<readonly CheckResult[]>> {
  const { value: destination, diagnostics } = await loadDestination(name, '.');
  if (!destination) return failure(diagnostics);
  const trim = destination.trim === undefined ? undefined : await findTrim(destination.trim, '.');
  if (trim && !trim.value) return failure(trim.diagnostics);
  const { ink, resolution } = destination;
  const limits = limitsOf({ ink: ink?.most ?? usualLimits.ink, ...(resolution && { resolution }) });
  const facts = await readPress(bytes, limits);
  return success([
    ...(destination.file === 'press' ? [checkPdfPress(facts, { file, limits })] : []),
    checkPdfDestination(facts, destination, trim?.value, { file }),
  ]);
}

function noPdf(path: string, destination: string): Diagnostic {
  return diagnose('check-for-no-pdf', { path: displayPath(path), destination }, { file: displayPath(path) });
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic;
}
