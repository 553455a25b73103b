import type { Element, ElementContent, Root } from 'hast';
import type { Findings } from '../findings.js';
import { isSpace } from './node-kinds.js';

/** What may not stand anywhere inside another (HTML Standard, content models of each), and what stands for it. */
const forbidden: Readonly<Record<string, { readonly inside: readonly string[]; readonly becomes: string }>> =
  {
    address: { inside: ['address'], becomes: 'div' },
    dfn: { inside: ['dfn'], becomes: 'span' },
    footer: { inside: ['header', 'footer', 'address'], becomes: 'div' },
    header: { inside: ['header', 'footer', 'address'], becomes: 'div' },
    table: { inside: ['caption'], becomes: 'div' },
  };
/** Where parts stand that are nothing by themselves. */
const wholes: Readonly<Record<string, readonly string[]>> = {
  caption: ['table'],
  figcaption: ['figure'],
  summary: ['details'],
  tbody: ['table'],
  td: ['tr'],
  tfoot: ['table'],
  th: ['tr'],
  thead: ['table'],
  tr: ['table', 'tbody', 'tfoot', 'thead'],
};
const partsOfTables = ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'];

/**
 * Gives another name to what raw HTML set where its own is not allowed, with a warning: a header in a header, a
 * `details` that does not begin with its summary. Text and order stay.
 */
export function renameElements(root: Root, findings: Findings): void {
  for (const child of root.children) if (child.type === 'element') rename(child, [], findings, 1);
}

function rename(element: Element, around: readonly string[], findings: Findings, outer: number): void {
  const line = element.position?.start.line ?? outer;
  const parent = around.at(-1) ?? 'body';
  const report = (name: string, inside: string) =>
    findings.report('html-misplaced', { element: name, parent: inside }, line);
  const rule = forbidden[element.tagName];
  const conflict = rule?.inside.find((name) => around.includes(name));
  if (rule && conflict !== undefined) {
    report(element.tagName, conflict);
    // A table that is none has no rows either; its cells stand below each other.
    if (element.tagName === 'table') flattenTable(element);
    element.tagName = rule.becomes;
  }
  const lost = wholes[element.tagName]?.includes(parent) === false;
  if (lost) {
    report(element.tagName, parent);
    element.tagName = 'div';
  }
  orderParts(element, report);
  const inside = [...around, element.tagName];
  for (const child of element.children) if (child.type === 'element') rename(child, inside, findings, line);
}

/** Parts that must come first, or last, or once. */
function orderParts(element: Element, report: (name: string, inside: string) => void): void {
  const parts = element.children.filter((child) => !isSpace(child));
  const named = (name: string) => parts.filter((child) => child.type === 'element' && child.tagName === name);
  const misplaced = (child: ElementContent, becomes: string): void => {
    if (child.type !== 'element') return;
    report(child.tagName, element.tagName);
    child.tagName = becomes;
  };
  switch (element.tagName) {
    case 'details':
      if (nameOf(parts[0]) !== 'summary') {
        report(nameOf(parts[0]), 'details');
        element.tagName = 'div';
        delete element.properties.open;
        for (const summary of named('summary')) misplaced(summary, 'div');
      } else for (const summary of named('summary').slice(1)) misplaced(summary, 'div');
      break;
    case 'figure':
      for (const [index, caption] of named('figcaption').entries()) {
        const isAtEdge = caption === parts[0] || caption === parts.at(-1);
        if (index > 0 || !isAtEdge) misplaced(caption, 'div');
      }
      break;
    case 'hgroup':
      if (parts.length === 0 || parts.some((child) => !/^(?:h[1-6]|p)$/.test(nameOf(child)))) {
        report(nameOf(parts.find((child) => !/^(?:h[1-6]|p)$/.test(nameOf(child)))), 'hgroup');
        element.tagName = 'div';
      }
      break;
    case 'table':
      orderTable(element, misplaced);
      break;
    case 'address':
      if (
        parts.some((child) => /^(?:h[1-6]|article|aside|section|header|footer|hgroup)$/.test(nameOf(child)))
      )
        misplaced(element, 'div');
      break;
  }
}

const order = ['caption', 'colgroup', 'col', 'thead', 'tbody', 'tr', 'tfoot'];
const anyNumber: ReadonlySet<string> = new Set(['colgroup', 'col', 'tbody', 'tr']);

/** The parts of a table have an order (HTML Standard, 4.9.1); one that comes too late is rows, and columns say no more. */
function orderTable(table: Element, misplaced: (child: ElementContent, becomes: string) => void): void {
  const last = table.children.findLast((child) => order.includes(nameOf(child)));
  for (const child of table.children)
    if (nameOf(child) === 'tfoot' && child !== last) misplaced(child, 'tbody');
  const seen = new Set<string>();
  let furthest = 0;
  table.children = table.children.filter((child) => {
    const rank = order.indexOf(nameOf(child));
    if (rank < 0) return true;
    // `tr` stands where a body may, and so before or after one.
    const isLate = rank < furthest && !(nameOf(child) === 'tbody' && furthest === order.indexOf('tr'));
    const isAgain = seen.has(nameOf(child)) && !anyNumber.has(nameOf(child));
    seen.add(nameOf(child));
    if (!isLate && !isAgain) {
      furthest = rank;
      return true;
    }
    if (nameOf(child) === 'col' || nameOf(child) === 'colgroup') return false;
    misplaced(child, 'tbody');
    return true;
  });
}

function flattenTable(table: Element): void {
  table.children = table.children.flatMap((child) => {
    if (child.type !== 'element' || !partsOfTables.includes(child.tagName)) return [child];
    flattenTable(child);
    if (child.tagName !== 'td' && child.tagName !== 'th' && child.tagName !== 'caption')
      return child.children;
    return [{ ...child, tagName: 'div', properties: {} }];
  });
}

function nameOf(node: ElementContent | undefined): string {
  return node?.type === 'element' ? node.tagName : 'text';
}
