import type { Diagnostic } from './diagnostic.js';

/** What one check said of one subject. */
export interface CheckResult {
  /** File name of the check: `epubcheck`, `pdf-text` … */
  readonly check: string;
  readonly title: string;
  /** `skipped` says in `note` why. */
  readonly status: 'passed' | 'failed' | 'skipped';
  readonly note: string;
  /** Counted facts, e.g. characters compared. */
  readonly figures: Readonly<Record<string, number | string>>;
  readonly diagnostics: readonly Diagnostic[];
}
