import type { Edit } from '../text/edits.js';
import type { Segment } from '../text/segments.js';

/** Ornaments that stand for a break of the scene; a rule of dashes may be a line to fill in, and stays text. */
const ornaments = /^[*＊_=\-~·•◇◆○●☆★※#\s　]+$/u;

/**
 * Breaks of the scene become Markdown's own (`***`), which a theme sets with its ornament; at a heading
 * or at an end of the text they part nothing and go to the ledger.
 */
export function sceneBreakEdits(segments: readonly Segment[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const [i, segment] of segments.entries()) {
    if (segment.role !== 'break' || !ornaments.test(segment.text)) continue;
    const [before, after] = [segments[i - 1], segments[i + 1]];
    const parts = isPartOfText(before) && isPartOfText(after);
    edits.push({
      rule: 'scene-break',
      confidence: 0.9,
      start: segment.start,
      end: segment.end,
      after: parts ? '***' : '',
      ...(parts && { markup: true }),
    });
  }
  return edits;
}

function isPartOfText(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.role !== 'heading' && segment.role !== 'break';
}
