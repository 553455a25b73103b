import type { Element, Root, Text } from 'hast';

/** A piece of a line: a text node and where it begins in the line. */
interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly language: string;
}

/**
 * What is read in one go: a paragraph, a heading, a cell. Its text is one string through all its inline elements;
 * `br` is a line feed, what is not to be touched (code, pictures) the object replacement character; calls of notes
 * are left out.
 */
export interface TextLine {
  readonly text: string;
  readonly pieces: readonly Piece[];
}

/** A change of a line: `remove` characters at `at` give way to `insert`. */
export interface TextEdit {
  readonly at: number;
  readonly remove: 0 | 1;
  readonly insert: string;
}

const inline = new Set(
  (
    'a abbr b bdi bdo cite del dfn em i ins mark q rb ruby s small span strong sub sup time u wbr ' +
    'code kbd samp var img br rt rp svg math'
  ).split(' '),
);
const opaque = new Set(['code', 'kbd', 'samp', 'var', 'img', 'svg', 'math']);
const aside = new Set(['rt', 'rp', 'wbr']);

/**
 * All lines of a tree, in order; `language` is the tree's own. What is preformatted has none, nor have elements
 * that `skips` names.
 */
export function textLines(
  tree: Root | Element,
  language: string,
  skips: (element: Element) => boolean = () => false,
): readonly TextLine[] {
  const gatherer = new LineGatherer(skips);
  gatherer.walk(tree, language);
  gatherer.end();
  return gatherer.lines;
}

class LineGatherer {
  readonly lines: TextLine[] = [];
  #text = '';
  #pieces: Piece[] = [];

  constructor(readonly skips: (element: Element) => boolean) {}

  walk(node: Root | Element, outer: string): void {
    const lang = node.type === 'element' ? node.properties.lang : undefined;
    const language = typeof lang === 'string' ? lang : outer;
    for (const child of node.children) {
      if (child.type === 'text') this.#take(child, language);
      if (child.type === 'element') this.#enter(child, language);
    }
  }

  end(): void {
    if (this.#pieces.length > 0) this.lines.push({ text: this.#text, pieces: this.#pieces });
    this.#text = '';
    this.#pieces = [];
  }

  #enter(element: Element, language: string): void {
    const { tagName, properties } = element;
    if (tagName === 'br') this.#text += '\n';
    else if (opaque.has(tagName)) this.#text += '\ufffc';
    else if (properties.role === 'doc-noteref' || properties.role === 'doc-backlink' || aside.has(tagName))
      return;
    else if (inline.has(tagName)) this.walk(element, language);
    else {
      this.end();
      if (tagName !== 'pre' && !this.skips(element)) this.walk(element, language);
      this.end();
    }
  }

  #take(node: Text, language: string): void {
    this.#pieces.push({ node, start: this.#text.length, language });
    this.#text += node.value;
  }
}

/** The language of the character at an index of a line. */
export function languageAt({ pieces }: TextLine, index: number): string {
  return pieces.findLast(({ start }) => start <= index)?.language ?? '';
}

/** Changes the nodes of a line; the edits come in order and do not overlap. Gives how many were made. */
export function applyEdits({ pieces }: TextLine, edits: readonly TextEdit[]): number {
  for (const { at, remove, insert } of edits.toReversed()) {
    const piece = pieces.findLast(({ start }) => start <= at);
    if (!piece) continue;
    const { node, start } = piece;
    node.value = node.value.slice(0, at - start) + insert + node.value.slice(at - start + remove);
  }
  return edits.length;
}
