import type { ElementContent } from 'hast';
import { textOf } from '../../../model/text-of.js';
import { citeSpan } from './clean-html.js';

/** Marks the numbers of items in the citations of a numeric style, each item once: `[2-4]` has the marks of 2 and 4. */
export function markNumbers(
  nodes: readonly ElementContent[],
  keyOf: ReadonlyMap<number, string>,
): ElementContent[] {
  const left = new Map(keyOf);
  const mark = (node: ElementContent): ElementContent[] => {
    if (node.type === 'element') return [{ ...node, children: node.children.flatMap(mark) }];
    if (node.type !== 'text') return [node];
    return node.value.split(/(\d+)/).flatMap((text): ElementContent[] => {
      const key = /^\d/.test(text) ? left.get(Number(text)) : undefined;
      if (text === '') return [];
      if (key === undefined) return [{ type: 'text', value: text }];
      left.delete(Number(text));
      return [citeSpan(key, [{ type: 'text', value: text }])];
    });
  };
  return joinTexts(nodes.flatMap(mark));
}

/**
 * Draws two numbers in a row together, `[255-256]`, as GB/T 7714—2015 (10.1.2) does; styles of CSL can only draw
 * together three and more.
 */
export function joinPairs(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.map((node, index): ElementContent => {
    if (node.type === 'element') return keyOf(node) ? node : { ...node, children: joinPairs(node.children) };
    if (node.type !== 'text' || !/^, ?$/.test(node.value)) return node;
    const [before, after] = [numberIn(nodes[index - 1]), numberIn(nodes[index + 1])];
    return before + 1 === after ? { type: 'text', value: '-' } : node;
  });
}

/** The number that a mark holds; NaN of all else. */
function numberIn(node: ElementContent | undefined): number {
  return node && keyOf(node) !== undefined ? Number(textOf(node)) : Number.NaN;
}

/** Makes one mark of all that is said of one item in a row: `张忠智`, `，`, `1997` become one link. */
export function joinMarks(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const key = keyOf(node);
    const start = key === undefined ? -1 : joined.findLastIndex((other) => keyOf(other) !== undefined);
    const before = joined[start];
    if (key !== undefined && before && keyOf(before) === key) {
      const between = joined.splice(start);
      joined.push(citeSpan(key, joinTexts([...between, node].flatMap(contentOf))));
    } else
      joined.push(
        node.type === 'element' && key === undefined ? { ...node, children: joinMarks(node.children) } : node,
      );
  }
  return joinTexts(joined);
}

function keyOf(node: ElementContent): string | undefined {
  return node.type === 'element' && node.properties.dataCite !== undefined
    ? String(node.properties.dataCite)
    : undefined;
}

function contentOf(node: ElementContent): readonly ElementContent[] {
  return node.type === 'element' && keyOf(node) !== undefined ? node.children : [node];
}

function joinTexts(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}
