import type { Outcome } from '../model/outcome.js';
import type { NormalizeReport } from '../normalize/ledger/report.js';
import { type NormalizeIntoOptions, runNormalize } from './normalize-run.js';

export type { NormalizeIntoOptions };

/**
 * Raw text → a book folder: the text untouched in `source/`, its chapters in `chapters/`, `book.yaml`
 * if there is none, and beside the source the ledger of every change and a page to review them on. What
 * a person has edited in a chapter is merged with what is new in it (`planChapterFiles`). Before anything
 * is written, `source − edits = chapters` is proved; if that fails, nothing is. A second run over the
 * same text changes no file.
 */
export async function normalizeInto(options: NormalizeIntoOptions): Promise<Outcome<NormalizeReport>> {
  const { value, diagnostics } = await runNormalize(options);
  return { value: value?.report, diagnostics };
}
