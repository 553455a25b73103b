import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** After these a name of a program may go on in the next line: `a.b`, `a::b`, `a/b`, `a_b`, `f(`. */
const joints = /(?<=[\w)\]]{2}(?:::|[./_(=,]))(?=[\w([]{2})/;

/** Between two words of one name: `fontFamily`. */
const humps = /(?<=\p{Ll}{2})(?=\p{Lu})/u;

/** Characters of a name that fit in a line of a telephone, or in a cell. */
const longName = 24;

/**
 * Puts break opportunities into inline code, in place: a name of thirty characters that stays whole leaves the line
 * before it full of holes, and stands beyond a narrow column.
 */
export function breakInlineCode(tree: Root | Element): void {
  visit(tree, 'element', (element, _index, parent) => {
    const isInPre = parent?.type === 'element' && parent.tagName === 'pre';
    if (element.tagName === 'code' && !isInPre) element.children = element.children.flatMap(withBreaks);
  });
}

function withBreaks(node: ElementContent): readonly ElementContent[] {
  if (node.type !== 'text') return [node];
  const pieces = node.value.split(joints).flatMap(cutName);
  return pieces.flatMap((value, index): readonly ElementContent[] => {
    const text: ElementContent = { type: 'text', value };
    return index === 0 ? [text] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, text];
  });
}

/** A long name at its humps; one without humps, a checksum, after every eighth character. */
function cutName(piece: string): readonly string[] {
  if (piece.length <= longName || /\s|[^\x21-\u02af]/.test(piece)) return [piece];
  const words = piece.split(humps);
  return words.flatMap((word) => (word.length > longName ? (word.match(/.{1,8}/gs) ?? []) : [word]));
}
