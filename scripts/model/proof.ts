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
  readonly outputs: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
  readonly chapters: readonly {
    readonly id: string;
    readonly title: string;
    readonly file: string;
    readonly page?: string;
  }[];
  readonly checks: readonly CheckResult[];
}
