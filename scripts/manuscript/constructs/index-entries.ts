import type { Root } from 'hast';
import { textOf } from '../../model/text-of.js';
import { type Construct, classesOf, everyElement, mark, valuesOf } from './construct.js';

/** What a place says of itself to the index: the entry with its sub-entries, and how it sorts. */
export interface IndexMark {
  readonly path: readonly string[];
  readonly sort?: string;
}

declare module 'hast' {
  interface ElementData {
    index?: IndexMark;
  }
}

/** `[曹雪芹]{.index}`, `[他]{index="曹雪芹!生平"}`, and `::: index` where the index is to stand. */
export const indexEntries: Construct = {
  name: 'index-entries',
  syntax: '[曹雪芹]{.index}   [他]{index="曹雪芹!生平" sort="caoxueqin"}\n\n::: {.index sort=pinyin}\n:::',
  about: {
    en: 'a place for the index, by its words or by `index="entry!sub-entry"`; an empty `::: index` (in a chapter of kind `index`) is filled, sorted by `pinyin`, `stroke` or `alphabet`',
    'zh-CN':
      '索引条目：以文字本身或 `index="条目!子条目"` 为条目；空的 `::: index`（放在 `kind: index` 的一章）处生成索引，按 `pinyin`、`stroke` 或 `alphabet` 排序',
  },
  tree: (root) => markEntries(root),
};

function markEntries(root: Root): void {
  everyElement(root, (element) => {
    const { index, sort } = valuesOf(element);
    const isOwn = element.tagName === 'span' && classesOf(element).includes('index');
    if (index === undefined && !isOwn) return;
    const path = (index ?? textOf(element))
      .split('!')
      .map((part) => part.replace(/\s+/g, ' ').trim())
      .filter((part) => part !== '');
    if (path.length === 0) return;
    mark(element, { index: { path, ...(sort !== undefined && { sort }) } });
    element.properties.className = [...classesOf(element).filter((name) => name !== 'index'), 'index-entry'];
  });
}
