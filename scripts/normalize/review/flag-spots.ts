import type { LedgerDecision } from '../ledger/ledger-rows.js';
import type { Flag } from '../ledger/normalized-text.js';
import { lineSpot } from './decision-spots.js';
import { characterOutcomes } from './outcomes.js';
import type { Reviewed, Spot } from './spot.js';

/** How sure a flag is that all is well, beside the confidences of edits. */
const sureness = { error: 0.1, warning: 0.2, info: 0.5 } as const;

/**
 * What the flags of a text give to look at. A flag that stands at a spot that is open already is told
 * there; else it makes a spot of its own: a character to replace, or a line to make something else of.
 */
export function withFlags(spots: readonly Spot[], reviewed: Reviewed): readonly Spot[] {
  const at = new Map<number, Flag[]>();
  for (const flag of reviewed.text.flags) {
    const flags = at.get(flag.offset);
    if (flags) flags.push(flag);
    else at.set(flag.offset, [flag]);
  }
  const told = spots.map((spot) => {
    const flags = spot.state === 'open' ? at.get(spot.start) : undefined;
    if (!flags || spot.kind === 'line-end') return spot;
    at.delete(spot.start);
    return {
      ...spot,
      flags: flags.map(({ diagnostic }) => diagnostic),
      confidence: sure(flags, spot.confidence),
    };
  });
  const rows = new Map(
    reviewed.text.decisions.flatMap((row) => (row.role ? [[row.offset, row] as const] : [])),
  );
  return [...told, ...[...at].map(([offset, flags]) => flagSpot(reviewed, offset, flags, rows.get(offset)))];
}

function flagSpot(
  reviewed: Reviewed,
  offset: number,
  flags: readonly Flag[],
  row: LedgerDecision | undefined,
): Spot {
  const rule = flags[0]?.diagnostic.code ?? '';
  const own = { rule, confidence: sure(flags), flags: flags.map(({ diagnostic }) => diagnostic) };
  const source = reviewed.text.text;
  const char = /^./su.exec(source.slice(offset, offset + 2))?.[0] ?? '';
  const named = namedThere(source, offset, flags);
  if (flags[0]?.of === 'character') return { ...characterSpot(offset, named ?? char), ...own };
  const lines = linesOf(flags);
  const line = lineSpot(reviewed, { ...(row ?? { offset, lines }), ...own });
  // To accept is to say: this was seen, and stays. A heading that is flagged for its number stays a heading.
  const [now, ...others] = line.outcomes;
  const seen = { choice: { do: 'keep', from: char } as const, text: now?.text ?? '', current: true };
  const out =
    lines > 1
      ? [{ choice: { do: 'role', role: 'furniture', lines } as const, text: '', current: false }]
      : [];
  return {
    ...line,
    ...own,
    outcomes: [seen, ...out, ...others],
    ...(named && { end: offset + named.length }),
  };
}

/** How many lines a flag speaks of, where it speaks of several that may be left out together. */
function linesOf(flags: readonly Flag[]): number {
  const list = flags.find(({ diagnostic }) => diagnostic.code === 'contents-list-kept');
  return Number(list?.diagnostic.values.count ?? 1);
}

/** The longest of a flag's words that stands where the flag is, such as the number of a chapter. */
function namedThere(source: string, offset: number, flags: readonly Flag[]): string | undefined {
  return flags
    .flatMap(({ diagnostic }) => Object.values(diagnostic.values).map(String))
    .filter((word) => word !== '' && source.startsWith(word, offset))
    .sort((a, b) => b.length - a.length)[0];
}

function characterSpot(offset: number, char: string): Omit<Spot, 'confidence' | 'flags' | 'rule'> {
  return {
    ...{ kind: 'characters', state: 'open', start: offset, end: offset + char.length, anchor: offset },
    change: { before: char, after: char },
    outcomes: characterOutcomes(char, char),
    replaces: char,
  };
}

function sure(flags: readonly Flag[], least = 1): number {
  return Math.min(least, ...flags.map(({ diagnostic }) => sureness[diagnostic.severity]));
}
