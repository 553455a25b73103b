import type { ElementContent } from 'hast';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { failure, type Outcome, success } from '../../model/outcome.js';
import type { BibliographyEntry, CitationCluster, CitationStyle, FormattedCitations } from './citation.js';
import { bibliographyEntry } from './format/bibliography-entry.js';
import { type Gathered, gather } from './format/gather.js';
import { wordingLanguage } from './format/item-language.js';
import { localeFor } from './format/locales.js';
import { type Part, planParts } from './format/plan-parts.js';
import { type EngineAnswer, runEngine } from './format/run-engine.js';
import { joinCitations } from './format/set-locator.js';
import { type SetPart, setPart } from './format/set-part.js';
import type { Library } from './library.js';

export interface CitationRequest {
  /** Of two entries with one key the first counts. */
  readonly libraries: readonly Library[];
  readonly style: CitationStyle;
  /** The book's, BCP 47. */
  readonly language: string;
  /** In reading order: numbers, `ibid.` and `2020a` follow it. */
  readonly clusters: readonly CitationCluster[];
  /** Keys that stand in the bibliography though no text cites them (`nocite`). */
  readonly listed?: readonly string[] | 'all';
}

/** Sets citations and the bibliography in a style (CSL 1.0.2). The same request gives the same nodes. */
export async function formatCitations(request: CitationRequest): Promise<Outcome<FormattedCitations>> {
  const { libraries, style, language, clusters, listed = [] } = request;
  const gathered = gather(libraries, clusters, listed);
  const found = [...gathered.diagnostics, ...missingWords(style, language)];
  const parts = planParts(clusters, gathered, style);
  const answer = await ask(request, gathered, parts);
  const { value } = answer;
  if (!value) return failure([...found, ...answer.diagnostics]);
  const bibliography = value.bibliography.flatMap(({ item: number, html }): BibliographyEntry[] => {
    const item = gathered.items[number];
    return item ? [bibliographyEntry(html, item, wordingLanguage(item, style.layouts, value.language))] : [];
  });
  const texts = setClusters(request, gathered, parts, value);
  return success(
    { clusters: texts.map(({ diagnostics: _, ...text }) => text), bibliography, hangs: value.hangs },
    [...found, ...texts.flatMap(({ diagnostics }) => diagnostics)],
  );
}

async function ask(
  { style, language }: CitationRequest,
  { items, cited }: Gathered,
  parts: readonly Part[],
): Promise<Outcome<EngineAnswer>> {
  const clusters = parts.map(({ question }) => question);
  const uncited = items.map((_, index) => index).slice(cited);
  try {
    return success(await runEngine({ style, language, items, clusters, uncited }));
  } catch (error) {
    // The engine throws texts and errors alike, always at the style.
    const reason = String(error instanceof Error ? error.message : error).replace(/^citeproc-js error: /, '');
    return failure([
      diagnose('citation-style-unreadable', { file: style.file, reason }, { file: style.file }),
    ]);
  }
}

function setClusters(
  { clusters, style }: CitationRequest,
  gathered: Gathered,
  parts: readonly Part[],
  answer: EngineAnswer,
): readonly SetPart[] {
  const printedNumbers = new Map(
    style.isNumeric
      ? answer.bibliography.map(({ item }, index) => [gathered.items[item]?.id ?? '', index + 1])
      : [],
  );
  const common = {
    ...gathered,
    printedNumbers,
    isNote: style.isNote,
    joinsPairs: style.joinsPairs,
    styleFile: style.file,
    layouts: style.layouts,
    word: answer.word,
    language: answer.language,
  };
  const byCluster = clusters.map((): SetPart[] => []);
  parts.forEach((part, index) => {
    const one = setPart(part, answer.clusters[index] ?? '', {
      ...common,
      place: clusters[part.cluster]?.place,
    });
    byCluster[part.cluster]?.push(one);
  });
  return clusters.map((cluster, number) => {
    const own = byCluster[number] ?? [];
    if (own.length === 0) return { children: unknown(cluster), diagnostics: [] };
    return {
      children: joinCitations(own.map(({ children }) => children)),
      ...(own[0]?.author && { author: own[0].author }),
      diagnostics: own.flatMap(({ diagnostics }) => diagnostics),
    };
  });
}

/** Of a cluster whose sources are all unknown the keys stay, so that the place is seen. */
function unknown({ citations }: CitationCluster): ElementContent[] {
  return [{ type: 'text', value: `[${citations.map(({ key }) => `@${key}`).join('; ')}]` }];
}

/** A style for the book's language of which Banxin has no words takes the English ones. */
function missingWords(style: CitationStyle, language: string): readonly Diagnostic[] {
  const wanted = style.language ?? language;
  return localeFor(wanted) ? [] : [diagnose('citation-words-missing', { language: wanted })];
}
