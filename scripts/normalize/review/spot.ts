import type { Diagnostic } from '../../model/diagnostic.js';
import type { Anchor } from '../decisions/decision.js';
import type { NormalizedText } from '../ledger/normalized-text.js';
import type { PrintedText } from './printed-text.js';
import type { ReviewItem, ReviewOutcome } from './review.js';

/** A text under review, and its print. */
export interface Reviewed {
  readonly text: NormalizedText;
  readonly print: PrintedText;
}

/** One place to look at, before places that are alike are brought together. Offsets are UTF-16 code units of the source. */
export interface Spot
  extends Pick<ReviewItem, 'change' | 'confidence' | 'kind' | 'line' | 'replaces' | 'rule' | 'state'> {
  readonly start: number;
  readonly end: number;
  /** Where its decision is anchored: an offset, or the anchor of a decision that is there. */
  readonly anchor: number | Anchor;
  /** Where a decision on its line end is anchored, if elsewhere. */
  readonly lineAnchor?: number;
  readonly outcomes: readonly ReviewOutcome[];
  readonly flags: readonly Diagnostic[];
}
