import { join } from 'node:path';
import { diagnose } from '../../diagnostics/catalogue.js';
import { kindOf, listFolder, sha256 } from '../../files/read.js';
import { readRegularFile } from '../../files/read-regular-file.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../../model/outcome.js';
import { layEndToEnd } from '../encoding/raw-text.js';
import { type ChapterFile, checkInvariant } from './invariant.js';
import { type Ledger, readLedger } from './ledger.js';

/** What the check of a book's ledgers counted. */
export interface NormalizationCheck {
  /** Ledgers found in `source/`; a book that was not normalized has none. */
  readonly ledgers: number;
  /** Chapters proved to be source and ledger. */
  readonly proved: number;
  /** Chapters that a person has edited or removed since; they are passed over. */
  readonly edited: number;
}

/** Largest text or ledger, in bytes. */
const largest = 500_000_000;

/**
 * Checks `source − edits = chapters` for a book folder, from the files alone. Errors:
 * `ledger-mismatch`, `ledger-unreadable`, `source-changed`, or that the source cannot be read.
 */
export async function checkNormalization(folder: string): Promise<Outcome<NormalizationCheck>> {
  const names = (await listFolder(join(folder, 'source'))).filter((name) => name.endsWith('.ledger.json'));
  const diagnostics: Diagnostic[] = [];
  let [proved, edited] = [0, 0];
  for (const name of names) {
    const read = await readLedgerFile(join(folder, 'source', name));
    diagnostics.push(...read.diagnostics);
    if (!read.value) continue;
    const files = await untouchedChapters(folder, read.value);
    const faults = await checkOne(folder, read.value, files);
    diagnostics.push(...faults);
    edited += read.value.chapters.length - files.length;
    if (!hasErrors(faults)) proved += files.length;
  }
  return success({ ledgers: names.length, proved, edited }, diagnostics);
}

/** The ledger at a path; `ledger-unreadable` if it is damaged or of another format. */
export async function readLedgerFile(path: string): Promise<Outcome<Ledger>> {
  const bytes = await readRegularFile(path, largest);
  if (!bytes.value) return { value: undefined, diagnostics: bytes.diagnostics };
  const ledger = readLedger(new TextDecoder().decode(bytes.value));
  if (ledger) return success(ledger);
  return { value: undefined, diagnostics: [diagnose('ledger-unreadable', { file: path }, { file: path })] };
}

async function untouchedChapters(folder: string, ledger: Ledger): Promise<readonly ChapterFile[]> {
  const files: ChapterFile[] = [];
  for (const chapter of ledger.chapters) {
    const path = join(folder, chapter.file);
    if ((await kindOf(path)) !== 'file') continue;
    const { value } = await readRegularFile(path, largest);
    if (value && sha256(value) === chapter.sha256)
      files.push({ file: chapter.file, markdown: new TextDecoder().decode(value) });
  }
  return files;
}

async function checkOne(
  folder: string,
  ledger: Ledger,
  files: readonly ChapterFile[],
): Promise<readonly Diagnostic[]> {
  const source = await readSource(folder, ledger);
  return source.value === undefined ? source.diagnostics : checkInvariant(source.value, ledger, files);
}

/** The decoded source that a ledger speaks of. Errors: `source-changed`, or that a file cannot be read. */
export async function readSource(folder: string, ledger: Ledger): Promise<Outcome<string>> {
  const diagnostics: Diagnostic[] = [];
  const decoded: { name: string; text: string; encoding: string }[] = [];
  for (const { file, sha256: recorded, encoding } of ledger.sources) {
    const path = join(folder, 'source', file);
    const { value, diagnostics: faults } = await readRegularFile(path, largest);
    diagnostics.push(...faults);
    if (!value) continue;
    if (sha256(value) !== recorded)
      diagnostics.push(diagnose('source-changed', { file: path }, { file: path }));
    decoded.push({ name: file, encoding, text: new TextDecoder(encoding).decode(value) });
  }
  return hasErrors(diagnostics) ? failure(diagnostics) : success(layEndToEnd(decoded).text, diagnostics);
}
