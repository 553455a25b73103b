import { closest } from 'fastest-levenshtein';

/** The known name nearest to what was written, for "did you mean"; empty if nothing is known. */
export function nearest(written: string, known: readonly string[]): string {
  return known.length === 0 ? '' : closest(written, [...known]);
}
