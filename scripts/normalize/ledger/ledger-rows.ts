import { makeLocator, type RawText } from '../encoding/raw-text.js';
import type { Role, StructureRule } from '../text/segments.js';

/** A decision that changed no character: a heading, a role, a paragraph end or space that was kept. */
export interface LedgerDecision {
  readonly rule: StructureRule | 'gap-kept' | 'paragraph-end' | 'stray-form-kept';
  readonly confidence: number;
  /** UTF-16 code units into the decoded text. */
  readonly offset: number;
  /** `line:column` of the source file, from 1; `file:line:column` where there are several. */
  readonly at: string;
  readonly text: string;
  /** What the line was taken for, where the rule is one of structure. */
  readonly role?: Role;
  /** Depth of a heading, 1 to 6, and source lines that make it up where they are several. */
  readonly level?: number;
  readonly lines?: number;
  /** Whether a stanza begins with this line of verse. */
  readonly stanza?: boolean;
  /** Which way a jump line points, where it does not say so itself. */
  readonly way?: 'from' | 'on';
}

/** Writes places as the ledger has them: `line:column`, with the file before it where there are several. */
export function makePlacer(raw: RawText): (offset: number) => string {
  const locate = makeLocator(raw);
  return (offset) => {
    const { file, line, column } = locate(offset);
    return raw.parts.length > 1 ? `${file}:${line}:${column}` : `${line}:${column}`;
  };
}

/** A confidence with two decimals. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
