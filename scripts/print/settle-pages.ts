import { diagnose } from '../diagnostics/catalogue.js';
import { placeInSource } from '../files/source-place.js';
import type { Place } from '../model/diagnostic.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { LaidOutPart, PaginatedBook } from '../model/pages.js';
import type { LaidOutBook, PartSource } from './layout-book.js';
import type { PageFacts } from './leaves/page-facts.js';
import { printingSheets } from './leaves/printing-sheets.js';
import { numberPages } from './number-pages.js';

/** The pages of a book when all their numbers are right. */
export type SettledPages = Omit<PaginatedBook, 'footNotes'>;

/** Parts whose markup depends on the numbered pages, and what the rest of printing does for them. */
export interface Unsettled {
  /** The markup of the made parts for what is known of the pages. */
  readonly sources: (facts: PageFacts) => readonly PartSource[];
  readonly layOut: (sources: readonly PartSource[]) => Promise<Outcome<LaidOutBook>>;
  readonly inOrder: (parts: readonly LaidOutPart[]) => readonly LaidOutPart[];
}

/** Contents and imprint settle in the second round; more are needed only where a number changes how many pages they take. */
const mostRounds = 5;

/**
 * Numbers the pages, makes the parts that print page numbers anew, and lays out those that changed, until none
 * does. `drafts` is the markup that the made parts were laid out from. A book that has not settled after five
 * rounds is printed as it is, with the warning `pages-unsettled`.
 */
export async function settlePages(
  { parts: first, css, faulty: firstFaulty }: LaidOutBook,
  drafts: ReadonlyMap<string, string>,
  { sources, layOut, inOrder }: Unsettled,
): Promise<Outcome<SettledPages>> {
  let parts = first;
  let laidOut = drafts;
  let faulty = firstFaulty;
  for (let round = 1; ; round++) {
    const numbered = numberPages(inOrder(parts));
    const wanted = sources(factsOf(numbered));
    const stale = wanted.filter(({ id, html }) => laidOut.get(id) !== html);
    if (stale.length === 0) return success({ ...numbered, css, faulty });
    if (round > mostRounds) {
      const names = stale.map(({ name }) => name).join(', ');
      return success({ ...numbered, css, faulty }, [
        diagnose('pages-unsettled', { parts: names, rounds: mostRounds }, placeOf(stale[0])),
      ]);
    }
    const again = await layOut(stale);
    if (!again.value) return failure(again.diagnostics);
    const fresh = new Map(again.value.parts.map((part) => [part.id, part]));
    parts = parts.map((part) => fresh.get(part.id) ?? part);
    faulty = [...faulty.filter(({ part }) => !fresh.has(part)), ...again.value.faulty];
    laidOut = new Map(wanted.map(({ id, html }) => [id, html]));
  }
}

/** The first chapter that goes on changing; pages that Banxin makes have no place. */
function placeOf(part: PartSource | undefined): Place | undefined {
  return part?.source && placeInSource(part.source);
}

function factsOf({ pages, anchors }: Omit<SettledPages, 'css' | 'faulty'>): PageFacts {
  return {
    pageOf: (id) => anchors[id] ?? '',
    sheets: (kai) => printingSheets(pages.length, kai),
  };
}
