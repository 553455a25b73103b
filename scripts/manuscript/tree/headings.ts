import type { Element, ElementContent, Nodes, Root } from 'hast';
import { firstCharacter, isFullWidth, lastCharacter } from './chinese.js';
import { isBesideTheLine } from './join-lines.js';

/** A heading of a tree with its level and its words. */
export interface FoundHeading {
  readonly element: Element;
  readonly depth: number;
  readonly text: string;
  readonly line: number;
}

/** All headings of a tree in order. */
export function findHeadings(root: Root): FoundHeading[] {
  const found: FoundHeading[] = [];
  collect(root, found, 1);
  return found;
}

function collect(parent: Root | Element, found: FoundHeading[], line: number): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const here = child.position?.start.line ?? line;
    const depth = headingDepth(child);
    if (depth === undefined) collect(child, found, here);
    else found.push({ element: child, depth, text: headingText(child), line: here });
  }
}

function headingDepth(element: Element): number | undefined {
  return /^h[1-6]$/.test(element.tagName) ? Number(element.tagName[1]) : undefined;
}

/**
 * The words of a heading for contents and running heads: without readings over characters and note calls, with
 * single spaces.
 */
export function headingText(heading: Element): string {
  return lineOf(heading).replace(/\s+/g, ' ').trim();
}

/** What stands on the line itself, without what stands above or beside it; `br` is a line feed. */
function lineOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && isBesideTheLine(node)) return '';
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  return 'children' in node ? node.children.map(lineOf).join('') : '';
}

/**
 * Wraps each space between two Chinese phrases of a heading in `<span class="gap">`, so that a style can set its
 * width and break lines there. Changes the heading in place.
 */
export function markGaps(heading: Element, language: string): void {
  const line = lineOf(heading);
  if (!/[ \u3000]/.test(line)) return;
  markIn(heading, { line, offset: 0, language });
}

interface Walk {
  readonly line: string;
  offset: number;
  readonly language: string;
}

function markIn(element: Element, walk: Walk): void {
  element.children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return markText(child.value, walk);
    if (child.type !== 'element' || isBesideTheLine(child)) return [child];
    if (child.tagName === 'br') walk.offset += 1;
    else markIn(child, walk);
    return [child];
  });
}

function markText(value: string, walk: Walk): ElementContent[] {
  const start = walk.offset;
  walk.offset += value.length;
  // Splitting by a group keeps the spaces, at the odd places.
  const parts = value.split(/([ \u3000]+)/);
  let offset = start;
  const nodes: ElementContent[] = [];
  for (const [i, part] of parts.entries()) {
    const text: ElementContent = { type: 'text', value: part };
    const isSpace = i % 2 === 1;
    if (isSpace && isGap(walk, offset, offset + part.length)) nodes.push(gap(text));
    else if (part !== '') appendText(nodes, part);
    offset += part.length;
  }
  return nodes;
}

function appendText(nodes: ElementContent[], value: string): void {
  const last = nodes.at(-1);
  if (last?.type === 'text') last.value += value;
  else nodes.push({ type: 'text', value });
}

function isGap(walk: Walk, start: number, end: number): boolean {
  const before = lastCharacter(walk.line.slice(Math.max(0, start - 2), start));
  const after = firstCharacter(walk.line.slice(end, end + 2));
  return isFullWidth(before, walk.language) && isFullWidth(after, walk.language);
}

function gap(space: ElementContent): Element {
  return { type: 'element', tagName: 'span', properties: { className: ['gap'] }, children: [space] };
}
