/** How bad a finding is. An `error` stops the build, a `warning` and an `info` do not. */
export type Severity = 'error' | 'warning' | 'info';

/** A spot in a file. Lines and columns count from 1; a column counts UTF-16 code units. */
export interface Place {
  /** Path as the user would type it: relative to the working directory where that is shorter. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * A finding, as data: it travels with the result of a stage, can be cached, sent, and printed in
 * either language. `message` says what is and what should be, `hint` what to do.
 */
export interface Diagnostic {
  /** Key of the message catalogue, e.g. `image-missing`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
  /** Other places that explain this one ("the first `c1` stands here"). */
  readonly related?: readonly Place[];
  /** What filled the message's blanks; lets another language fill its own. */
  readonly values: Readonly<Record<string, string | number>>;
}
