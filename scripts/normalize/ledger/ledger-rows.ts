import type { Role, StructureRule } from '../text/segments.js';

/** A decision that changed no character: a heading, a role, a paragraph end or space that was kept. */
export interface LedgerDecision {
  readonly rule: StructureRule | 'gap-kept' | 'paragraph-end' | 'stray-form-kept';
  readonly confidence: number;
  /** UTF-16 code units into the decoded text. */
  readonly offset: number;
  /** `line:column` of the source file, from 1. */
  readonly at: string;
  readonly text: string;
  /** What the line was taken for, where the rule is one of structure. */
  readonly role?: Role;
  /** Depth of a heading, 1 to 6, and source lines that make it up where they are several. */
  readonly level?: number;
  readonly lines?: number;
}

/** A place as the ledger writes it: `line:column`. */
export function placed({ line, column }: { line: number; column: number }): string {
  return `${line}:${column}`;
}

/** A confidence with two decimals. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
