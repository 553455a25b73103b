import type { Element, ElementContent } from 'hast';
import { blockElements } from './safe-html.js';

/** A block, or what may stand in a line but has one in it. */
export function holdsBlock(node: ElementContent): boolean {
  return node.type === 'element' && (isBlock(node) || node.children.some(holdsBlock));
}

export function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && blockElements.has(node.tagName);
}

export function isNamed(node: ElementContent, names: readonly string[]): boolean {
  return node.type === 'element' && names.includes(node.tagName);
}

export function isSpace(node: ElementContent): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

export function textOf(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || !holdsBlock(node)) return [node];
  const children = node.children.flatMap(textOf);
  return isBlock(node) ? children : [{ ...node, children }];
}

export interface Run {
  readonly isMatch: boolean;
  readonly nodes: ElementContent[];
}

/** Neighbours that match, or do not, together. */
export function runsOf(
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

/** The elements of these names below another, those of a table in a table left out. */
export function elementsOf(parent: Element, names: readonly string[]): readonly Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element' || child.tagName === 'table') return [];
    return names.includes(child.tagName) ? [child] : elementsOf(child, names);
  });
}
