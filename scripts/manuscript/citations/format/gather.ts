import { diagnose } from '../../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../../model/diagnostic.js';
import { nearest } from '../../../model/nearest.js';
import type { Citation, CitationCluster } from '../citation.js';
import type { CslItem } from '../csl-item.js';
import { type Library, type LibraryEntry, withoutTwins } from '../library.js';

/** What a book cites: the items in the order of their first citation, then those that are only listed. */
export interface Gathered {
  readonly items: readonly CslItem[];
  /** Numbers of the items by their keys. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** How many of the items are cited; the rest is only listed. */
  readonly cited: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the entries that a book needs, and tells what is wrong with them, and which there are not. */
export function gather(
  libraries: readonly Library[],
  clusters: readonly CitationCluster[],
  listed: readonly string[] | 'all',
): Gathered {
  const found: Diagnostic[] = [];
  const entries = withoutTwins(
    libraries.flatMap((library) => library.entries),
    found,
  );
  const byKey = new Map(entries.map((entry) => [entry.item.id, entry]));
  const needed = new Map<string, LibraryEntry>();
  const need = (key: string, place?: CitationCluster['place']): void => {
    const entry = byKey.get(key);
    if (entry) needed.set(key, entry);
    else found.push(unknownKey(key, [...byKey.keys()], place));
  };
  for (const { citations, place } of clusters) for (const { key } of citations) need(key, place);
  const cited = needed.size;
  for (const key of listed === 'all' ? byKey.keys() : listed) need(key);
  const used = [...needed.values()];
  return {
    items: used.map(({ item }) => item),
    numberOf: new Map([...needed.keys()].map((key, index) => [key, index])),
    cited,
    diagnostics: [...found, ...used.flatMap(({ diagnostics }) => diagnostics)],
  };
}

function unknownKey(key: string, known: readonly string[], place: CitationCluster['place']): Diagnostic {
  if (known.length === 0) return diagnose('citation-library-empty', { key }, place);
  return diagnose('citation-key-unknown', { key, nearest: nearest(key, known) }, place);
}

/** The citations of a cluster whose items there are. */
export function knownOf({ citations }: CitationCluster, { numberOf }: Gathered): readonly Citation[] {
  return citations.filter(({ key }) => numberOf.has(key));
}
