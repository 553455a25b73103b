import type { Element, ElementContent } from 'hast';
import { textOf } from '../../../model/text-of.js';

/**
 * Sets a locator behind the bracket of a citation, raised: `[2]15-20` (GB/T 7714—2015, 10.1.3) and `（张忠智，1997）33-34`
 * (10.2.4). Undefined where the citation ends in no bracket: the locator would run into it.
 */
export function setLocator(nodes: readonly ElementContent[], locator: string): ElementContent[] | undefined {
  if (!/[\])）〕】]$/.test(textOf({ type: 'root', children: [...nodes] }))) return undefined;
  const last = nodes.at(-1);
  if (last?.type === 'element' && last.tagName === 'sup') {
    return [
      ...nodes.slice(0, -1),
      { ...last, children: [...last.children, { type: 'text', value: locator }] },
    ];
  }
  return [
    ...nodes,
    { type: 'element', tagName: 'sup', properties: {}, children: [{ type: 'text', value: locator }] },
  ];
}

/** Joins citations that were made apart; raised ones become one, parted by commas as in `[570,83]` (10.1.2). */
export function joinCitations(parts: readonly (readonly ElementContent[])[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const part of parts) {
    const [last, first] = [joined.at(-1), part[0]];
    if (last && first && isRaised(last) && isRaised(first)) {
      const children: ElementContent[] = [...last.children, { type: 'text', value: ',' }, ...first.children];
      joined.splice(-1, 1, { ...last, children }, ...part.slice(1));
    } else joined.push(...part);
  }
  return joined;
}

function isRaised(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'sup';
}
