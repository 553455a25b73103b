import { endsFully } from '../../text/characters.js';
import type { Segment } from '../../text/segments.js';

const labelled =
  /^(?:(\p{Script=Han}{2,8})[ \u3000\u00a0]+|(\p{Script=Han}{1,7}(?:区|县|市|镇|乡|村|街道|社区|區|縣|鎮|鄉)[：:])\s*)(\S.{1,38})$/u;
/** Places of one level: a round-up goes from one to the next, whatever they are called. */
const places = ['区县市旗區縣', '镇乡村道社鎮鄉'];

/** Fewest subheads of one form that make a series. */
const fewest = 3;

/**
 * A series of subheads: label, gap, phrase, where the labels end alike (虹口区, 杨浦区 …) and text stands
 * between them. The shared last character is learnt from the text, so that 县, 街道 or 组 serve as well.
 */
export function findSubheadSeries(segments: readonly Segment[]): readonly Segment[] {
  const groups = new Map<string, number[]>();
  for (const [index, segment] of segments.entries()) {
    if (segment.role !== 'body') continue;
    const match = labelled.exec(segment.text);
    const label = labelOf(segment.text);
    if (!match || endsFully(segment.text) || /[，：；]$/u.test(segment.text)) continue;
    const last = label
      .replace(/[：:]$/u, '')
      .replace(/区$/u, (area, at) => (label[at - 1] === '社' ? '' : area))
      .slice(-1);
    const suffix = places.find((one) => one.includes(last)) ?? last;
    const group = groups.get(suffix);
    if (group) group.push(index);
    else groups.set(suffix, [index]);
  }
  return [...groups.values()].flatMap((group) => {
    const apart = group.filter((index) => segments[index + 1]?.role === 'body' && !group.includes(index + 1));
    const labels = new Set(apart.map((index) => labelOf(segments[index]?.text ?? '')));
    return labels.size < fewest ? [] : apart.flatMap((index) => segments[index] ?? []);
  });
}

/** Marks a series of subheads where nothing else shows what the text is. */
export function markSubheads(segments: readonly Segment[]): void {
  for (const segment of findSubheadSeries(segments))
    Object.assign(segment, { role: 'heading', level: 2, rule: 'subhead', confidence: 0.95 });
}

function labelOf(text: string): string {
  const match = labelled.exec(text);
  return match?.[1] ?? match?.[2] ?? '';
}
