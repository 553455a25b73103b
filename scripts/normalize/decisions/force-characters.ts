import { type Edit, firstFrom, type SourceRange } from '../text/edits.js';
import { type PlacedDecision, stretchOf } from './resolve-decisions.js';

/** Rules that change line ends and lines: a decision on characters leaves them alone. */
const ofLines = new Set<Edit['rule']>([
  'editor',
  'furniture',
  'headline-lines',
  'join',
  'jump-line-split',
  'caption-split',
]);

/** Puts an editor's decisions over the edits of characters: what is kept is not edited, what is replaced only once. */
export function forceCharacters(
  edits: readonly Edit[],
  decisions: readonly PlacedDecision[],
): readonly Edit[] {
  const onCharacters = decisions.filter(isOnCharacters);
  if (onCharacters.length === 0) return edits;
  const stretches = onCharacters.map(stretchOf);
  const decided = makeFinder(stretches);
  const hyphens = makeFinder(onCharacters.filter(isOnHyphen).map(stretchOf));
  const kept = edits.flatMap((edit) => {
    // Whoever says whether a hyphen stays has said that its line goes on.
    if (edit.rule === 'join' && hyphens(edit.start - 1, edit.start)) return [{ ...edit, confidence: 1 }];
    if (ofLines.has(edit.rule) || !decided(edit.start, edit.end)) return [edit];
    return edit.rule === 'hyphen'
      ? [{ ...edit, rule: 'join' as const, confidence: 1, start: edit.start + 1 }]
      : [];
  });
  const replaced = onCharacters.flatMap((decision, i) => {
    const { choice } = decision;
    const stretch = stretches[i];
    return choice.do === 'replace' && stretch
      ? [{ rule: 'editor' as const, confidence: 1, ...stretch, after: choice.to }]
      : [];
  });
  return [...kept, ...replaced];
}

/** Whether an offset lies in a stretch that the editor has decided on: what a rule asks there is answered. */
export function makeAnswered(decisions: readonly PlacedDecision[]): (offset: number) => boolean {
  const stretches = decisions.filter(isOnCharacters).map(stretchOf);
  const decided = makeFinder(stretches.map(({ start, end }) => ({ start, end: Math.max(end, start + 1) })));
  return (offset) => decided(offset, offset + 1);
}

/** Whether the editor has said what the line is that begins at an offset. */
export function makeLineAnswered(decisions: readonly PlacedDecision[]): (offset: number) => boolean {
  const lines = new Set(
    decisions.filter((decision) => !isOnCharacters(decision)).map(({ place }) => place.after),
  );
  return (offset) => lines.has(offset);
}

/** Whether any of many stretches touches the code units from `start` to `end`. */
function makeFinder(stretches: readonly SourceRange[]): (start: number, end: number) => boolean {
  const sorted = [...stretches].sort((a, b) => a.start - b.start);
  // The furthest end of a stretch and all before it: stretches may lie in one another.
  const furthest: number[] = [];
  for (const { end } of sorted) furthest.push(Math.max(end, furthest.at(-1) ?? 0));
  return (start, end) => (furthest[firstFrom(sorted, end) - 1] ?? 0) > start;
}

function isOnHyphen({ choice }: PlacedDecision): boolean {
  return 'from' in choice && /[-\u00ad\u2010]$/u.test(choice.from ?? '');
}

export function isOnCharacters({ choice }: PlacedDecision): boolean {
  return choice.do === 'replace' || choice.do === 'keep';
}
