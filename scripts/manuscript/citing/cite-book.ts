import type { Element, ElementContent } from 'hast';
import { diagnose } from '../../diagnostics/catalogue.js';
import { placeInSource } from '../../files/source-place.js';
import type { Chapter } from '../../model/book.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { type BibliographyEntry, type CitationCluster, formatCitations } from '../citations/cite.js';
import { classesOf, everyElement } from '../constructs/construct.js';
import { fingerprint, type IdRegistry } from '../ids/id-registry.js';
import type { References } from './read-references.js';

/** Where a citation stands. */
interface Cited {
  readonly element: Element;
  readonly cluster: CitationCluster;
}

/**
 * Sets all citations of a book, and the bibliography where an empty `::: bibliography` (or pandoc's `::: {#refs}`) stands;
 * each citation leads to its entry. Changes the trees in place; gives what was found.
 */
export async function citeBook(
  chapters: readonly Chapter[],
  { libraries, style, listed }: References,
  registry: IdRegistry,
  language: string,
): Promise<readonly Diagnostic[]> {
  const cited = chapters.flatMap(citationsIn);
  const clusters = cited.map(({ cluster }) => cluster);
  const { value, diagnostics } = await formatCitations({ libraries, style, language, clusters, listed });
  if (!value) return diagnostics;
  const homes = chapters.flatMap(bibliographiesIn);
  const [home] = homes;
  const ids = new Map(
    home
      ? value.bibliography.map(({ key }) => [key, registry.claim(`${home.chapter.id}-b-${fingerprint(key)}`)])
      : [],
  );
  for (const [index, { element }] of cited.entries()) {
    const set = value.clusters[index];
    element.children = linked([...(set?.author ?? []), ...(set?.children ?? [])], ids);
  }
  if (home) home.element.children = value.bibliography.map((entry) => entryOf(entry, ids, value.hangs));
  const isUnprinted = !home && value.bibliography.length > 0;
  const count = value.bibliography.length;
  return [...diagnostics, ...(isUnprinted ? [diagnose('bibliography-not-printed', { entries: count })] : [])];
}

function citationsIn({ tree, source }: Chapter): readonly Cited[] {
  const found: Cited[] = [];
  everyElement(tree, (element, line) => {
    const mark = element.data?.citation;
    if (!mark) return;
    const place = placeInSource(source, line);
    found.push({
      element,
      cluster: { citations: mark.citations, ...(mark.inText && { inText: true }), place },
    });
  });
  return found;
}

function bibliographiesIn(
  chapter: Chapter,
): readonly { readonly chapter: Chapter; readonly element: Element }[] {
  const found: { readonly chapter: Chapter; readonly element: Element }[] = [];
  everyElement(chapter.tree, (element) => {
    const isNamed = classesOf(element).includes('bibliography') || element.data?.isReferences === true;
    if (element.tagName === 'div' && isNamed && isEmpty(element)) found.push({ chapter, element });
  });
  return found;
}

function isEmpty({ children }: Element): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** What belongs to one source becomes a link to its entry; the engine's marks go. */
function linked(nodes: readonly ElementContent[], ids: ReadonlyMap<string, string>): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const { dataCite, ...properties } = node.properties;
    const children = linked(node.children, ids);
    const id = typeof dataCite === 'string' ? ids.get(dataCite) : undefined;
    if (id !== undefined)
      return { ...node, tagName: 'a', properties: { ...properties, href: `#${id}` }, children };
    return { ...node, properties, children };
  });
}

function entryOf(
  { key, label, children }: BibliographyEntry,
  ids: ReadonlyMap<string, string>,
  hangs: boolean,
): Element {
  const id = ids.get(key);
  const head: ElementContent[] = label
    ? [
        {
          type: 'element',
          tagName: 'span',
          properties: { className: ['entry-label'] },
          children: [...label],
        },
        { type: 'text', value: ' ' },
      ]
    : [];
  return {
    type: 'element',
    tagName: 'p',
    properties: { ...(id !== undefined && { id }), className: [hangs || label ? 'hanging-entry' : 'entry'] },
    children: [...head, ...children],
  };
}
