import { forcedRoles, type LineChoice } from '../decisions/decision.js';
import type { ReviewItem, ReviewOutcome } from './review.js';

/** What stands where a paragraph ends. */
export const paragraphEnd = '¶';

type Line = NonNullable<ReviewItem['line']>;

/** Whether two lines are one paragraph: the present state first. */
export function lineEndOutcomes(current: 'join' | 'break', glue: string): readonly ReviewOutcome[] {
  const join: ReviewOutcome = { choice: { do: 'join' }, text: glue, current: current === 'join' };
  const apart: ReviewOutcome = {
    choice: { do: 'break' },
    text: paragraphEnd,
    current: current === 'break',
  };
  return current === 'join' ? [join, apart] : [apart, join];
}

/** Characters as they came out, or as in the raw text. `others` are further ways. */
export function characterOutcomes(
  from: string,
  now: string,
  others: readonly ReviewOutcome[] = [],
): readonly ReviewOutcome[] {
  const keep = { choice: { do: 'keep', from } as const, text: from };
  if (now === from) return [{ ...keep, current: true }, ...others];
  const change = { choice: { do: 'replace', from, to: now } as const, text: now };
  return [{ ...change, current: true }, { ...keep, current: false }, ...others];
}

/** Another text for characters. */
export function replacement(from: string, to: string): ReviewOutcome {
  return { choice: { do: 'replace', from, to }, text: to, current: false };
}

/** What a line can be: as it is now, and the likeliest others; `text` is the line. */
export function lineOutcomes(line: Line, text: string): readonly ReviewOutcome[] {
  const now = choiceOfLine(line);
  const likely: readonly LineChoice[] = [
    { do: 'not-heading' },
    { do: 'chapter' },
    { do: 'heading', level: 2 },
    { do: 'heading', level: 3 },
  ];
  const others = likely
    .map((choice) => withLines(choice, line.lines))
    .filter((choice) => !now || !isSame(choice, now));
  const printed = (choice: LineChoice): string =>
    choice.do === 'role' && choice.role === 'furniture' ? '' : text;
  return [
    now ? { choice: now, text: printed(now), current: true } : { text, current: true },
    ...others.map((choice) => ({ choice, text: printed(choice), current: false })),
  ];
}

/** The choice that makes a line what it is now; nothing where only a rule can. */
function choiceOfLine({ role, level = 2, lines }: Line): LineChoice | undefined {
  if (role === 'body') return withLines({ do: 'not-heading' }, lines);
  if (role === 'heading') return withLines(level === 1 ? { do: 'chapter' } : { do: 'heading', level }, lines);
  const forced = forcedRoles.find((known) => known === role);
  return forced && withLines({ do: 'role', role: forced }, lines);
}

function withLines(choice: LineChoice, lines: number): LineChoice {
  return lines > 1 ? { ...choice, lines } : choice;
}

function isSame(a: LineChoice, b: LineChoice): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Everything that an editor can make of a line, for a menu. */
export const lineChoices: readonly LineChoice[] = [
  { do: 'chapter' },
  ...[2, 3, 4, 5, 6].map((level) => ({ do: 'heading', level }) as const),
  { do: 'not-heading' },
  ...forcedRoles.filter((role) => role !== 'body').map((role) => ({ do: 'role', role }) as const),
];
