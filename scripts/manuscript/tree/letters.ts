import type { Element, ElementContent, Root, RootContent } from 'hast';
import { textOf } from '../../model/text-of.js';

/** 此致 alone, or a word of wishing alone, ends the text of a letter; the line after it is the wish. */
const opener = /^(?:此致|[敬谨謹恭顺順并並遥遙专專耑]?(?:祝|颂|頌|候|请|請)|即[颂頌请請候])[:：,，]?$/u;
/** 敬礼, 健康！, 工作顺利, 身体健康: a short one, of which nothing but its end has a mark. */
const wish = /^\p{Script=Han}{2,10}[！!。.]?$/u;
const regards = /^(?:崇高的)?(?:革命的?)?敬[礼禮][！!。.]?$/u;

/**
 * Gives the wish that ends a Chinese letter (敬礼 after 此致) the class `wish`: it begins at the left edge, where the line
 * before it is indented. 此致 and 敬礼 are known anywhere, other wishes in a `letter`. Changes the tree in place.
 */
export function markWishes(parent: Root | Element): void {
  const isLetter = parent.type === 'element' && classesOf(parent).includes('letter');
  const blocks = (parent.children as readonly (RootContent | ElementContent)[]).filter(
    (child) => child.type === 'element',
  );
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before && isWish(before, block, isLetter)) block.properties.className = [...classesOf(block), 'wish'];
    markWishes(block);
  }
}

function isWish(before: Element, block: Element, isLetter: boolean): boolean {
  if (before.tagName !== 'p' || block.tagName !== 'p') return false;
  const [first, second] = [before, block].map((paragraph) => textOf(paragraph).trim());
  if (first === undefined || second === undefined) return false;
  if (/^此致/u.test(first) && regards.test(second)) return opener.test(first);
  return isLetter && opener.test(first) && wish.test(second);
}

function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
