import type { Root } from 'hast';
import { type Construct, everyElement, mark } from './construct.js';

/** What can be numbered: figure, table, equation, listing, section. */
export const labelKinds = ['fig', 'tbl', 'eq', 'lst', 'sec'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** A name as ids and references write it (pandoc-crossref's form), as the source of a regular expression. */
export const labelPattern = `(?:${labelKinds.join('|')}):[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_:.-]*[\\p{L}\\p{N}_])?`;

declare module 'hast' {
  interface ElementData {
    /** What it is numbered as. */
    label?: LabelKind;
    /** The label as the author wrote it. */
    name?: string;
  }
}

/** `{#fig:…}`, `{#tbl:…}` and so on: what has such an id is numbered with its kind. */
export const labels: Construct = {
  name: 'labels',
  syntax: '{#fig:name}   {#tbl:name}   {#eq:name}   {#lst:name}   {#sec:name}',
  about: {
    en: 'an id of this form numbers a figure, table, equation or listing, and names a section',
    'zh-CN': '这样的 id 使图、表、公式、代码编号，并给章节命名',
  },
  tree: (root) => markLabels(root),
};

function markLabels(root: Root): void {
  everyElement(root, (element) => {
    const kind = kindOfId(element.properties.id);
    if (kind) mark(element, { label: kind, name: String(element.properties.id) });
  });
}

export function kindOfId(id: unknown): LabelKind | undefined {
  const prefix = typeof id === 'string' ? id.split(':', 1)[0] : undefined;
  return typeof id === 'string' && id.includes(':') ? labelKinds.find((kind) => kind === prefix) : undefined;
}
