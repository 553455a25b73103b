/** An element of a page's markup. */
export interface MarkupElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
}

/** A text, by its place among the texts of its page. */
export interface MarkupText {
  readonly text: string;
  readonly index: number;
}

export type MarkupNode = MarkupElement | MarkupText;

/** A page's markup, and all its texts in order. */
export interface PageMarkup {
  readonly root: MarkupElement;
  readonly texts: readonly MarkupText[];
}

/** Elements without content, which are never closed (HTML, section 13.1.2). */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
const token = /<!--[\s\S]*?-->|<\/([^\s>]+)>|<([^\s>/]+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>|([^<]+)/g;
const attribute = /([^\s=]+)(?:="([^"]*)")?/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

/**
 * Reads markup that a browser wrote out (`innerHTML`): every element is closed, every attribute quoted, and only five
 * entities occur (HTML, section 13.3), so that a book's pages are read in a fraction of the time a full parser takes.
 */
export function readPageMarkup(html: string): PageMarkup {
  const texts: MarkupText[] = [];
  const root = open('body', '');
  const stack = [root];
  for (const [, closed, opened, attributes = '', text] of html.matchAll(token)) {
    const parent = stack.at(-1) ?? root;
    if (text !== undefined) {
      const node = { text: decode(text), index: texts.length };
      texts.push(node);
      parent.children.push(node);
    }
    if (opened !== undefined) {
      const element = open(opened, attributes);
      parent.children.push(element);
      if (!empty.test(opened)) stack.push(element);
    }
    if (closed !== undefined && stack.length > 1) stack.pop();
  }
  return { root, texts };
}

function open(name: string, attributes: string): MarkupElement & { children: MarkupNode[] } {
  const pairs = [...attributes.matchAll(attribute)].map(([, key = '', value = '']) => {
    return [key, decode(value)] as const;
  });
  return { name: name.toLowerCase(), attributes: new Map(pairs), children: [] };
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
}

export function isElement(node: MarkupNode): node is MarkupElement {
  return 'name' in node;
}

export function hasClass(element: MarkupElement, name: string): boolean {
  return (element.attributes.get('class') ?? '').split(' ').includes(name);
}

/** The first element of a class, in order. */
export function findByClass(root: MarkupElement, name: string): MarkupElement | undefined {
  if (hasClass(root, name)) return root;
  for (const child of root.children) {
    const found = isElement(child) ? findByClass(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

export function textOf(node: MarkupNode): string {
  return isElement(node) ? node.children.map(textOf).join('') : node.text;
}

/** Index of the first text in a node that is not white space. */
export function firstText(node: MarkupNode): number | undefined {
  if (!isElement(node)) return node.text.trim() === '' ? undefined : node.index;
  for (const child of node.children) {
    const first = firstText(child);
    if (first !== undefined) return first;
  }
  return undefined;
}
