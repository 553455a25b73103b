import { type Finding, finding } from '../text/finding.js';
import { chineseNumeral, numeralValue } from '../text/numerals.js';
import type { TextLine } from '../text/source-lines.js';
import type { ChapterHeading } from './chapter-headings.js';
import { rankOf } from './heading-forms.js';

type Counted = ChapterHeading & { readonly count: NonNullable<ChapterHeading['count']> };

/** Most missing numbers that are looked for one by one in the text of a gap. */
const mostSought = 30;

/**
 * What is odd in the numbering of chapters: a number that is missing, with the place in the text where
 * it may stand after all, and one that comes twice. A new volume, or a new start at 1, is none of these.
 */
export function numberingFindings(
  headings: readonly ChapterHeading[],
  lines: readonly TextLine[],
): readonly Finding[] {
  const last = new Map<string, Counted>();
  const findings: Finding[] = [];
  for (const heading of headings) {
    if (!isCounted(heading)) continue;
    const { unit, number, label } = heading.count;
    const before = last.get(unit);
    const offset = lines[heading.index]?.start ?? 0;
    if (before && number === before.count.number)
      findings.push(finding('chapter-number-twice', { label }, offset));
    if (before && number > before.count.number + 1) findings.push(...missing(before, heading, lines));
    if (!before && number > 1 && rankOf(unit) < 3)
      findings.push(finding('chapter-number-starts', { label }, offset));
    for (const [other, { rank }] of last) if (rank > heading.rank) last.delete(other);
    last.set(unit, heading);
  }
  return findings;
}

function isCounted(heading: ChapterHeading): heading is Counted {
  return heading.count !== undefined;
}

/** The gap as one finding, or where a missing number stands in the text, that place. */
function missing(before: Counted, after: Counted, lines: readonly TextLine[]): readonly Finding[] {
  const sought = new Set<number>();
  for (let number = before.count.number + 1; number < after.count.number; number++) sought.add(number);
  const between = lines.slice(before.index + 1, after.index);
  const seen = sought.size > mostSought ? [] : inText(between, after.count.unit, sought);
  const found = seen.map(({ label, offset }) => finding('chapter-number-in-text', { label }, offset));
  const left = sought.size - new Set(seen.map(({ number }) => number)).size;
  if (left === 0) return found;
  const gap = { label: after.count.label, before: before.count.label, count: left };
  return [...found, finding('chapter-number-missing', gap, lines[after.index]?.start ?? 0)];
}

interface Mention {
  readonly number: number;
  readonly label: string;
  readonly offset: number;
}

/** Where the missing numbers are mentioned with their unit. Bare numbers are everywhere and say nothing. */
function inText(lines: readonly TextLine[], unit: string, sought: ReadonlySet<number>): readonly Mention[] {
  if (rankOf(unit) >= 3 || unit === 'ends-numbered') return [];
  const pattern = /^[a-z]/.test(unit)
    ? new RegExp(`\\b${unit}\\s+([ivxlcdm]+|\\d+)\\b`, 'gi')
    : new RegExp(`第\\s*([${chineseNumeral}0-9０-９]{1,9})\\s*${unit}`, 'gu');
  return lines.flatMap((line) =>
    [...line.text.matchAll(pattern)].flatMap((match) => {
      const number = numeralValue(match[1] ?? '');
      if (number === undefined || !sought.has(number)) return [];
      return [{ number, label: match[0], offset: line.start + match.index }];
    }),
  );
}
