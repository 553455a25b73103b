import type { StructureRule } from '../text/segments.js';

/** A decision that changed no character: a heading, a role, a paragraph end or space that was kept. */
export interface LedgerDecision {
  readonly rule: StructureRule | 'gap-kept' | 'paragraph-end' | 'stray-form-kept';
  readonly confidence: number;
  readonly at: string;
  readonly text: string;
}

/** A place as the ledger writes it: `line:column`. */
export function placed({ line, column }: { line: number; column: number }): string {
  return `${line}:${column}`;
}

/** A confidence with two decimals. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
