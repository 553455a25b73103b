import { failure, type Outcome, success } from '../model/outcome.js';
import type { NormalizeReport } from '../normalize/ledger/report.js';
import type { LocalServer } from './local-server.js';
import { type NormalizeIntoOptions, runNormalize } from './normalize-run.js';
import { openDesk } from './review-desk.js';
import { serveReview } from './review-server.js';

export interface ReviewOptions extends NormalizeIntoOptions {
  /** Port to serve on; default: a free one. */
  readonly port?: number;
  /** Stops the server; what is being written then is written first. */
  readonly signal: AbortSignal;
}

/** A book that was normalized, and the page on which its editor works. */
export interface OpenReview extends LocalServer {
  readonly report: NormalizeReport;
}

/**
 * Normalizes a raw text into a book, as `normalizeInto` does, and serves the review of it on this
 * machine. Every decision is written to `source/<raw>.decisions.yaml`, and the chapters are made again.
 */
export async function openReview(options: ReviewOptions): Promise<Outcome<OpenReview>> {
  const { port, signal, ...normalize } = options;
  const first = await runNormalize({ ...normalize, signal });
  if (!first.value) return failure(first.diagnostics);
  const { onProgress: _, raw: __, ...lasting } = normalize;
  const { report, kept } = first.value;
  // From here on the text is the one that the book keeps; a decision once begun is carried through.
  const desk = openDesk({ ...lasting, raw: kept }, first.value);
  const server = await serveReview(desk, { signal, ...(port !== undefined && { port }) });
  return server.value
    ? success({ report, ...server.value }, first.diagnostics)
    : failure([...first.diagnostics, ...server.diagnostics]);
}
