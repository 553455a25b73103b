import { basename, extname } from 'node:path';
import { checkPdfPress } from '../check/pdf-press.js';
import { checkPdfStructure } from '../check/pdf-structure.js';
import { checkPdfUa } from '../check/pdf-ua.js';
import { checkVeraPdf } from '../check/verapdf.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { kindOf, readBytes } from '../files/read.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';
import type { CheckResult } from '../model/proof.js';
import { isPressFile, readPress, usualInk } from '../press/read-press.js';
import { readPdfObjects } from '../print/pdf-facts.js';
import { checkBookFolder } from './check-book.js';
import { checkEpub } from './epub-checks.js';

export interface CheckOptions {
  /** Path of a PDF, an EPUB or a book folder. */
  readonly subject: string;
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
  signal,
  onProgress,
}: CheckOptions): Promise<Outcome<readonly CheckResult[]>> {
  onProgress?.({ stage: 'check', done: 0, total: 1 });
  if ((await kindOf(subject)) === 'folder') return checkBookFolder(subject, signal);
  const file = await readBytes(subject);
  if (!file.value) return failure(file.diagnostics);
  const bytes = file.value;
  if (startsWith(bytes, '%PDF-')) {
    if (isPressFile(bytes))
      return success([checkPdfPress(await readPress(bytes), { file: displayPath(subject), ink: usualInk })]);
    return success(await checkScreenPdf(bytes, displayPath(subject), signal));
  }
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

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic;
}
