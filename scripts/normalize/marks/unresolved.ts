import type { Edit } from '../text/edits.js';

/** A character that a person must resolve: undecodable (U+FFFD) or private use. It stays in the text. */
export interface Unresolved {
  readonly offset: number;
  readonly char: string;
  readonly kind: 'undecodable' | 'private-use';
}

/** Every U+FFFD and every private-use character of a text, in order. */
export function findUnresolved(text: string): readonly Unresolved[] {
  return [...text.matchAll(/[\ufffd\p{Co}]/gu)].map((match) => ({
    offset: match.index,
    char: match[0],
    kind: match[0] === '\ufffd' ? ('undecodable' as const) : ('private-use' as const),
  }));
}

/**
 * Control characters, which neither XML 1.0 (2.2) nor a page can carry, and byte order marks in
 * mid-text leave the text for the ledger. Line ends, form feeds and tabs are layout.
 */
export function controlEdits(text: string): readonly Edit[] {
  return [...text.matchAll(/(?![\t\n\v\f\r])\p{Cc}|\ufeff/gu)].map((match) => ({
    rule: match[0] === '\ufeff' ? ('byte-order-mark' as const) : ('control-character' as const),
    confidence: 0.99,
    start: match.index,
    end: match.index + 1,
    after: '',
  }));
}
