import { chineseNumeral, numeralValue } from '../text/numerals.js';
import type { SourceLine } from '../text/source-lines.js';

/** A line that could open a chapter. */
interface Candidate {
  readonly index: number;
  readonly number: number;
  /** The form it is counted in: `回`, `章`, `chapter`, `bare` … */
  readonly unit: string;
  /** Whether what follows the number is nothing, or set off by a gap or mark. */
  readonly clean: boolean;
  /** The number as it is written, with its unit: 第十二回, Chapter IV. */
  readonly label: string;
}

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
  /** Whether running text ends with the line: a heading cannot stand in mid-sentence. */
  readonly ends: (index: number) => boolean;
  /** Whether the line fills the measure, as a heading seldom does. */
  readonly fills: (index: number) => boolean;
}

const ranks: Readonly<Record<string, number>> = {
  部: 0,
  卷: 0,
  集: 0,
  篇: 0,
  编: 0,
  編: 0,
  辑: 0,
  book: 0,
  part: 0,
  volume: 0,
  act: 0,
  回: 1,
  章: 1,
  幕: 1,
  折: 1,
  话: 1,
  話: 1,
  chapter: 1,
  canto: 1,
  letter: 1,
  stave: 1,
  节: 2,
  節: 2,
  scene: 2,
  section: 2,
  bare: 3,
};

const chinese = new RegExp(
  `^第\\s*([${chineseNumeral}0-9０-９]{1,9})\\s*([部卷集篇编編辑回章幕折话話节節])(.*)$`,
  'u',
);
const volume = new RegExp(`^(卷)\\s*([${chineseNumeral}0-9０-９]{1,6})(.*)$`, 'u');
const english =
  /^(book|part|volume|act|chapter|canto|letter|stave|scene|section)\s+([ivxlcdm]+|\d+|[a-z]+(?:-[a-z]+)?)(?=$|[\s.:—-])(.*)$/i;
const bare = new RegExp(`^(?:([${chineseNumeral}]{1,4})|([IVXLC]{1,7}|\\d{1,3})\\.?)$`, 'u');
const unnumbered =
  /^(楔子|引子|序|序言|序章|自序|代序|前言|引言|绪论|緒論|尾声|尾聲|后记|後記|跋|附录|附錄|番外|终章|終章|prologue|epilogue|preface|foreword|introduction|conclusion|appendix|afterword)(?:$|[\s　:：.].{0,30}$)/i;

/** Longest heading, in characters; longer lines are running text. */
const longest = 46;

/**
 * The chapter headings of a book, accepted on the evidence of their sequence: numbers that ascend in
 * one form. 第六回合 or 第九部队 in running text fall out, as they break the sequence or stand alone.
 */
export function findChapterHeadings(
  lines: readonly SourceLine[],
  { ends, fills }: LineFacts,
): readonly ChapterHeading[] {
  const byUnit = new Map<string, Candidate[]>();
  for (const [index, line] of lines.entries()) {
    const candidate = readCandidate(line.text, index);
    if (!candidate || (index > 0 && !ends(index - 1) && !readCandidate(lines[index - 1]?.text ?? '', index)))
      continue;
    // 第一回是民国元年… that runs on over the line is a sentence, not a title.
    if (!candidate.clean && fills(index)) continue;
    const group = byUnit.get(candidate.unit);
    if (group) group.push(candidate);
    else byUnit.set(candidate.unit, [candidate]);
  }
  const numbered = [...byUnit].flatMap(([unit, candidates]) =>
    acceptedRun(withoutContents(candidates), lines).map((c) => heading(c, unit)),
  );
  if (numbered.length === 0) return [];
  const top = Math.min(...numbered.map((h) => h.rank).filter((rank) => rank > 0), 3);
  const others = lines.flatMap((line, index) =>
    unnumbered.test(line.text) && line.text.length <= longest ? [{ index, rank: top, confidence: 0.8 }] : [],
  );
  return [...numbered, ...others].sort((a, b) => a.index - b.index);
}

function heading(candidate: Candidate, unit: string): ChapterHeading {
  const { index, number, label, clean } = candidate;
  return { index, rank: ranks[unit] ?? 1, confidence: clean ? 0.97 : 0.85, count: { unit, number, label } };
}

/** Whether a line is counted like a chapter heading, accepted or not. */
export function looksNumbered(text: string): boolean {
  return readCandidate(text, 0) !== undefined;
}

function readCandidate(text: string, index: number): Candidate | undefined {
  if (text.length > longest || /[。，；、,;]$/.test(text)) return undefined;
  const match = chinese.exec(text);
  if (match) return candidateOf(index, text, match[1], match[2], match[3]);
  const inVolume = volume.exec(text);
  if (inVolume) return candidateOf(index, text, inVolume[2], inVolume[1], inVolume[3]);
  const latin = english.exec(text);
  if (latin) return candidateOf(index, text, latin[2], latin[1]?.toLowerCase(), latin[3]);
  const alone = bare.exec(text);
  return alone ? candidateOf(index, text, alone[1] ?? alone[2], 'bare', '') : undefined;
}

function candidateOf(index: number, text: string, figure = '', unit = '', rest = ''): Candidate | undefined {
  const number = numeralValue(figure);
  if (number === undefined) return undefined;
  const clean = rest === '' || /^[\s　:：.、·—-]/.test(rest);
  return { index, number, unit, clean, label: text.slice(0, text.length - rest.length) };
}

/** A table of contents repeats the numbers line under line, without text between: those lines are left as text. */
function withoutContents(candidates: readonly Candidate[]): readonly Candidate[] {
  const later = new Map<number, number>();
  for (const candidate of candidates) later.set(candidate.number, candidate.index);
  return candidates.filter((candidate, i) => {
    const near = [candidates[i - 1], candidates[i + 1]].some(
      (c) => c && Math.abs(c.index - candidate.index) === 1,
    );
    return !(near && (later.get(candidate.number) ?? 0) > candidate.index);
  });
}

/** How far back a chain looks for its last number; keeps the search linear. */
const lookBack = 60;

/** The best chain of candidates: +1 steps weigh most, gaps and a new start at 1 (a new volume) less. */
function acceptedRun(candidates: readonly Candidate[], lines: readonly SourceLine[]): readonly Candidate[] {
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
  const chain: Candidate[] = [];
  let at = best.reduce((top, entry, i) => (entry.score > (best[top]?.score ?? -1) ? i : top), 0);
  while (at >= 0) {
    const candidate = candidates[at];
    if (candidate) chain.unshift(candidate);
    at = best[at]?.from ?? -1;
  }
  return isSequence(chain, lines) ? chain : [];
}

function own(candidate: Candidate): number {
  return candidate.clean ? 0.5 : 0.1;
}

function step(from: Candidate | undefined, to: Candidate): number {
  if (!from) return 0;
  if (to.number === from.number + 1) return 2;
  if (to.number > from.number) return 0.4;
  return to.number === 1 ? 0.3 : -5;
}

/** Two in order make a sequence (three of bare numbers); a first chapter alone counts at the head of the text. */
function isSequence(chain: readonly Candidate[], lines: readonly SourceLine[]): boolean {
  const [first] = chain;
  if (!first) return false;
  if (first.unit === 'bare') return chain.length >= 3 && first.number <= 2;
  if (chain.length >= 2)
    return chain.some((c, i) => c.number === (chain[i - 1]?.number ?? -9) + 1 || c.clean);
  return first.clean && first.index <= 3 && lines.length > first.index + 1;
}
