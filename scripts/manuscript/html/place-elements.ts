import type { Element, ElementContent, Root } from 'hast';
import type { Findings } from '../findings.js';
import { blockElements, inlineElements } from './safe-html.js';

/** Elements that hold text and nothing that stands by itself (HTML Standard, 3.2.5.2.5), the inline ones aside. */
const textOnly: ReadonlySet<string> = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'pre',
  'rt',
  'ruby',
  'summary',
]);

/** These may hold whatever their parent may. */
const transparent: ReadonlySet<string> = new Set(['a', 'del', 'ins']);

/** Elements whose children are their parts: an emphasis around them goes into each part. */
const structures: ReadonlySet<string> = new Set([
  'dl',
  'ol',
  'ul',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'figure',
  'hgroup',
  'details',
]);

/**
 * Puts what raw HTML set where HTML allows none of it where it is allowed, with a warning: entries get a list, a
 * paragraph in an emphasis gets the emphasis into it, a reading without its character is text. No text is lost and
 * none changes its order. An HTML parser lets all this pass; an EPUB must not have it.
 */
export function placeElements(root: Root, findings: Findings): void {
  const placer = new Placer(findings);
  const children = root.children.filter((child) => child.type !== 'doctype');
  root.children = placer.children(children, { parent: 'body', isText: false, line: 1 });
}

interface Spot {
  /** Name of the element around. */
  readonly parent: string;
  /** Whether only text may stand here. */
  readonly isText: boolean;
  readonly line: number;
}

class Placer {
  readonly #findings: Findings;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  children(children: readonly ElementContent[], spot: Spot): ElementContent[] {
    const placed = children.flatMap((child) =>
      child.type === 'element' ? this.#element(child, spot) : [child],
    );
    return this.#grouped(placed, spot);
  }

  #element(element: Element, { parent, isText, line: outer }: Spot): ElementContent[] {
    const { tagName } = element;
    const line = element.position?.start.line ?? outer;
    const holdsText = textOnly.has(tagName) || tagName === 'p';
    const isInline = inlineElements.has(tagName);
    const inside = holdsText || (isInline && (isText || !transparent.has(tagName)));
    element.children = this.children(element.children, { parent: tagName, isText: inside, line });
    if ((tagName === 'rt' || tagName === 'rp') && parent !== 'ruby') {
      this.#report(tagName, parent, line);
      return element.children;
    }
    // It says nothing without a direction, and HTML demands one.
    if (tagName === 'bdo' && !['ltr', 'rtl'].includes(String(element.properties.dir)))
      element.tagName = 'bdi';
    if (tagName === 'table') this.#checkHeaders(element, line);
    if (tagName === 'dl') return this.#withoutHalves(element, line);
    const block = inside && tagName !== 'p' ? element.children.find(isBlock) : undefined;
    if (block?.type !== 'element') return [element];
    this.#report(block.tagName, tagName, line);
    if (isInline && tagName !== 'ruby' && tagName !== 'rt') return this.#distributed(element);
    element.children = element.children.flatMap(textOf);
    return [element];
  }

  /** `<b>a<p>b</p></b>` → `<b>a</b><p><b>b</b></p>`. */
  #distributed(wrapper: Element): ElementContent[] {
    const around = wrapping(wrapper);
    return runsOf(wrapper.children, isBlock).flatMap((run) => {
      if (run.isMatch) return run.nodes.map((node) => (node.type === 'element' ? into(node, around) : node));
      return run.nodes.every(isSpace) ? run.nodes : [around(run.nodes)];
    });
  }

  /** Entries without their list get one; what is no entry of a list becomes one. */
  #grouped(children: readonly ElementContent[], spot: Spot): ElementContent[] {
    const isList = spot.parent === 'ul' || spot.parent === 'ol';
    const isTerms = spot.parent === 'dl';
    if (isList) return this.#wrapped(children, (node) => !isNamed(node, ['li']), 'li', spot);
    const listed = this.#wrapped(children, (node) => isNamed(node, ['li']), 'ul', spot);
    if (isTerms) return this.#wrapped(listed, (node) => !isNamed(node, ['dt', 'dd', 'div']), 'dd', spot);
    // A group of a list of terms may have a `div` of its own.
    if (spot.parent === 'div') return listed;
    const termed = this.#wrapped(listed, (node) => isNamed(node, ['dt', 'dd']), 'dl', spot);
    return termed.flatMap((node) =>
      node.type === 'element' && node.tagName === 'dl' ? this.#withoutHalves(node, spot.line) : [node],
    );
  }

  #wrapped(
    children: readonly ElementContent[],
    isWanted: (node: ElementContent) => boolean,
    tagName: string,
    { parent, line }: Spot,
  ): ElementContent[] {
    if (!children.some((node) => isWanted(node) && !isSpace(node))) return [...children];
    return runsOf(children, (node) => isWanted(node) || isSpace(node)).flatMap(({ isMatch, nodes }) => {
      if (!isMatch || nodes.every(isSpace)) return nodes;
      const first = nodes.find((node) => !isSpace(node));
      const at = (first?.type === 'element' ? first.position?.start.line : undefined) ?? line;
      this.#report(first?.type === 'element' ? first.tagName : 'text', parent, at);
      return [{ type: 'element', tagName, properties: {}, children: nodes }];
    });
  }

  /** A meaning before the first term, and a term without a meaning at the end, stand outside the list. */
  #withoutHalves(list: Element, line: number): ElementContent[] {
    const { children } = list;
    if (children.some((node) => isNamed(node, ['div']))) return [list];
    const first = children.findIndex((node) => isNamed(node, ['dt']));
    const last = children.findLastIndex((node) => isNamed(node, ['dd']));
    const [from, to] = first < 0 || last < first ? [0, 0] : [first, last + 1];
    const before = children.slice(0, from).filter((node) => !isSpace(node));
    const after = children.slice(to).filter((node) => !isSpace(node));
    if (before.length === 0 && after.length === 0) return [list];
    for (const node of [...before, ...after]) {
      if (node.type !== 'element') continue;
      this.#report(node.tagName, 'dl', line);
      node.tagName = 'div';
    }
    const kept = to > from ? [{ ...list, children: children.slice(from, to) }] : [];
    return [...before, ...kept, ...after];
  }

  /** A cell may name as its headings only what are headings of its own table (HTML Standard, 4.9.12.2). */
  #checkHeaders(table: Element, line: number): void {
    const cells = elementsOf(table, ['td', 'th']);
    const headings = new Set(
      cells.filter(({ tagName }) => tagName === 'th').map(({ properties }) => properties.id),
    );
    for (const { tagName, properties, position } of cells) {
      const { headers } = properties;
      const names = Array.isArray(headers)
        ? headers
        : String(headers ?? '')
            .split(/\s+/)
            .filter(Boolean);
      if (headers === undefined || names.every((name) => headings.has(name))) continue;
      const values = { element: tagName, attribute: 'headers', value: names.join(' ') };
      this.#findings.report('html-attribute-refused', values, position?.start.line ?? line);
      delete properties.headers;
    }
  }

  #report(element: string, parent: string, line: number): void {
    this.#findings.report('html-misplaced', { element, parent }, line);
  }
}

