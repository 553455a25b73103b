import type { CitationStyle } from '../citation.js';
import type { CslItem } from '../csl-item.js';
import { type EngineCluster, engineId, numberOfId } from './engine-cluster.js';
import { localeFor, readLocales } from './locales.js';
import { prepareItem } from './prepare-item.js';

/** What the style engine is asked: items by number, clusters that name them by `engineId` */
export interface EngineQuestion {
  readonly style: CitationStyle;
  readonly language: string;
  readonly items: readonly CslItem[];
  readonly clusters: readonly EngineCluster[];
  /** Numbers of items that stand in the bibliography though they are not cited. */
  readonly uncited: readonly number[];
}

/** What it answers, in HTML. */
export interface EngineAnswer {
  readonly clusters: readonly string[];
  readonly bibliography: readonly { readonly item: number; readonly html: string }[];
  readonly hangs: boolean;
  /** The language in which the style words itself. */
  readonly language: string;
  /** The style's word for what a locator counts. */
  readonly word: (label: string) => string;
}

/**
 * Runs citeproc-js, the only door to it. It is loaded when a book cites, and not before. Throws what the engine throws
 * at a style that it cannot carry out.
 */
export async function runEngine(question: EngineQuestion): Promise<EngineAnswer> {
  const { default: CSL } = await import('citeproc');
  // It prints warnings about styles to the console; what matters of them shows in the result.
  CSL.debug = () => {};
  const { style, clusters, uncited } = question;
  const own = ownLanguage(style, question.language);
  const items = question.items.map((item, index) => prepareItem(item, index, style, own));
  const { wordsFor } = await readLocales();
  const engine = new CSL.Engine(
    {
      retrieveItem: (id) => items[numberOfId(id)] ?? {},
      retrieveLocale: wordsFor,
      ...(!style.isNumeric && { variableWrapper: markItem }),
    },
    style.text,
    own,
    true,
  );
  const cited = engine.rebuildProcessorState(clusters, 'html', uncited.map(engineId));
  const [facts, entries] = engine.makeBibliography() || [{ entry_ids: [], hangingindent: false }, []];
  return {
    clusters: cited.map(([, , html]) => html),
    bibliography: entries.map((html, index) => ({ item: numberOfId(facts.entry_ids[index]?.[0]), html })),
    hangs: Boolean(facts.hangingindent),
    language: own,
    word: (label) => engine.getTerm(label, 'short', 0) ?? '',
  };
}

/** A style for one language keeps it, in the script of the book; a style for all takes the book's. */
function ownLanguage(style: CitationStyle, language: string): string {
  const isOther = style.language !== undefined && style.language.slice(0, 2) !== language.slice(0, 2);
  const tag = isOther ? (style.language ?? language) : language;
  return localeFor(tag) ?? 'en-US';
}

/** Marks what is said of an item in a citation, so that it can be made a link. */
function markItem(
  { itemData, context }: { readonly itemData: { readonly id: string }; readonly context: string },
  before: string,
  text: string,
  after: string,
): string {
  if (context !== 'citation' || text === '') return `${before}${text}${after}`;
  return `${before}<span data-item="${numberOfId(itemData.id)}">${text}</span>${after}`;
}
