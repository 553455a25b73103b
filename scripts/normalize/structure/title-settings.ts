import type { Segment } from '../text/segments.js';

/** A line with what stands before and after it, and the habits of its text. */
export interface SetLine {
  readonly segment: Segment;
  readonly before: Segment | undefined;
  readonly after: Segment | undefined;
  /** Whether the paragraph before it has ended by its setting. */
  readonly ended: boolean;
  readonly habits: SettingHabits;
}

/** How the lines of a text are mostly set. */
export interface SettingHabits {
  /** Columns that most lines are indented by. */
  readonly indent: number;
  /** Columns that most indented lines are indented by. */
  readonly paragraphIndent: number;
  /** Blank lines before most lines, and the widest gap that is common. */
  readonly gap: number;
  readonly paragraphGap: number;
  /** The ornament that most of the lines with one begin with. */
  readonly ornament: string | undefined;
}

/** How a line can be set off from the text around it; each way is judged for itself. */
export const titleSettings: readonly ((line: SetLine) => boolean)[] = [
  // Out of the block of indented lines.
  ({ segment, habits }) => habits.indent >= 2 && segment.line.indent < habits.indent,
  // A paragraph of one line without the indent that paragraphs begin with.
  ({ segment, after, ended, habits }) =>
    habits.paragraphIndent >= 2 &&
    ended &&
    segment.line.indent + 2 <= habits.paragraphIndent &&
    (after?.line.indent ?? 0) >= habits.paragraphIndent,
  // After a wide gap, or between gaps where lines mostly follow close.
  ({ segment, habits }) => segment.line.blanksBefore > habits.paragraphGap + 1,
  ({ segment, after, habits }) =>
    segment.line.blanksBefore > habits.gap && (after?.line.blanksBefore ?? 0) > habits.gap,
  // Deeper than a paragraph's first line, as a centred line is.
  ({ segment, after, habits }) =>
    segment.line.indent >= habits.paragraphIndent + 2 &&
    (segment.line.blanksBefore > habits.gap || (after?.line.blanksBefore ?? 0) > habits.gap),
  ({ segment }) => segment.line.pageBefore,
  ({ segment, habits }) => habits.ornament !== undefined && segment.text.startsWith(habits.ornament),
  ({ segment }) => /^(?:【[^】]+】|〖[^〗]+〗|《[^》]+》|［[^］]+］)$/u.test(segment.text),
  // All in capitals.
  ({ segment }) => /\p{Lu}.*\p{Lu}/u.test(segment.text) && !/\p{Ll}|\p{Script=Han}/u.test(segment.text),
];

const ornament = /^[●○◎◆◇■□★☆▲△※]/u;

export function settingHabits(segments: readonly Segment[]): SettingHabits {
  const lines = segments.map(({ line }) => line);
  const [indent = 0] = byFrequency(lines.map((line) => line.indent));
  const [paragraphIndent = 0] = byFrequency(lines.map((line) => line.indent).filter((width) => width >= 2));
  const [gap = 0, second = gap] = byFrequency(lines.map((line) => line.blanksBefore));
  const [mark] = byFrequency(segments.flatMap(({ text }) => ornament.exec(text)?.[0] ?? []));
  return { indent, paragraphIndent, gap, paragraphGap: Math.max(gap, second), ornament: mark };
}

function byFrequency<T>(values: readonly T[]): readonly T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
