import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { compactText, type FoundPlace, findAnchors } from './anchors.js';
import type { Choice, Decision } from './decision.js';

/** A decision that has found its place in the text. */
export interface PlacedDecision {
  readonly choice: Choice;
  readonly place: FoundPlace;
  readonly decision: Decision;
}

export interface ResolvedDecisions {
  /** In source order. */
  readonly placed: readonly PlacedDecision[];
  /** Decisions that were not followed, each with the reason; their place is a line of the decisions file. */
  readonly stale: readonly StaleDecision[];
}

export interface StaleDecision {
  readonly decision: Decision;
  readonly why: 'decision-ambiguous' | 'decision-stale';
}

/** Finds the place of every decision in a text; one that finds none, or several, is not followed. */
export function resolveDecisions(text: string, decisions: readonly Decision[]): ResolvedDecisions {
  if (decisions.length === 0) return { placed: [], stale: [] };
  const find = findAnchors(compactText(text), decisions);
  const placed: PlacedDecision[] = [];
  const stale: StaleDecision[] = [];
  for (const decision of decisions) {
    const place = find(decision);
    if (place === 'several') stale.push({ decision, why: 'decision-ambiguous' });
    else if (place === 'none' || !stillStands(text, decision.choice, place))
      stale.push({ decision, why: 'decision-stale' });
    else placed.push({ choice: decision.choice, place, decision });
  }
  return { placed: placed.sort((a, b) => a.place.after - b.place.after), stale };
}

/** Whether the characters that a decision speaks of are still there. */
function stillStands(text: string, choice: Choice, place: FoundPlace): boolean {
  if ((choice.do !== 'replace' && choice.do !== 'keep') || choice.from === undefined) return true;
  if (choice.from === '') return true;
  if (choice.from.trim() === '') return place.after > place.before;
  return text.startsWith(choice.from, place.after);
}

/** The stretch of the source that a decision on characters speaks of. */
export function stretchOf({ choice, place }: PlacedDecision): {
  readonly start: number;
  readonly end: number;
} {
  if ((choice.do === 'replace' || choice.do === 'keep') && choice.from !== undefined) {
    if (choice.from === '') return { start: place.before, end: place.before };
    if (choice.from.trim() === '') return { start: place.before, end: place.after };
    return { start: place.after, end: place.after + choice.from.length };
  }
  return { start: place.before, end: place.after + 1 };
}

/** What to tell of a decision that was not followed; `file` is the decisions file. */
export function staleDiagnostic({ decision, why }: StaleDecision, file: string): Diagnostic {
  const place = `${decision.before}|${decision.after}`;
  const at = decision.line === undefined ? { file } : { file, line: decision.line };
  return diagnose(why, { operation: decision.choice.do, place }, at);
}
