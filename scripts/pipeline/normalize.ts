import type { Outcome } from '../model/outcome.js';
import type { NormalizeReport } from '../normalize/ledger/report.js';
import { type NormalizeIntoOptions, runNormalize } from './normalize-run.js';

export type { NormalizeIntoOptions };

/**
 * Raw text → a book folder: the text untouched in `source/`, its chapters in `chapters/`, `book.yaml`
 * if there is none, and beside the source the ledger of every change and a page to review them on. A
 * chapter that a person has edited is never touched; if the raw text now gives another one it is
 * written beside it as `….md.new`. Before anything is written, `source − edits = chapters` is proved;
 * if that fails, nothing is. A second run over the same text changes no file.
 */
export async function normalizeInto(options: NormalizeIntoOptions): Promise<Outcome<NormalizeReport>> {
  const { value, diagnostics } = await runNormalize(options);
  return { value: value?.report, diagnostics };
}
