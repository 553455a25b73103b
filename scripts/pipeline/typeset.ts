import { openPdf } from '../check/pdf-file.js';
import { overLimits, readLimits } from '../check/typeset/limits.js';
import { type TypesetReport, typesetReport } from '../check/typeset/typeset-report.js';
import { diagnose } from '../diagnostics/catalogue.js';
import { displayPath } from '../files/display-path.js';
import { readBytes } from '../files/read.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';

export interface MeasureOptions {
  /** Path of any PDF with horizontal text; it need not be Banxin's. */
  readonly pdf: string;
  /** What may be at most: `ragged=0,loose=1/200`. Default: anything. */
  readonly limit?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: OnProgress;
}

/**
 * Measures how a finished PDF is set: lines ragged, loose or off the grid, marks where none may stand, lonely
 * lines, holes. Counts beyond a limit are errors, `typeset-over-limit`; the report comes all the same.
 */
export async function measure({
  pdf: path,
  limit,
  signal,
  onProgress,
}: MeasureOptions): Promise<Outcome<TypesetReport>> {
  const limits = limit === undefined ? success([]) : readLimits(limit);
  if (!limits.value) return failure(limits.diagnostics);
  const file = await readBytes(path);
  if (!file.value) return failure(file.diagnostics);
  const pdf = await openPdf(file.value);
  if (!pdf) return failure([diagnose('pdf-unreadable', { file: displayPath(path) })]);
  try {
    const report = await typesetReport(pdf, (done, total) => {
      signal?.throwIfAborted();
      onProgress?.({ stage: 'measure', done, total });
    });
    if (!report) return failure([diagnose('typeset-no-text', { file: displayPath(path) })]);
    return success(report, overLimits(report.counts, limits.value));
  } finally {
    await pdf.close();
  }
}
