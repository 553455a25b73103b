import { join } from 'node:path';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { listFolder, readBytes, sha256 } from '../files/read.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { readLedgerFile } from '../normalize/ledger/check-normalization.js';
import type { NormalizeIntoOptions } from './normalize-run.js';

const ledgerFile = /\.ledger\.json$/;

/**
 * The raw text that a book was made from, to be normalized again: it lies in the book's own `source/`
 * beside its ledger. Errors: `book-source-missing`, `book-source-ambiguous`.
 */
export async function findOwnSource(
  folder: string,
  example: string,
): Promise<Outcome<Pick<NormalizeIntoOptions, 'encoding' | 'out' | 'raw'>>> {
  const source = join(folder, 'source');
  const names = (await listFolder(source)).filter((name) => ledgerFile.test(name));
  const [name] = names;
  const shown = displayPath(folder);
  if (name === undefined) return failure([diagnose('book-source-missing', { folder: shown, example })]);
  const raws = names.map((ledger) => join(source, ledger.replace(ledgerFile, '')));
  const [raw = ''] = raws;
  if (raws.length > 1) {
    const sources = raws.map(displayPath).join(', ');
    return failure([
      diagnose('book-source-ambiguous', { folder: shown, sources, example: displayPath(raw) }),
    ]);
  }
  const encoding = await recordedEncoding(source, join(source, name));
  return success({ raw, out: folder, ...(encoding !== undefined && { encoding }) });
}

/** Whether the raw text that a book was made from lies beside it. */
export async function hasOwnSource(folder: string): Promise<boolean> {
  return (await listFolder(join(folder, 'source'))).some((name) => ledgerFile.test(name));
}

/** The encoding that unchanged files were read in last, which a person may have named then. */
async function recordedEncoding(source: string, path: string): Promise<string | undefined> {
  const { value: ledger } = await readLedgerFile(path);
  const encodings = new Set(ledger?.sources.map(({ encoding }) => encoding));
  const [encoding] = encodings;
  if (!ledger || encoding === undefined || encodings.size > 1) return undefined;
  for (const { file, sha256: recorded } of ledger.sources) {
    const { value } = await readBytes(join(source, file));
    if (!value || sha256(value) !== recorded) return undefined;
  }
  return encoding;
}
