import type { Diagnostic } from './diagnostic.js';

/** What was found of one thing that Banxin needs or can use. */
export interface DoctorFinding {
  readonly subject: 'node' | 'browser' | 'fonts' | 'java' | 'banxin';
  /** `unfit`: it is there, but does not serve (too old, not executable …). */
  readonly status: 'found' | 'missing' | 'unfit';
  readonly version?: string;
  readonly path?: string;
  /** What there is to say of it, with what to do where it is missing or unfit. */
  readonly note?: Diagnostic;
}
