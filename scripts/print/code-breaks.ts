import type { Element, ElementContent } from 'hast';

/** After these a name of a program may go on in the next line: `a.b`, `a::b`, `a/b`, `a_b`, `f(`. */
const joints = /(?<=[\w)\]]{2}(?:::|[./_(=,]))(?=[\w([]{2})/;

/**
 * Puts break opportunities into inline code, in place: a name of thirty characters that stays whole leaves the line
 * before it full of holes.
 */
export function breakInlineCode(code: Element): void {
  code.children = code.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'text') return [child];
    return child.value.split(joints).flatMap((value, index): ElementContent[] => {
      const text: ElementContent = { type: 'text', value };
      return index === 0 ? [text] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, text];
    });
  });
}
