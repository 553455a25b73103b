import type { Block } from '../breaks/blocks.js';
import { endsCjk, endsSentence, startsWithOpeningQuote } from '../text/characters.js';
import type { ChapterRange } from '../text/edits.js';
import { type Finding, finding } from '../text/finding.js';
import type { ChapterParts } from './plan-chapters.js';

export interface Moved {
  readonly articles: readonly ChapterParts[];
  readonly findings: readonly Finding[];
}

/**
 * Captions that the scan set into the middle of a paragraph go to the end of their article, and the two
 * halves of the paragraph run on. An editor is told of each.
 */
export function moveCaptions(articles: readonly ChapterParts[]): Moved {
  const findings: Finding[] = [];
  const moved = articles.map((article) => {
    let whole = article;
    for (let hole = findHole(whole.blocks); hole; hole = findHole(whole.blocks)) {
      const caption = whole.blocks[hole.from];
      if (caption) findings.push(finding('caption-moved', { text: opening(caption) }, caption.start));
      whole = close(whole, hole);
    }
    return whole;
  });
  return { articles: moved, findings };
}

/** Where captions stand in a paragraph: `from` is the first of them, `to` the rest of the paragraph. */
interface Hole {
  readonly from: number;
  readonly to: number;
}

function findHole(blocks: readonly Block[]): Hole | undefined {
  for (let from = 1; from < blocks.length; from++) {
    let to = from;
    while (isCaption(blocks[to])) to++;
    if (to > from && isTorn(blocks[from - 1], blocks[to])) return { from, to };
    from = to;
  }
  return undefined;
}

function isCaption(block: Block | undefined): boolean {
  const role = block?.segments[0]?.role;
  return role === 'caption' || role === 'credit';
}

/** Whether a paragraph stops in mid-sentence, and the next one has nothing of a beginning. */
function isTorn(before: Block | undefined, after: Block | undefined): boolean {
  const end = (before?.rest?.at(-1) ?? before)?.segments.at(-1);
  const start = after?.segments[0];
  if (before?.segments[0]?.role !== 'body' || end?.role !== 'body' || start?.role !== 'body') return false;
  if (start.sameLine || start.line.indent > end.line.indent || startsWithOpeningQuote(start.text))
    return false;
  return endsCjk(end.text) && !endsSentence(end.text) && !/[：:—]$/u.test(end.text) && end.text.length >= 8;
}

function close({ blocks, ranges }: ChapterParts, { from, to }: Hole): ChapterParts {
  const [before, after] = [blocks[from - 1], blocks[to]];
  const [first, rest] = [blocks[from], blocks[to]];
  if (!before || !after || !first || !rest) return { blocks, ranges };
  const whole = { ...before, rest: [...(before.rest ?? []), after, ...(after.rest ?? [])] };
  const captions = blocks.slice(from, to);
  return {
    blocks: [...blocks.slice(0, from - 1), whole, ...blocks.slice(to + 1), ...captions],
    ranges: cutOut(ranges, first.start, rest.start),
  };
}

/** Takes a stretch out of the range that holds it and puts it last; what follows it runs on. */
function cutOut(ranges: ChapterParts['ranges'], start: number, end: number): ChapterParts['ranges'] {
  const parts = ranges.flatMap((range): readonly ChapterRange[] =>
    range.start <= start && end <= range.end
      ? [
          { ...range, end: start },
          { start: end, end: range.end, runsOn: true },
        ]
      : [range],
  );
  const [first = { start, end }, ...others] = parts;
  return [first, ...others, { start, end }];
}

function opening({ segments }: Block): string {
  return segments[0]?.text.slice(0, 24) ?? '';
}
