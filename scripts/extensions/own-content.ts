import type { Element, ElementContent, Properties } from 'hast';
import { isRecord } from '../model/is-record.js';
import { WrongAnswer } from './guard.js';

/** Deeper trees than this are no content of a line or a container. */
const deepest = 30;

/** What stands for a node of the manuscript while own code looks at it, and the node itself. */
export type Originals = ReadonlyMap<unknown, ElementContent>;

/** Copies of nodes that cannot be changed: own code puts them where it likes, and the nodes themselves come there. */
export function shownOnly(nodes: readonly ElementContent[]): {
  readonly shown: readonly ElementContent[];
  readonly originals: Originals;
} {
  const originals = new Map<unknown, ElementContent>();
  const copy = (node: ElementContent): ElementContent => {
    const shown: ElementContent =
      node.type === 'element'
        ? {
            type: 'element',
            tagName: node.tagName,
            properties: Object.freeze(structuredClone(node.properties)),
            children: Object.freeze(node.children.map(copy)) as ElementContent[],
          }
        : { type: 'text', value: node.type === 'text' ? node.value : '' };
    originals.set(Object.freeze(shown), node);
    return shown;
  };
  return { shown: nodes.map(copy), originals };
}

/** What own code answered, as nodes: those of the manuscript themselves, others made anew of what is known of nodes. */
export function readContent(
  content: unknown,
  originals: Originals = new Map(),
  depth = 0,
): readonly ElementContent[] {
  if (depth > deepest) throw new WrongAnswer(`> ${deepest} × { children }`);
  const original = originals.get(content);
  if (original) return [original];
  if (typeof content === 'string') return content === '' ? [] : [{ type: 'text', value: content }];
  if (Array.isArray(content)) return content.flatMap((part) => readContent(part, originals, depth + 1));
  if (isRecord(content) && content.type === 'text' && typeof content.value === 'string')
    return content.value === '' ? [] : [{ type: 'text', value: content.value }];
  if (isRecord(content) && content.type === 'element') return [readElement(content, originals, depth)];
  throw new WrongAnswer('string | element(…) | [ … ]');
}

function readElement(
  { tagName, properties = {}, children = [] }: Readonly<Record<string, unknown>>,
  originals: Originals,
  depth: number,
): Element {
  if (typeof tagName !== 'string' || !/^[a-z][a-z0-9]*$/.test(tagName)) throw new WrongAnswer('tagName');
  if (!isRecord(properties) || !Array.isArray(children)) throw new WrongAnswer(`<${tagName}>`);
  const read: Properties = {};
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'string' || typeof value === 'number') read[name] = value;
    else if (Array.isArray(value)) read[name] = value.map(String);
    else throw new WrongAnswer(`<${tagName} ${name}>`);
  }
  return {
    type: 'element',
    tagName,
    properties: read,
    children: [...readContent(children, originals, depth + 1)],
  };
}
