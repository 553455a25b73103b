import type { Element, ElementContent, Root } from 'hast';
import { textOf } from '../../model/text-of.js';
import { type Attributes, attributesAt } from '../markdown/attributes.js';
import { type Construct, classesOf, type TreeContext } from './construct.js';
import { mergeCells } from './table-cells.js';

/** `: 表题 {#tbl:x}` below or above a table, cells that are joined, widths of columns. */
export const tables: Construct = {
  name: 'tables',
  syntax: '| 甲 | 乙 |\n|----|----|\n| 一 | << |\n| ^^ | 二 |\n\n: 表题 {#tbl:name widths="1 2"}',
  about: {
    en: 'caption `: …` or `Table: …` beside the table; a cell `<<` joins the one to its left, `^^` the one above; `widths` are parts of the measure; `#tbl:…` numbers it',
    'zh-CN':
      '表题：表格上方或下方一段以 `: ` 或 `表：` 开头；单元格 `<<` 并入左格，`^^` 并入上格；`widths` 为列宽比例；`#tbl:…` 则编号',
  },
  tree: (root, context) => finishTables(root, context),
};

function finishTables(parent: Root | Element, context: TreeContext): void {
  const used = new Set<ElementContent>();
  const blocks = (parent.children as readonly ElementContent[]).filter(
    (child) => child.type !== 'text' || child.value.trim() !== '',
  );
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'element') continue;
    if (block.tagName === 'table') {
      const beside = [blocks[index + 1], blocks[index - 1]];
      const caption = beside.find((node) => node && !used.has(node) && isCaption(node));
      if (caption?.type === 'element') {
        used.add(caption);
        addCaption(block, caption);
      }
      mergeCells(block, context);
    } else finishTables(block, context);
  }
  if (used.size > 0) {
    parent.children = (parent.children as ElementContent[]).filter((child) => !used.has(child));
  }
}

const opening = /^(?::|(?:Table|表)\s*[:：])[ \t\u3000]*/;

function isCaption(node: ElementContent): boolean {
  if (node.type !== 'element' || node.tagName !== 'p') return false;
  const first = node.children[0];
  return (
    first?.type === 'text' && opening.test(first.value) && textOf(node).replace(opening, '').trim() !== ''
  );
}

function addCaption(table: Element, paragraph: Element): void {
  const { children } = paragraph;
  const first = children[0];
  if (first?.type === 'text') first.value = first.value.replace(opening, '');
  const attributes = attributesBehind(children);
  const caption: Element = {
    type: 'element',
    tagName: 'caption',
    properties: {},
    children,
    ...(paragraph.position && { position: paragraph.position }),
  };
  table.children.unshift(caption);
  if (!attributes) return;
  const { id, classes, values } = attributes;
  if (id !== undefined) table.properties.id = id;
  if (classes.length > 0) table.properties.className = [...classesOf(table), ...classes];
  const columns = columnsOf(values.widths);
  if (columns) table.children.splice(1, 0, columns);
}

/** Takes the attributes from the end of a caption. */
function attributesBehind(children: ElementContent[]): Attributes | undefined {
  const last = children.at(-1);
  if (last?.type !== 'text') return undefined;
  const start = last.value.lastIndexOf('{');
  const found = start < 0 ? undefined : attributesAt(last.value, start);
  if (found?.end !== last.value.trimEnd().length) return undefined;
  last.value = last.value.slice(0, start).trimEnd();
  return found.attributes;
}

/** `1 2 1` or `25% 50% 25%`: parts of the whole, whatever they add up to. */
function columnsOf(widths: string | undefined): Element | undefined {
  const parts =
    widths
      ?.split(/[\s,%]+/)
      .filter((part) => part !== '')
      .map(Number) ?? [];
  const sum = parts.reduce((total, part) => total + part, 0);
  if (parts.length === 0 || !Number.isFinite(sum) || parts.some((part) => !(part > 0))) return undefined;
  const columns = parts.map((part): Element => {
    const style = `width:${((100 * part) / sum).toFixed(2)}%`;
    return { type: 'element', tagName: 'col', properties: { style }, children: [] };
  });
  return { type: 'element', tagName: 'colgroup', properties: {}, children: columns };
}
