import type { Element, ElementContent } from 'hast';
import { holdsBlock, isSpace } from './node-kinds.js';

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

export type Wrap = (children: readonly ElementContent[]) => Element;

/** Makes copies of an element around other content; its id, which must be one, stays with the first. */
export function wrapping({ tagName, properties, position }: Element): Wrap {
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

export function into(block: Element, around: Wrap): Element {
  if (block.children.length === 0) return block;
  const goesDeeper = structures.has(block.tagName) || block.children.some(holdsBlock);
  const children = goesDeeper
    ? block.children.map((node) =>
        holdsBlock(node) && node.type === 'element' ? into(node, around) : wrapText(node, around),
      )
    : [around(block.children)];
  return { ...block, children };
}

function wrapText(node: ElementContent, around: Wrap): ElementContent {
  return isSpace(node) ? node : around([node]);
}
