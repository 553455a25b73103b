import type { Nodes } from 'hast';

/**
 * The text of a tree in reading order: all its text nodes joined, with a line feed for each `br`. Comments give
 * nothing; the text of images (`alt`) is not part of it, as it is not printed.
 */
export function textOf(node: Nodes): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts.join('');
}

function collect(node: Nodes, parts: string[]): void {
  if (node.type === 'text') parts.push(node.value);
  if (node.type === 'element' && node.tagName === 'br') parts.push('\n');
  if ('children' in node) for (const child of node.children) collect(child, parts);
}
