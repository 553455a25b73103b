import type { Element, ElementContent, Root } from 'hast';
import { textOf } from '../../model/text-of.js';
import { type Construct, classesOf, everyElement, type TreeContext, valuesOf } from './construct.js';
import { collatorFor } from './sorting.js';

/** `::: glossary`: the terms of a definition list in their order. */
export const glossary: Construct = {
  name: 'glossary',
  syntax: '::: {.glossary sort=pinyin}\n版心\n: 一页中印文字的部分\n:::',
  about: {
    en: 'the definition list in it is sorted by `pinyin`, `stroke` or `alphabet`; `sort=none` keeps its order',
    'zh-CN': '其中的术语按 `pinyin`、`stroke` 或 `alphabet` 排序；`sort=none` 不排',
  },
  tree: sortGlossaries,
};

function sortGlossaries(root: Root, { language }: TreeContext): void {
  everyElement(root, (element) => {
    if (!classesOf(element).includes('glossary')) return;
    const { sort } = valuesOf(element);
    const compare = sort === 'none' ? undefined : collatorFor(language, sort);
    for (const list of element.children)
      if (compare && list.type === 'element' && list.tagName === 'dl') sortTerms(list, compare);
  });
}

/** A group is one or more terms with what they mean; it is sorted by its first term. */
function sortTerms(list: Element, compare: (a: string, b: string) => number): void {
  const groups: ElementContent[][] = [];
  let isOpen = false;
  for (const child of list.children.filter((node) => node.type === 'element')) {
    if (groups.length === 0 || (child.tagName === 'dt' && !isOpen)) groups.push([]);
    isOpen = child.tagName === 'dt';
    groups.at(-1)?.push(child);
  }
  const keyed = groups.map((group) => ({ group, key: group[0] ? textOf(group[0]) : '' }));
  list.children = keyed.toSorted((a, b) => compare(a.key, b.key)).flatMap(({ group }) => group);
}
