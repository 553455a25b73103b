import { fillsMeasure, type Layout } from '../breaks/layout.js';
import type { Segment } from '../text/segments.js';
import { isHeadlineLike } from './headlines.js';

/** Longest title that stands on the line below its number, in characters. */
const longestTitle = 36;

/**
 * Where a book sets the title on the line below 第三回 or CHAPTER III, that line belongs to the heading.
 * It must be the habit of the book: most of its bare headings have such a line, and text below it.
 */
export function markTitlesBelow(segments: readonly Segment[], layout: Layout): void {
  const bare = segments.flatMap((segment, i) => (isBareNumber(segment) ? [i] : []));
  const titled = bare.filter((i) => isTitle(segments, i + 1, layout));
  if (titled.length < 2 || titled.length * 2 <= bare.length) return;
  for (const i of titled) {
    const number = segments[i];
    const title = segments[i + 1];
    if (!number || !title) continue;
    Object.assign(title, { role: 'heading', level: number.level, rule: 'headline', confidence: 0.85 });
    Object.assign(number, { rule: 'headline' });
  }
}

function isBareNumber(segment: Segment): boolean {
  return (
    segment.rule === 'chapter-heading' &&
    segment.opens === true &&
    /^(?:第\S{1,9}|\p{L}+ \S{1,12})$/u.test(segment.text)
  );
}

function isTitle(segments: readonly Segment[], index: number, layout: Layout): boolean {
  const segment = segments[index];
  const after = segments[index + 1];
  if (!segment || after?.role !== 'body' || segment.text.length > longestTitle || !isHeadlineLike(segment))
    return false;
  if (/[，。！？：；“”"「」,]/u.test(segment.text)) return false;
  return !fillsMeasure(segment.line, after.line, layout, 4);
}
