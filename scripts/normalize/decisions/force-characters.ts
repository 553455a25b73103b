import type { Edit } from '../text/edits.js';
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

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Puts an editor's decisions over the edits of characters: what is kept is not edited, what is replaced only once. */
export function forceCharacters(
  edits: readonly Edit[],
  decisions: readonly PlacedDecision[],
): readonly Edit[] {
  const onCharacters = decisions.filter(isOnCharacters);
  if (onCharacters.length === 0) return edits;
  const stretches = onCharacters.map(stretchOf);
  const kept = edits.flatMap((edit) => {
    if (ofLines.has(edit.rule) || !stretches.some((stretch) => touches(edit, stretch))) return [edit];
    // The hyphen stays, its line end still goes.
    return edit.rule === 'hyphen' ? [{ ...edit, rule: 'join' as const, start: edit.start + 1 }] : [];
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
  return (offset) => stretches.some(({ start, end }) => start <= offset && offset < Math.max(end, start + 1));
}

function touches(edit: Edit, { start, end }: Stretch): boolean {
  return edit.start < end && edit.end > start;
}

function isOnCharacters({ choice }: PlacedDecision): boolean {
  return choice.do === 'replace' || choice.do === 'keep';
}
