import type { LedgerDecision } from '../../../scripts/normalize/ledger/ledger-rows.js';
import type { EditRule } from '../../../scripts/normalize/text/edits.js';

/** A raw text, and what it must become. */
export interface Example {
  /** The raw text as it comes; long enough to show the layout that the rule needs. */
  readonly raw: string;
  /** The place that the table shows, cut out of `raw`; a line end stands as ⏎ there. */
  readonly show: string;
  /** Where a rule holds back: why it must. */
  readonly why?: string;
  /** A stretch of the chapters' Markdown, exactly as it must come out. */
  readonly gives: string;
}

/** What one rule looks at, with texts where it fires and texts like them where it must hold back. */
export interface RuleExamples {
  readonly rule: EditRule | LedgerDecision['rule'];
  /** The evidence, in one line, as it stands in the table of scripts/normalize/README.md. */
  readonly looksAt: string;
  readonly fires: readonly Example[];
  /** Here the rule must leave the place alone: no edit and no decision of its name. */
  readonly holdsBack: readonly Example[];
}
