import type { Element, ElementContent, Root } from 'hast';
import type { Findings } from '../findings.js';
import { elementsOf, holdsBlock, isBlock, isNamed, isSpace, runsOf, textOf } from './node-kinds.js';
import { inlineElements } from './safe-html.js';
import { into, wrapping } from './wrap-content.js';

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

/** What stands in a table and its parts, and what anything else there is put into. */
const partsOf: Readonly<Record<string, { readonly allowed: readonly string[]; readonly wanted: string }>> = {
  table: { allowed: ['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr'], wanted: 'tbody' },
  thead: { allowed: ['tr'], wanted: 'tr' },
  tbody: { allowed: ['tr'], wanted: 'tr' },
  tfoot: { allowed: ['tr'], wanted: 'tr' },
  tr: { allowed: ['td', 'th'], wanted: 'td' },
};

interface Spot {
  /** Name of the element around; `dl div` for a group of terms. */
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
    const inside = onlyText(tagName, isText);
    const inner = parent === 'dl' && tagName === 'div' ? 'dl div' : tagName;
    element.children = this.children(element.children, { parent: inner, isText: inside, line });
    mendPhrase(element);
    switch (tagName) {
      case 'rt':
      case 'rp':
        if (parent !== 'ruby') {
          this.#report(tagName, parent, line);
          return element.children;
        }
        break;
      case 'ruby':
        return this.#withBases(element, line);
      case 'dl':
        return this.#withoutHalves(element, line);
      case 'table':
        this.#checkHeaders(element, line);
        break;
    }
    const block = inside && tagName !== 'p' ? element.children.find(isBlock) : undefined;
    if (block?.type !== 'element') return [element];
    this.#report(block.tagName, tagName, line);
    if (inlineElements.has(tagName) && tagName !== 'rt') return this.#distributed(element);
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
    if (isTerms) return this.#wrapped(listed, (node) => !isTermOrGroup(node), 'dd', spot);
    if (spot.parent === 'dl div') return listed;
    const cells = partsOf[spot.parent];
    if (cells)
      return this.#wrapped(listed, (node) => !isNamed(node, cells.allowed), cells.wanted, spot).map(
        withCells,
      );
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
      // An entry or a cell is a place like any other; a list holds nothing but what was found for it.
      const isPlace = tagName === 'li' || tagName === 'dd' || tagName === 'td';
      const content = isPlace ? this.#grouped(nodes, { parent: tagName, isText: false, line: at }) : nodes;
      return [{ type: 'element', tagName, properties: {}, children: content }];
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

  /** Readings before the first character are text; characters after the last reading stand behind (CLREQ 3.3.1). */
  #withBases(ruby: Element, line: number): ElementContent[] {
    const isReading = (node: ElementContent) => isNamed(node, ['rt', 'rp']);
    const children = withBrackets(ruby.children);
    const first = children.findIndex((node) => !isReading(node) && !isSpace(node));
    const last = children.findLastIndex(isReading);
    const isBlocky = children.find(holdsBlock);
    if (isBlocky?.type === 'element') this.#report(isBlocky.tagName, 'ruby', line);
    const flat = (nodes: readonly ElementContent[]) => (isBlocky ? nodes.flatMap(textOf) : [...nodes]);
    if (last < 0) return [{ ...ruby, children: flat(children) }];
    const [from, to] = first < 0 || first > last ? [0, 0] : [first, last + 1];
    const before = children.slice(0, from);
    const after = children.slice(to);
    if (before.some(isReading) || (to === 0 && after.some(isReading))) this.#report('rt', 'ruby', line);
    const outside = (nodes: readonly ElementContent[]) =>
      flat(nodes.flatMap((node) => (isReading(node) && node.type === 'element' ? node.children : [node])));
    const kept = to > from ? [{ ...ruby, children: flat(children.slice(from, to)) }] : [];
    return [...outside(before), ...kept, ...outside(after)];
  }

  #report(element: string, parent: string, line: number): void {
    this.#findings.report('html-misplaced', { element, parent }, line);
  }
}

/** Whether an element holds text alone, by its own nature or because of where it stands. */
function onlyText(tagName: string, isText: boolean): boolean {
  if (textOnly.has(tagName) || tagName === 'p') return true;
  return inlineElements.has(tagName) && (isText || !transparent.has(tagName));
}

/** Brackets stand in pairs around a reading (HTML Standard, 4.5.10), or go; what else stands in `rp` is a reading. */
function withBrackets(children: readonly ElementContent[]): readonly ElementContent[] {
  for (const child of children) {
    if (child.type !== 'element' || child.tagName !== 'rp') continue;
    if (!/^[\s()[\]（）〔〕【】]*$/.test(child.children.map(plainText).join(''))) child.tagName = 'rt';
  }
  const kinds = children.map((child) =>
    isSpace(child) ? '' : isNamed(child, ['rt']) ? 't' : isNamed(child, ['rp']) ? 'p' : 'b',
  );
  const isRegular = /^(?:b|t|ptp)*$/.test(kinds.join(''));
  return isRegular ? children : children.filter((child) => !isNamed(child, ['rp']));
}

/** Elements that say nothing without what is missing: a direction, a date. They become what says nothing. */
function mendPhrase(element: Element): void {
  const { tagName, properties, children } = element;
  if (tagName === 'bdo' && !['ltr', 'rtl'].includes(String(properties.dir))) element.tagName = 'bdi';
  // Without a date of its own its text is one, and no element stands in a date (HTML Standard, 4.5.14).
  const isDate = properties.dateTime !== undefined || /^[\d :.TZ+-]+$/.test(children.map(plainText).join(''));
  if (tagName === 'time' && !isDate) element.tagName = 'span';
}

/** The text of a text node; what is none is no date. */
function plainText(node: ElementContent): string {
  return node.type === 'text' ? node.value : '?';
}

/** A term, a meaning, or a group of both. */
function isTermOrGroup(node: ElementContent): boolean {
  if (!isNamed(node, ['div'])) return isNamed(node, ['dt', 'dd']);
  return (
    node.type === 'element' && node.children.every((child) => isSpace(child) || isNamed(child, ['dt', 'dd']))
  );
}

/** What was put into a body of a table, or a row, gets the row and the cell that it needs. */
function withCells(node: ElementContent): ElementContent {
  if (node.type !== 'element' || node.position || Object.keys(node.properties).length > 0) return node;
  const needed = partsOf[node.tagName];
  if (!needed || node.children.every((child) => isSpace(child) || isNamed(child, needed.allowed)))
    return node;
  const part: Element = { type: 'element', tagName: needed.wanted, properties: {}, children: node.children };
  return { ...node, children: [withCells(part)] };
}
