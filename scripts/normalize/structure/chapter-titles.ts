import { fillsMeasure, type Layout } from '../breaks/layout.js';
import type { Segment } from '../text/segments.js';
import { readCounted } from './heading-forms.js';
import { isHeadlineLike } from './title-shape.js';

/** Longest title that stands on the line below its number, in characters of Chinese and of Latin text. */
const [longestTitle, longestLatinTitle] = [36, 64];

/**
 * Where a book sets the title on the line below 第三回, CHAPTER III or a number alone, that line belongs
 * to the heading. It must be the habit of the book: most of its bare headings have such a line, and
 * text below it.
 */
export function markTitlesBelow(segments: readonly Segment[], layout: Layout): void {
  const bare = segments.flatMap((segment, i) => (isBareNumber(segment) ? [i] : []));
  const titled = bare.filter((i) => isTitle(segments, i + 1, layout));
  if (titled.length < 2 || titled.length * 2 <= bare.length) return;
  // The two halves of a couplet on a line each.
  const couplets = titled.filter((i) => isTitle(segments, i + 2, layout)).length * 5 >= titled.length * 3;
  for (const i of bare) {
    const number = segments[i];
    const lines = titleLines(segments, i + 1, layout);
    const second = segments[i + 2];
    if (couplets && second && lines.length === 1 && isTitle(segments, i + 2, layout))
      Object.assign(second, { role: 'heading', level: number?.level, rule: 'headline', confidence: 0.8 });
    if (!number || lines.length === 0) continue;
    for (const title of lines)
      Object.assign(title, { role: 'heading', level: number.level, rule: 'headline', confidence: 0.85 });
    Object.assign(number, { rule: 'headline' });
  }
}

/** Most lines of a title. */
const mostLines = 3;

/** The lines of the title that begins at an index: one, or where it fills the measure, those that it runs over. */
function titleLines(segments: readonly Segment[], index: number, layout: Layout): readonly Segment[] {
  if (isTitle(segments, index, layout)) return segments.slice(index, index + 1);
  const run: Segment[] = [];
  for (const segment of segments.slice(index, index + mostLines)) {
    if (segment.role !== 'body' || !/\p{Script=Latin}/u.test(segment.text)) break;
    if (!isTitleCase(segment.text) || /[.,;:?!]$/u.test(segment.text)) break;
    run.push(segment);
  }
  const after = segments[index + run.length];
  return run.length < mostLines && after?.role === 'body' ? run : [];
}

function isBareNumber({ rule, text }: Segment): boolean {
  return rule === 'chapter-heading' && readCounted(text, 0)?.label === text;
}

function isTitle(segments: readonly Segment[], index: number, layout: Layout): boolean {
  const segment = segments[index];
  const after = segments[index + 1];
  if (!segment || after?.role !== 'body' || !isHeadlineLike(segment)) return false;
  const { text } = segment;
  const latin = !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  if (text.length > (latin ? longestLatinTitle : longestTitle) || /[，。！？：；“”"「」,]/u.test(text))
    return false;
  return (latin ? isTitleCase(text) : true) && !fillsMeasure(segment.line, after.line, layout, 4);
}

/** Whether the longer words of a Latin line begin with a capital, as those of a title do. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  return (
    /^\P{L}*\p{Lu}/u.test(text) &&
    words.filter((word) => /^\p{Lu}/u.test(word)).length * 3 >= words.length * 2
  );
}
