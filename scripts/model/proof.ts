import type { Diagnostic } from './diagnostic.js';

/** What one check said of one subject. */
export interface CheckResult {
  /** File name of the check: `epubcheck`, `pdf-text` … */
  readonly check: string;
  /** What the check is called; a diagnostic, so that either language can word it. */
  readonly title: Diagnostic;
  readonly status: 'passed' | 'failed' | 'skipped';
  /** What it found in a few words; why not, where it could not run. */
  readonly note: Diagnostic;
  /** Counted facts, e.g. characters compared. */
  readonly figures: Readonly<Record<string, number | string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a proof says of a book as a whole; the same build says the same. */
export interface ProofFacts {
  readonly banxin: string;
  readonly browser: string;
  readonly book: {
    readonly id: string;
    readonly title: string;
    readonly theme: string;
    readonly trim: string;
  };
  readonly figures: {
    readonly characters: number;
    readonly chapters: number;
    readonly pages?: number;
  };
  /** What the book's own config added, in the order in which it ran; nothing where it has none. */
  readonly extensions?: readonly string[];
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly chapters: readonly {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly page?: string;
  }[];
  readonly checks: readonly CheckResult[];
}
