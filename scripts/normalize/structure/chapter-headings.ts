import type { TextLine } from '../text/source-lines.js';
import {
  type Counted,
  longestHeading,
  rankOf,
  readCounted,
  titledRank,
  unnumbered,
} from './heading-forms.js';

/** A line accepted as a heading; rank 0 stands above 1 (chapters) above 2 (sections). */
export interface ChapterHeading {
  readonly index: number;
  readonly rank: number;
  readonly confidence: number;
  /** What it is counted by; nothing where it has no number. */
  readonly count?: { readonly unit: string; readonly number: number; readonly label: string };
}

/** What is known of a line from its layout. */
export interface LineFacts {
  /** Whether the line is not yet known to be something else. */
  readonly isText: (index: number) => boolean;
  /** Whether running text ends with the line: a heading cannot stand in mid-sentence. */
  readonly ends: (index: number) => boolean;
  /** Whether the line fills the measure, as a heading seldom does. */
  readonly fills: (index: number) => boolean;
}

/**
 * The chapter headings of a book, accepted on the evidence of their sequence: numbers that ascend in
 * one form. 第六回合 or 第九部队 in running text fall out, as they break the sequence or stand alone.
 */
export function findChapterHeadings(
  lines: readonly TextLine[],
  { isText, ends, fills }: LineFacts,
): readonly ChapterHeading[] {
  const byUnit = new Map<string, Counted[]>();
  for (const [index, line] of lines.entries()) {
    const candidate = isText(index) ? readCounted(line.text, index) : undefined;
    if (!candidate || (index > 0 && !ends(index - 1) && !readCounted(lines[index - 1]?.text ?? '', index)))
      continue;
    // 第一回是民国元年… that runs on over the line is a sentence, not a title.
    if (!candidate.clean && fills(index)) continue;
    const group = byUnit.get(candidate.unit);
    if (group) group.push(candidate);
    else byUnit.set(candidate.unit, [candidate]);
  }
  const numbered = [...byUnit.values()].flatMap((candidates) => acceptedRun(candidates, lines).map(heading));
  if (numbered.length === 0) return [];
  const top = Math.min(...numbered.map((h) => h.rank).filter((rank) => rank > 0), 3);
  const others = lines.flatMap((line, index) =>
    isText(index) && unnumbered.test(line.text) && line.text.length <= longestHeading
      ? [{ index, rank: top, confidence: 0.8 }]
      : [],
  );
  return [...numbered, ...others].sort((a, b) => a.index - b.index);
}

function heading(candidate: Counted): ChapterHeading {
  const { index, number, unit, label, clean } = candidate;
  const confidence = rankOf(unit) >= titledRank ? 0.7 : clean ? 0.97 : 0.85;
  return { index, rank: rankOf(unit), confidence, count: { unit, number, label } };
}

/** Whether a line is counted like a chapter heading, accepted or not. */
export function looksNumbered(text: string): boolean {
  return readCounted(text, 0) !== undefined;
}

/** How far back a chain looks for its last number; keeps the search linear. */
const lookBack = 60;

/** The best chain of candidates: +1 steps weigh most, gaps and a new start at 1 (a new volume) less. */
function acceptedRun(candidates: readonly Counted[], lines: readonly TextLine[]): readonly Counted[] {
  const best: { score: number; from: number }[] = [];
  for (const [i, candidate] of candidates.entries()) {
    let score = own(candidate);
    let from = -1;
    for (let j = Math.max(0, i - lookBack); j < i; j++) {
      const link = (best[j]?.score ?? 0) + step(candidates[j], candidate) + own(candidate);
      if (link > score) [score, from] = [link, j];
    }
    best.push({ score, from });
  }
  const chain: Counted[] = [];
  let at = best.reduce((top, entry, i) => (entry.score > (best[top]?.score ?? -1) ? i : top), 0);
  while (at >= 0) {
    const candidate = candidates[at];
    if (candidate) chain.unshift(candidate);
    at = best[at]?.from ?? -1;
  }
  return isSequence(chain, lines) ? chain : [];
}

function own(candidate: Counted): number {
  return candidate.clean ? 0.5 : 0.1;
}

function step(from: Counted | undefined, to: Counted): number {
  if (!from) return 0;
  if (to.number === from.number + 1) return 2;
  if (to.number > from.number) return 0.4;
  // 第一部分 over every chapter is a label that runs along, not a volume that begins anew.
  return to.number === 1 && from.number > 1 ? 0.3 : -5;
}

/** Least text between two numbered titles, in UTF-16 code units: nearer ones are the items of a list. */
const leastBetween = 200;

/** Whether numbered titles stand apart, as headings do, with text below each. */
function standApart(chain: readonly Counted[], lines: readonly TextLine[]): boolean {
  const gaps = chain.slice(1).map(({ index }, i) => {
    const before = lines[chain[i]?.index ?? 0];
    return (lines[index]?.start ?? 0) - (before?.end ?? 0);
  });
  const near = gaps.filter((gap) => gap < leastBetween).length;
  return near * 5 <= gaps.length;
}

/** Numbered titles begin at the beginning, unless the text is a later part: then they run without a gap. */
function beginsOrRuns(chain: readonly Counted[]): boolean {
  const [first] = chain;
  if (!first || chain.length < 3) return false;
  const gaps = chain.filter((c, i) => i > 0 && c.number !== (chain[i - 1]?.number ?? 0) + 1).length;
  return first.number <= 2 || (chain.length >= 6 && gaps === 0);
}

/** Two in order make a sequence (three of bare numbers); a first chapter alone counts at the head of the text. */
function isSequence(chain: readonly Counted[], lines: readonly TextLine[]): boolean {
  const [first] = chain;
  if (!first) return false;
  if (first.unit.startsWith('bare')) return chain.length >= 3 && first.number <= 2;
  if (rankOf(first.unit) >= titledRank) return beginsOrRuns(chain) && standApart(chain, lines);
  if (first.unit === 'ends-numbered') return chain.length >= 3 && standApart(chain, lines);
  if (chain.length >= 2)
    return chain.some((c, i) => c.number === (chain[i - 1]?.number ?? -9) + 1 || c.clean);
  return first.clean && first.index <= 3 && lines.length > first.index + 1;
}
