import type { Segment } from '../../text/segments.js';
import { breaksOff, isByline, isDateline } from './line-forms.js';

/** Text for which one sign of a newspaper is enough, in UTF-16 code units; a page has about 6,000. */
const unitsASign = 8000;

/**
 * Whether a text shows that it comes from a newspaper or magazine: jump lines, credits, datelines,
 * bylines, kickers over a headline, and the heads of pages that were taken out of it.
 */
export function isNewspaper(segments: readonly Segment[], pageHeads: number): boolean {
  const signs = segments.filter(
    (segment, i) =>
      segment.role === 'continuation' ||
      segment.role === 'credit' ||
      (segment.role === 'body' && breaksOff(segment.text) && isHeadlineShaped(segments[i + 1])) ||
      isDateline(segment.text) ||
      isByline(segment.text),
  );
  const count = signs.length + pageHeads;
  return count > 0 && count * unitsASign >= (segments.at(-1)?.end ?? 0);
}

function isHeadlineShaped(segment: Segment | undefined): boolean {
  return segment?.role === 'body' && segment.text.length <= 60 && !/[。；]|[，、：—]$/u.test(segment.text);
}