type Wrap = (children: readonly ElementContent[]) => Element;

/** Makes copies of an element around other content; its id, which must be one, stays with the first. */
function wrapping({ tagName, properties, position }: Element): Wrap {
  let isFirst = true;
  return (children) => {
    const { id, ...others } = properties;
    const own = isFirst ? properties : others;
    isFirst = false;
    return {
      type: 'element',
      tagName,
      properties: { ...own },
      children: [...children],
      ...(position && { position }),
    };
  };
}

function into(block: Element, around: Wrap): Element {
  if (block.children.length === 0) return block;
  const goesDeeper = structures.has(block.tagName) || block.children.some(isBlock);
  const children = goesDeeper
    ? block.children.map((node) =>
        isBlock(node) && node.type === 'element' ? into(node, around) : wrapText(node, around),
      )
    : [around(block.children)];
  return { ...block, children };
}

function wrapText(node: ElementContent, around: Wrap): ElementContent {
  return isSpace(node) ? node : around([node]);
}

function textOf(node: ElementContent): ElementContent[] {
  return isBlock(node) && node.type === 'element' ? node.children.flatMap(textOf) : [node];
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blockElements.has(node.tagName);
}

/** The elements of these names below another, those of a table in a table left out. */
function elementsOf(parent: Element, names: readonly string[]): readonly Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return names.includes(child.tagName) ? [child] : elementsOf(child, names);
  });
}

function isNamed(node: ElementContent, names: readonly string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName);
}

function isSpace(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

interface Run {
  readonly isMatch: boolean;
  readonly nodes: ElementContent[];
}

/** Neighbours that match, or do not, together. */
function runsOf(
  nodes: readonly ElementContent[],
  matches: (node: ElementContent) => boolean,
): readonly Run[] {
  const runs: Run[] = [];
  for (const node of nodes) {
    const isMatch = matches(node);
    const last = runs.at(-1);
    if (last?.isMatch === isMatch) last.nodes.push(node);
    else runs.push({ isMatch, nodes: [node] });
  }
  return runs;
}
