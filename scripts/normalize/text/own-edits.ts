import type { Diagnostic } from '../../model/diagnostic.js';
import type { LoadedRule } from '../../model/extension.js';
import { failure, hasErrors, type Outcome, success } from '../../model/outcome.js';
import { type Edit, type EditRule, inOrder } from './edits.js';

/** Rules that change a few characters and no more: what a book says of its own text is better known than they are. */
const yielding: ReadonlySet<EditRule> = new Set<EditRule>([
  'fullwidth-mark',
  'gap',
  'simplified-form',
  'traditional-form',
]);

/**
 * Adds what a book's own rules change, in the order of the rules. Where two want the same characters the earlier rule has
 * them; Banxin's rules of single characters give way to the book's, those of lines, notes and ruby do not.
 */
export function withOwnEdits(
  edits: readonly Edit[],
  text: string,
  language: string,
  rules: readonly LoadedRule[],
): Outcome<readonly Edit[]> {
  if (rules.length === 0) return success(edits);
  const diagnostics: Diagnostic[] = [];
  const taken = new Taken(edits.filter(({ rule }) => !yielding.has(rule)));
  const own: Edit[] = [];
  for (const { name, find } of rules) {
    const found = find(text, language);
    diagnostics.push(...found.diagnostics);
    const free = (found.value ?? [])
      .filter(({ start, end, after }) => text.slice(start, end) !== after)
      .map((edit) => ({ ...edit, rule: `own-${name}` as const }));
    own.push(...inOrder(free).filter((edit) => taken.take(edit)));
  }
  if (hasErrors(diagnostics)) return failure(diagnostics);
  const isOwn = new Taken(own);
  const others = edits.filter((edit) => !yielding.has(edit.rule) || isOwn.isFree(edit));
  return success([...others, ...own]);
}

/** Code units that edits change already; an edit that only puts something in takes the place before a code unit. */
class Taken {
  readonly #units = new Set<number>();

  constructor(edits: readonly Edit[]) {
    for (const edit of edits) for (const unit of unitsOf(edit)) this.#units.add(unit);
  }

  isFree(edit: Edit): boolean {
    return unitsOf(edit).every((unit) => !this.#units.has(unit));
  }

  /** Takes the edit's code units, unless one of them is taken. */
  take(edit: Edit): boolean {
    if (!this.isFree(edit)) return false;
    for (const unit of unitsOf(edit)) this.#units.add(unit);
    return true;
  }
}

function unitsOf({ start, end }: Edit): readonly number[] {
  return Array.from({ length: Math.max(1, end - start) }, (_, i) => start + i);
}
