import type { Element, ElementContent, Root, RootContent } from 'hast';

/**
 * Most bytes of a file's markup. Old readers open larger files slowly or not at all (Sony's limit was 300 KB), and every
 * reader lays out a whole file at once.
 */
const limit = 240_000;

/** What adapting adds to a node besides its own names, bytes (languages, roles, breaks). */
const perElement = 24;

/** What may be cut between its children, each half keeping the wrapper. */
const wrappers = new Set(['section', 'div', 'article', 'blockquote']);

/**
 * Cuts a long chapter into parts that fit a file each: before a heading, as high as can be, else between blocks, and
 * never right after a heading. A chapter that fits is one part, the tree itself.
 */
export function chapterParts(tree: Root, most = limit): readonly Root[] {
  const total = sizeOf(tree);
  if (total <= most) return [tree];
  const blocks = tree.children.flatMap((node) => cutLarge(node, most));
  const parts: Root[] = [];
  let rest: readonly RootContent[] = blocks;
  while (rest.length > 0) {
    const end = endOfPart(rest, most);
    parts.push({ type: 'root', children: rest.slice(0, end) });
    rest = rest.slice(end);
  }
  return parts;
}

/** How many of the blocks the next part takes. */
function endOfPart(blocks: readonly RootContent[], most: number): number {
  const sizes = blocks.map(sizeOf);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= most) return blocks.length;
  // Parts of about one size, so that the last is no scrap.
  const wanted = total / Math.ceil(total / most);
  let before = 0;
  let best: { readonly end: number; readonly cost: number } | undefined;
  for (const [index, size] of sizes.entries()) {
    if (index > 0 && before > most) break;
    const block = blocks[index];
    if (index > 0 && block && !isBlank(block) && !followsHeading(blocks, index)) {
      const cost = Math.abs(before - wanted) / wanted + cutCost(block);
      if (!best || cost <= best.cost) best = { end: index, cost };
    }
    before += size;
  }
  return best?.end ?? 1;
}

/** A cut before a section's heading may stand this much of a part farther away than one between paragraphs. */
function cutCost(block: RootContent): number {
  const depth = block.type === 'element' ? /^h([1-6])$/.exec(block.tagName)?.[1] : undefined;
  return depth === undefined ? 0.6 : 0.05 * Number(depth);
}

function followsHeading(blocks: readonly RootContent[], index: number): boolean {
  const before = blocks.slice(0, index).findLast((node) => !isBlank(node));
  return before?.type === 'element' && /^h[1-6]$/.test(before.tagName);
}

function isBlank(node: RootContent): boolean {
  return node.type !== 'element' && (node.type !== 'text' || node.value.trim() === '');
}

/** A block that alone is too long for a file, in pieces; tables, lists and code stay whole. */
function cutLarge<Node extends RootContent>(node: Node, most: number): readonly (Node | Element)[] {
  if (node.type !== 'element' || sizeOf(node) <= most) return [node];
  const isNotes = node.properties.dataFootnotes !== undefined;
  const list = isNotes ? node.children.find(isList) : undefined;
  if (list) return pieces(list, most).map((piece) => ({ ...node, children: [piece] }));
  return wrappers.has(node.tagName) ? pieces(node, most) : [node];
}

function isList(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'ol' || node.tagName === 'ul');
}

/** The children in groups, each in a copy of their wrapper; the wrapper's id stays with the first. */
function pieces(wrapper: Element, most: number): Element[] {
  const groups: ElementContent[][] = [[]];
  let size = 0;
  for (const child of wrapper.children.flatMap((one) => cutLarge(one, most))) {
    const own = sizeOf(child);
    if (size > 0 && size + own > most / 2 && !isBlank(child)) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(child);
    size += own;
  }
  const { id: _id, ...properties } = wrapper.properties;
  return groups.map((children, index) =>
    index === 0 ? { ...wrapper, children } : { ...wrapper, properties, children },
  );
}

/** About the bytes of a node in XHTML, UTF-8. */
function sizeOf(node: Root | RootContent): number {
  if (node.type === 'text') return Buffer.byteLength(node.value);
  if (node.type !== 'element' && node.type !== 'root') return 0;
  const children = node.children.reduce((sum, child) => sum + sizeOf(child), 0);
  if (node.type === 'root') return children;
  const names = Object.entries(node.properties).reduce(
    (sum, [name, value]) => sum + name.length + 4 + Buffer.byteLength(String(value)),
    0,
  );
  return children + 2 * node.tagName.length + 5 + names + perElement;
}
