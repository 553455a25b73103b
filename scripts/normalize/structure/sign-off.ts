import type { Segment } from '../text/segments.js';
import { isDate } from './newspaper/line-forms.js';
import { isHeadlineLike } from './title-shape.js';

/** Most lines of signatories above the date, and the longest of them, in characters. */
const [mostBodies, longestBody] = [8, 24];

/**
 * Marks sign-offs (落款): a run of short lines without marks that ends in a date, at the end of the
 * text or of a chapter. A date alone signs off too, where the text before it ended.
 */
export function markSignOffs(segments: readonly Segment[]): void {
  for (const [i, segment] of segments.entries()) {
    if (segment.role !== 'body' || !isDate(segment.text)) continue;
    const next = segments[i + 1];
    if (next && next.role !== 'heading' && !isHeadlineLike(next) && !/——$/u.test(next.text)) continue;
    sign(segment);
    for (let k = i - 1; k >= Math.max(0, i - mostBodies); k--) {
      const body = segments[k];
      if (!body || !isBody(body)) break;
      sign(body);
    }
  }
}

function isBody(segment: Segment): boolean {
  return (
    segment.role === 'body' &&
    looksShort(segment) &&
    !segment.sameLine &&
    !/[。！？；，：、…”!?.,;:]/u.test(segment.text)
  );
}

function looksShort(segment: Segment): boolean {
  return segment.text.length <= longestBody;
}

function sign(segment: Segment): void {
  Object.assign(segment, { role: 'signoff', rule: 'sign-off', confidence: 0.92 });
}

/** The date that a sign-off gives, as ISO 8601, where it is in Arabic figures. */
export function signedDate(text: string): string | undefined {
  const match = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text.normalize('NFKC'));
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
