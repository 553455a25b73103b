import type { Severity } from '../model/diagnostic.js';

/** The wording of one diagnostic in one language; `{name}` is a blank. */
export interface Wording {
  readonly message: string;
  readonly hint?: string;
}

/** One row of the catalogue: how bad it is, and what it says in each language. */
export interface MessageEntry {
  readonly severity: Severity;
  readonly en: Wording;
  readonly 'zh-CN': Wording;
}

export type Messages = Readonly<Record<string, MessageEntry>>;
