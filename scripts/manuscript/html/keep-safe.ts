import type { ElementContent } from 'hast';
import type { Findings } from '../findings.js';
import { cleanAttributes } from './clean-attributes.js';
import { safeElements } from './safe-html.js';

/**
 * Nodes that code of a book's own has made, held to the HTML that manuscripts may write: other elements go and leave their
 * text, code goes whole, other attributes go; each is reported. `trusted` nodes are the parser's own.
 */
export function keepSafe(
  nodes: readonly ElementContent[],
  findings: Findings,
  line: number,
  trusted: ReadonlySet<ElementContent> = new Set(),
): readonly ElementContent[] {
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type !== 'element' || trusted.has(node)) return [node];
    const { tagName } = node;
    if (tagName === 'script' || tagName === 'style') {
      findings.report('html-code-removed', { element: tagName }, line);
      return [];
    }
    const children = [...keepSafe(node.children, findings, line, trusted)];
    if (!safeElements.has(tagName)) {
      findings.report('html-element-refused', { element: tagName }, line);
      return children;
    }
    return [{ ...node, properties: cleanAttributes(node, findings, line), children }];
  });
}
