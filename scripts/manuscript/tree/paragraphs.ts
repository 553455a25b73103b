import type { Element, Root } from 'hast';
import { blockElements } from '../html/safe-html.js';

/**
 * Makes a `div` of each paragraph that raw HTML put blocks into (`<p align="center">` around Markdown paragraphs,
 * a `<div>` within a line): XHTML knows no paragraph with blocks inside. Changes the tree in place and
 * tells whether it holds a block.
 */
export function freeBlocks(parent: Root | Element): boolean {
  let holdsBlock = false;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const inner = freeBlocks(child);
    if (inner && child.tagName === 'p') child.tagName = 'div';
    holdsBlock = holdsBlock || inner || blockElements.has(child.tagName);
  }
  return holdsBlock;
}
