import type { Element, Root, Text } from 'hast';
import {
  indexInNode,
  type PageStart,
  type PrintPagination,
  type RunningPiece,
  type RunningText,
  runningText,
} from '../model/page-start.js';

/** A printed page's mark in the e-book. */
export interface PageBreak {
  /** What the page shows: `iii`, `12`. */
  readonly label: string;
  /** Id of the mark, unique in the book. */
  readonly id: string;
}

/** A page's mark, and where it goes. */
export interface PlacedBreak extends PageBreak {
  readonly start: PageStart;
  readonly firstTarget?: string;
}

/** The marks of the printed pages by the part of the book that they belong to, in order; of equal labels the first counts. */
export function breaksByPart({ pages }: PrintPagination): ReadonlyMap<string, readonly PlacedBreak[]> {
  const byPart = new Map<string, PlacedBreak[]>();
  const taken = new Set<string>();
  for (const { part, ...page } of pages) {
    const id = `page_${page.label.replace(/[^A-Za-z0-9]/g, '_')}`;
    if (taken.has(id)) continue;
    taken.add(id);
    byPart.set(part, [...(byPart.get(part) ?? []), { ...page, id }]);
  }
  return byPart;
}

/**
 * A copy of a chapter's tree with a mark (EPUB 3 Structural Semantics, `pagebreak`; DPUB-ARIA 1.1, `doc-pagebreak`) at the very
 * character where each printed page begins.
 */
export function withPageBreaks(tree: Root, breaks: readonly PlacedBreak[]): Root {
  const copy = structuredClone(tree);
  const running = runningText(copy);
  const places = locate(
    running.text,
    breaks.map(({ start }) => start),
  );
  const firsts = firstUnits(running.pieces);
  // From the last to the first: what stands before a mark keeps its place.
  for (let index = breaks.length - 1; index >= 0; index--) {
    const mark = breaks[index];
    if (mark) insert(copy, running, firsts, places[index] ?? 0, markOf(mark));
  }
  return copy;
}

/**
 * Where pages begin in a text that may lack what only print has, or have more: each page is looked for by its first words,
 * nearest to where it should be.
 */
function locate(text: string, starts: readonly PageStart[]): readonly number[] {
  let [drift, from] = [0, 0];
  return starts.map((start) => {
    const expected = Math.min(Math.max(start.at + drift, from), text.length);
    const found =
      nearest(text, start.text, from, expected) ?? nearest(text, start.text.slice(0, 6), from, expected);
    from = found ?? expected;
    if (found !== undefined) drift = found - start.at;
    return from;
  });
}

function nearest(text: string, words: string, from: number, expected: number): number | undefined {
  if (words === '' || text.startsWith(words, expected)) return expected;
  const after = text.indexOf(words, expected);
  const before = text.lastIndexOf(words, expected);
  const candidates = [after, before].filter((place) => place >= from);
  if (candidates.length === 0) return undefined;
  return candidates.reduce((a, b) => (Math.abs(a - expected) <= Math.abs(b - expected) ? a : b));
}

/** The place of the first character of running text in each element. */
function firstUnits(pieces: readonly RunningPiece[]): ReadonlyMap<Root | Element, number> {
  const firsts = new Map<Root | Element, number>();
  for (const { at, around } of pieces)
    for (const element of around) if (!firsts.has(element)) firsts.set(element, at);
  return firsts;
}

type Node = Root | Element | Text;

/** What a mark at its very beginning goes before: a link, heading or table that it would become a part of, and words in a line. */
const steppedOutOf = new Set(
  'a abbr b bdi bdo cite code data del dfn em h1 h2 h3 h4 h5 h6 i ins kbd mark q ruby s samp small span strong sub sup table time u var'.split(
    ' ',
  ),
);

function insert(
  tree: Root,
  { text, pieces }: RunningText,
  firsts: ReadonlyMap<Root | Element, number>,
  place: number,
  mark: Element,
): void {
  const piece = pieces.findLast(({ at }) => at <= place);
  if (!piece || place >= text.length) {
    tree.children.push(mark);
    return;
  }
  const path = [...piece.around, piece.node];
  const ruby = path.findIndex((node) => node.type === 'element' && node.tagName === 'ruby');
  const outer = path.findIndex(
    (node, index) =>
      index === ruby ||
      node === piece.node ||
      (node.type === 'element' && steppedOutOf.has(node.tagName) && firsts.get(node) === place),
  );
  if (path[outer] === piece.node && place > piece.at) splitText(piece, place, mark);
  else putBefore(path[outer - 1], path[outer], mark);
}

function putBefore(parent: Node | undefined, node: Node | undefined, mark: Element): void {
  if (!parent || parent.type === 'text' || !node) return;
  const siblings: readonly (Node | Root['children'][number])[] = parent.children;
  parent.children.splice(siblings.indexOf(node), 0, mark);
}

function splitText({ node, around, at }: RunningPiece, place: number, mark: Element): void {
  const parent = around.at(-1);
  if (node.type !== 'text' || !parent) return;
  const cut = indexInNode(node.value, place - at);
  const rest = { ...node, value: node.value.slice(cut) };
  node.value = node.value.slice(0, cut);
  parent.children.splice(parent.children.indexOf(node) + 1, 0, mark, rest);
}

function markOf({ label, id }: PageBreak): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { id, role: 'doc-pagebreak', ariaLabel: label },
    children: [],
  };
}
