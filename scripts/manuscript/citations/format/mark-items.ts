import type { ElementContent } from 'hast';
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
