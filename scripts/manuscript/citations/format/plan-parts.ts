import type { Citation, CitationCluster, CitationStyle } from '../citation.js';
import { plain } from './clean-html.js';
import { type EngineCitation, type EngineCluster, engineId } from './engine-cluster.js';
import { type Gathered, knownOf } from './gather.js';

/** A piece of a cluster that the engine sets at once. */
export interface Part {
  /** Index of its cluster. */
  readonly cluster: number;
  readonly citations: readonly Citation[];
  /** A locator that the style leaves to us. */
  readonly locator: Citation | undefined;
  readonly isComposite: boolean;
  readonly question: EngineCluster;
}

/** Stands between the author in the sentence and the citation, until it is known which space belongs there. */
export const joint = '\uE00F';

/**
 * Makes of each cluster the questions to the engine: one, but where the style leaves locators to us each citation with a
 * locator is asked apart, so that its page can stand behind its own bracket.
 */
export function planParts(
  clusters: readonly CitationCluster[],
  gathered: Gathered,
  style: CitationStyle,
): readonly Part[] {
  return clusters.flatMap((cluster, index) =>
    divide(withoutRepeats(knownOf(cluster, gathered)), style).map((citations, at): Part => {
      const isComposite = cluster.inText === true && at === 0;
      const isAsked = isComposite && !style.isNumeric && !style.isNote;
      return {
        cluster: index,
        citations,
        locator: style.setsLocators ? undefined : citations.find(({ locator }) => locator !== undefined),
        isComposite,
        question: {
          citationID: `${index}-${at}`,
          citationItems: citations.map((citation) => itemOf(citation, gathered)),
          properties: {
            noteIndex: style.isNote ? (cluster.note ?? index + 1) : 0,
            ...(isAsked && { mode: 'composite', infix: joint }),
          },
        },
      };
    }),
  );
}

/** Without citations of a source that the cluster has cited before and that say nothing more: `[1,1]`. */
function withoutRepeats(citations: readonly Citation[]): readonly Citation[] {
  return citations.filter((citation, index) => {
    const saysMore = citation.prefix ?? citation.suffix ?? citation.locator;
    return saysMore !== undefined || citations.findIndex(({ key }) => key === citation.key) === index;
  });
}

function divide(citations: readonly Citation[], style: CitationStyle): readonly (readonly Citation[])[] {
  const parts: Citation[][] = [];
  for (const citation of citations) {
    const last = parts.at(-1);
    const isApart = (one: Citation | undefined): boolean => !style.setsLocators && one?.locator !== undefined;
    if (last && !isApart(citation) && !isApart(last[0])) last.push(citation);
    else parts.push([citation]);
  }
  return parts;
}

function itemOf(citation: Citation, { numberOf }: Gathered): EngineCitation {
  const { key, prefix, suffix, locator, label = 'page', suppressAuthor } = citation;
  return {
    id: engineId(numberOf.get(key) ?? -1),
    ...(prefix !== undefined && { prefix: plain(prefix) }),
    ...(suffix !== undefined && { suffix: plain(suffix) }),
    ...(locator !== undefined && { locator: plain(locator), label }),
    ...(suppressAuthor && { 'suppress-author': true }),
  };
}
