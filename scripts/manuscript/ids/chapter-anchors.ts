import type { Element, Root } from 'hast';
import type { Findings } from '../findings.js';
import type { FoundHeading } from '../tree/headings.js';
import { headingSlug } from './heading-slug.js';
import { fingerprint, type IdRegistry, isAsciiId } from './id-registry.js';

/** The ids of a book that a link may name by what stands after `#`. */
export interface Anchors {
  /** The book-unique id for an author's id, a heading's slug or words, or an id of Banxin's own. */
  readonly find: (fragment: string) => string | undefined;
  /** The same for an id that the author wrote, and nothing else. */
  readonly named: (id: string) => string | undefined;
}

/**
 * Gives a chapter's elements their ids in the book: an author's id gets the chapter's id before it, a heading
 * without one gets one made from its words. An id that stands twice is an error. `counts` tells equal headings of one
 * file apart.
 */
export function giveIds(
  root: Root,
  headings: readonly FoundHeading[],
  chapterId: string,
  registry: IdRegistry,
  findings: Findings,
  counts = new Map<string, number>(),
): Anchors {
  const named = new Map<string, string>();
  const context = { chapterId, registry, findings, named, lines: new Map<string, number>() };
  giveAuthorsIds(root, context, 1);
  rewriteHeaders(root, named);
  const slugs = new Map<string, string>();
  const own = new Set<string>(named.values());
  for (const { element, text } of headings) {
    const id = idOf(element) ?? registry.claim(`${chapterId}-h-${fingerprint(text)}`);
    element.properties.id = id;
    own.add(id);
    addSlug(slugs, counts, headingSlug(text), id);
    if (!slugs.has(text)) slugs.set(text, id);
  }
  return {
    named: (id) => named.get(id),
    find: (fragment) =>
      named.get(fragment) ??
      slugs.get(fragment) ??
      slugs.get(headingSlug(fragment)) ??
      (own.has(fragment) ? fragment : undefined),
  };
}

interface IdContext {
  readonly chapterId: string;
  readonly registry: IdRegistry;
  readonly findings: Findings;
  readonly named: Map<string, string>;
  readonly lines: Map<string, number>;
}

function giveAuthorsIds(parent: Root | Element, context: IdContext, line: number): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const here = child.position?.start.line ?? line;
    const written = idOf(child);
    if (written !== undefined) giveAuthorsId(child, written, context, here);
    giveAuthorsIds(child, context, here);
  }
}

function giveAuthorsId(element: Element, written: string, context: IdContext, line: number): void {
  const { chapterId, registry, findings, named, lines } = context;
  const first = lines.get(written);
  if (first !== undefined) findings.report('id-duplicate', { id: written }, line, [first]);
  const id = registry.claim(`${chapterId}-${isAsciiId(written) ? written : fingerprint(written)}`);
  element.properties.id = id;
  if (first !== undefined) return;
  lines.set(written, line);
  named.set(written, id);
}

function idOf(element: Element): string | undefined {
  const id = element.properties.id;
  return id === undefined || id === null || id === '' ? undefined : String(id);
}

/** The cells of a table name their head cells by id. */
function rewriteHeaders(parent: Root | Element, named: ReadonlyMap<string, string>): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const headers = child.properties.headers;
    if (headers !== undefined) {
      child.properties.headers = [headers].flat().map((id) => named.get(String(id)) ?? String(id));
    }
    rewriteHeaders(child, named);
  }
}

/** Equal headings are told apart as GitHub does: `notes`, `notes-1`, `notes-2`. */
function addSlug(slugs: Map<string, string>, counts: Map<string, number>, slug: string, id: string): void {
  const count = counts.get(slug) ?? 0;
  counts.set(slug, count + 1);
  const name = count === 0 ? slug : `${slug}-${count}`;
  if (!slugs.has(name)) slugs.set(name, id);
}
