import type { Element, ElementContent, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Findings } from '../findings.js';
import { positionOf } from '../position.js';
import { cleanAttributes } from './clean-attributes.js';
import { type MixedContent, type RepairedHtml, repairHtml } from './repair-html.js';

/**
 * Turns finished nodes and raw HTML between them into one list of nodes: `<div>`, some paragraphs and `</div>`
 * become a `div` around the paragraphs. What Markdown made is never parsed again, so raw HTML can neither
 * change nor imitate it.
 */
export function mergeHtml(
  content: readonly MixedContent[],
  findings: Findings,
  room: number,
): ElementContent[] {
  const finished = content.filter((item) => item.type !== 'html');
  if (finished.length === content.length) return finished;
  const repaired = repairHtml(content, findings, room);
  const parsed = fromHtml(repaired.html, { fragment: true });
  return parsed.children.flatMap((node) => finish(node, repaired, findings));
}

function finish(node: RootContent, repaired: RepairedHtml, findings: Findings): ElementContent[] {
  if (node.type === 'comment') return repaired.nodes.slice(Number(node.value), Number(node.value) + 1);
  if (node.type === 'text') return [{ type: 'text', value: node.value }];
  if (node.type !== 'element') return [];
  return [finishElement(node, repaired, findings)];
}

function finishElement(node: Element, repaired: RepairedHtml, findings: Findings): Element {
  // The parser makes `tbody` by itself; it has no tag of its own.
  const line = repaired.lines.get(node.position?.start.offset ?? -1);
  const children = node.children.flatMap((child) => finish(child, repaired, findings));
  const element: Element = {
    type: 'element',
    tagName: node.tagName,
    properties: cleanAttributes(node, findings, line),
    children,
  };
  return line === undefined ? element : { ...element, position: positionOf(line) };
}
