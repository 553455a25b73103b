import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import type { NormalizedChapter, NormalizedText } from '../ledger/normalized-text.js';
import { makeChapterFinder } from './lay-out-items.js';
import type { ReviewBlock, ReviewChapter, ReviewItem } from './review.js';

/** Fewest chapters of which one can be called long or short, and how many times longer or shorter than the middle one. */
const [fewest, farther] = [5, 2.5];

/** Share of paragraphs without a mark at their end from which a chapter is odd, and their least number. */
const [oddShare, oddCount] = [0.15, 3];

interface Tabled {
  readonly text: NormalizedText;
  readonly blocksOf: (chapter: NormalizedChapter) => readonly ReviewBlock[];
  readonly items: readonly ReviewItem[];
  /** The chapters' files. */
  readonly files: readonly string[];
}

/** The table of chapters: what each holds, and what is odd in it. */
export function chapterTable({ text, blocksOf, items, files }: Tabled): readonly ReviewChapter[] {
  const blocks = text.chapters.map(blocksOf);
  const lengths = blocks.map((list) => list.reduce((sum, block) => sum + lengthOf(block), 0));
  const middle = median(lengths);
  const flags = flagsByChapter(text);
  const doubts = doubtsByChapter(items);
  return text.chapters.map(({ heading, ranges, paragraphs, joins }, i) => {
    const odd = [
      ...(flags.get(i) ?? []),
      ...oddLength(lengths[i] ?? 0, middle, lengths.length),
      ...oddBlocks(blocks[i] ?? []),
    ];
    return {
      file: files[i] ?? '',
      title: heading,
      ranges,
      characters: lengths[i] ?? 0,
      paragraphs,
      joins,
      doubts: doubts.get(i) ?? 0,
      odd,
      oddness: odd.reduce((sum, { severity }) => sum + (severity === 'info' ? 1 : 3), 0),
    };
  });
}

/** Characters without white space. */
function lengthOf({ pieces }: ReviewBlock): number {
  return pieces.reduce((sum, { text, markup }) => sum + (markup ? 0 : text.replace(/\s+/g, '').length), 0);
}

/** What is said of the lines of each chapter: of its heading, and of a heading that it may hide. */
function flagsByChapter({ chapters, flags }: NormalizedText): ReadonlyMap<number, readonly Diagnostic[]> {
  const chapterOf = makeChapterFinder(chapters.map(({ ranges }) => ranges));
  const found = new Map<number, Diagnostic[]>();
  for (const { offset, of, diagnostic } of flags) {
    if (of !== 'line') continue;
    const chapter = chapterOf(offset);
    found.set(chapter, [...(found.get(chapter) ?? []), diagnostic]);
  }
  return found;
}

function doubtsByChapter(items: readonly ReviewItem[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { state, places } of items)
    if (state === 'open')
      for (const { chapter } of places) counts.set(chapter, (counts.get(chapter) ?? 0) + 1);
  return counts;
}

function oddLength(length: number, middle: number, chapters: number): readonly Diagnostic[] {
  if (chapters < fewest || middle === 0) return [];
  if (length > farther * middle) return [diagnose('chapter-long', { times: (length / middle).toFixed(1) })];
  if (length < middle / farther) return [diagnose('chapter-short', { count: length, middle })];
  return [];
}

function oddBlocks(blocks: readonly ReviewBlock[]): readonly Diagnostic[] {
  const count = (what: 'open-end' | 'unpaired'): number =>
    blocks.filter(({ odd }) => odd?.includes(what)).length;
  const [unpaired, open] = [count('unpaired'), count('open-end')];
  const paragraphs = blocks.filter(({ role }) => role === 'body').length;
  return [
    ...(unpaired > 0 ? [diagnose('chapter-marks-unpaired', { count: unpaired })] : []),
    ...(open >= oddCount && open > oddShare * paragraphs
      ? [diagnose('chapter-ends-open', { count: open })]
      : []),
  ];
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
