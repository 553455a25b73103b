import type { Element, ElementContent, Root } from 'hast';

/**
 * Gives each paragraph that holds one picture and nothing else the class `picture`; the picture may be in a link.
 * Styles cannot tell it themselves: their selectors do not see the text beside a picture. Changes the tree in place.
 */
export function markPictures(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'p' && isPicture(child)) addClass(child);
    else markPictures(child);
  }
}

function isPicture(element: Element): boolean {
  const [only, ...others] = element.children.filter((child) => !isBlank(child));
  if (only?.type !== 'element' || others.length > 0) return false;
  return only.tagName === 'img' || (only.tagName === 'a' && element.tagName === 'p' && isPicture(only));
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function addClass(paragraph: Element): void {
  const { className } = paragraph.properties;
  const names = Array.isArray(className) ? className : [];
  if (!names.includes('picture')) paragraph.properties.className = [...names, 'picture'];
}
