import { type Code, diagnose, type Values } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';

/**
 * Something to tell of a text before its lines are counted: what, and where it stands in the decoded
 * source (UTF-16 code units). `at` turns it into a diagnostic once the place is known.
 */
export interface Finding {
  readonly offset: number;
  readonly at: (place: Place) => Diagnostic;
}

/** A finding with a code of the catalogue; the compiler holds `values` to the message's blanks. */
export function finding<C extends Code>(code: C, values: Values<C>, offset: number): Finding {
  return { offset, at: (place) => diagnose(code, values, place) };
}
