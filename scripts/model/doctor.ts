/** What was found of one thing that Banxin needs or can use. */
export interface DoctorFinding {
  readonly subject: 'node' | 'browser' | 'fonts' | 'java' | 'banxin';
  /** `unfit`: it is there, but does not serve (too old, not executable …). */
  readonly status: 'found' | 'missing' | 'unfit';
  /** What it is in a few words, e.g. `chrome-headless-shell from @sparticuz/chromium`. */
  readonly what: string;
  readonly version?: string;
  readonly path?: string;
  /** What to do where it is missing or unfit. */
  readonly hint?: string;
}
