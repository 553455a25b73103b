import { decideBreak, isDropCap } from '../../breaks/joins.js';
import { fillsMeasure, type Layout } from '../../breaks/layout.js';
import { endsFully, openDepth } from '../../text/characters.js';
import type { Segment } from '../../text/segments.js';
import { breaksOff, isByline, isColumn, isDate, isSalutation } from './line-forms.js';

/** What stands on a newspaper page as one paragraph or display line, before it is known what it is. */
export interface PageLine {
  readonly segments: readonly [Segment, ...Segment[]];
  /** The text without its line ends. */
  readonly text: string;
  /** Whether a wider gap than usual parts it from the line before. */
  readonly setApart: boolean;
}

/** How sure a join must be where lines have no measure that tells a full one from a short one. */
const sure = 0.9;

/** Joins the lines of running text that flow on, so that what is left alone can be judged as a display line. Lines of `series` stand alone. */
export function pageLines(
  segments: readonly Segment[],
  layout: Layout,
  series: ReadonlySet<Segment>,
): readonly PageLine[] {
  const groups: [Segment, ...Segment[]][] = [];
  let open = 0;
  for (const [i, segment] of segments.entries()) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const alone =
      before !== undefined &&
      (series.has(before) || series.has(segment) || (group?.length === 1 && breaksOff(before.text)));
    if (group && before && !alone && flowsOn(before, segment, open, segments[i + 1], layout))
      group.push(segment);
    else {
      groups.push([segment]);
      open = 0;
    }
    open = Math.min(4, openDepth('“'.repeat(open) + segment.text));
  }
  return groups.map((group) => ({
    segments: group,
    text: group.map(({ text }) => text).join(''),
    setApart: group[0].line.blanksBefore > layout.usualBlanks || group[0].line.pageBefore,
  }));
}

function flowsOn(
  before: Segment,
  after: Segment,
  openQuotes: number,
  next: Segment | undefined,
  layout: Layout,
): boolean {
  if (before.role !== 'body' || after.role !== 'body' || after.sameLine) return false;
  if (isDropCap(before, after)) return true;
  if (standsAlone(before.text) || standsAlone(after.text)) return false;
  if (endsFully(before.text) && isCutShort(after, next, layout)) return false;
  if (!/\p{P}/u.test(before.text) && isShort(before, after, layout)) return false;
  const seam = { before, after, openQuotes, following: next?.line };
  const { join, confidence } = decideBreak(seam, layout, undefined);
  return join && (layout.measureAt(before.line) !== undefined || confidence >= sure);
}

/** A line that does not fill its measure and ends in no mark, as the last line of a paragraph hardly ever does. */
function isCutShort(segment: Segment, next: Segment | undefined, layout: Layout): boolean {
  if (layout.measureAt(segment.line) === undefined || next?.sameLine === true) return false;
  return (
    !endsFully(segment.text) &&
    !/[，、；：,;:—]$/u.test(segment.text) &&
    (!next || isShort(segment, next, layout))
  );
}

/** Whether a line of wrapped text does not fill its measure. */
function isShort({ line }: Segment, after: Segment, layout: Layout): boolean {
  return layout.measureAt(line) !== undefined && !fillsMeasure(line, after.line, layout, 2);
}

/** Lines whose form leaves no doubt that they are no part of a paragraph. */
function standsAlone(text: string): boolean {
  return isByline(text) || isDate(text) || isSalutation(text) || (isColumn(text) && text.length <= 4);
}
