import type { Nodes, Root } from 'hast';
import type { Findings } from '../findings.js';
import { codeOf } from './chapter-text.js';

/** Embeddings, overrides and isolates (UAX #9, 2.1 to 2.5): they change the order of a printed line unseen. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Warns once of a chapter's direction controls, at the line of the first. Those that came by references such as
 * `&#x202e;` are looked for in the tree, where the file itself has none.
 */
export function reportDirectionControls(text: string, root: Root, findings: Findings): void {
  const inText = text.match(controls);
  const first = inText
    ? { character: inText[0], line: lineOf(text, text.search(controls)) }
    : firstIn(root, 1);
  if (!first) return;
  const count = inText?.length ?? countIn(root);
  findings.report('direction-control', { character: codeOf(first.character), count }, first.line);
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function firstIn(
  node: Nodes,
  line: number,
): { readonly character: string; readonly line: number } | undefined {
  const here = node.position?.start.line ?? line;
  const character = node.type === 'text' ? node.value.match(controls)?.[0] : undefined;
  if (character !== undefined) return { character, line: here };
  for (const child of 'children' in node ? node.children : []) {
    const found = firstIn(child, here);
    if (found) return found;
  }
  return undefined;
}

function countIn(node: Nodes): number {
  if (node.type === 'text') return node.value.match(controls)?.length ?? 0;
  return 'children' in node ? node.children.reduce((sum, child) => sum + countIn(child), 0) : 0;
}
