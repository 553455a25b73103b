import type { Element, ElementContent } from 'hast';
import type { Chapter } from '../../model/book.js';
import { classesOf, everyElement, valuesOf } from '../constructs/construct.js';
import { collatorFor, groupOf, type Sorting, sortingFor } from '../constructs/sorting.js';
import { fingerprint, type IdRegistry } from '../ids/id-registry.js';
import { pageNumber } from '../numbering/settle-references.js';

/** An entry with the places where it stands and the entries below it. */
interface Entry {
  readonly words: string;
  sort: string;
  readonly places: string[];
  readonly below: Map<string, Entry>;
}

/**
 * Gives every place of the index its id, and writes the index where an empty `::: index` stands. Changes the trees in
 * place; gives the number of entries that no index prints.
 */
export function makeIndex(chapters: readonly Chapter[], registry: IdRegistry, language: string): number {
  const entries = gather(chapters, registry);
  let written = 0;
  for (const chapter of chapters) {
    everyElement(chapter.tree, (element) => {
      if (!isPlaceholder(element)) return;
      written += 1;
      const own = chapter.language ?? language;
      element.children = indexOf(entries, own, sortingFor(own, valuesOf(element).sort));
    });
  }
  return written > 0 ? 0 : entries.size;
}

function isPlaceholder(element: Element): boolean {
  if (element.tagName !== 'div' || !classesOf(element).includes('index')) return false;
  return element.children.every((child) => child.type === 'text' && child.value.trim() === '');
}

function gather(chapters: readonly Chapter[], registry: IdRegistry): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { id: chapterId, tree } of chapters) {
    everyElement(tree, (element) => {
      const mark = element.data?.index;
      if (!mark) return;
      const { id } = element.properties;
      const own =
        typeof id === 'string' ? id : registry.claim(`${chapterId}-x-${fingerprint(mark.path.join('!'))}`);
      element.properties.id = own;
      let level = entries;
      let entry: Entry | undefined;
      for (const words of mark.path) {
        entry = level.get(words) ?? { words, sort: words, places: [], below: new Map() };
        level.set(words, entry);
        level = entry.below;
      }
      entry?.places.push(own);
      if (entry && mark.sort !== undefined) entry.sort = mark.sort;
    });
  }
  return entries;
}

/** The entries in their order, those of a letter under it. */
function indexOf(entries: ReadonlyMap<string, Entry>, language: string, sorting: Sorting): ElementContent[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of sorted(entries, language, sorting)) {
    const group = groupOf(entry.sort, language, sorting) ?? '';
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  // What begins with a figure or a mark comes first, as it sorts.
  return [...groups].flatMap(([letter, own]): ElementContent[] => [
    ...(letter === '' ? [] : [element('p', ['index-letter'], [{ type: 'text', value: letter }])]),
    listOf(own, language, sorting),
  ]);
}

function sorted(entries: ReadonlyMap<string, Entry>, language: string, sorting: Sorting): readonly Entry[] {
  const compare = collatorFor(language, sorting);
  return [...entries.values()].toSorted((a, b) => compare(a.sort, b.sort) || (a.words < b.words ? -1 : 1));
}

function listOf(entries: readonly Entry[], language: string, sorting: Sorting): Element {
  const items = entries.map(({ words, places, below }): Element => {
    const pages = places.map((id): Element => {
      return { type: 'element', tagName: 'a', properties: { href: `#${id}` }, children: [pageNumber()] };
    });
    const inner = below.size > 0 ? [listOf(sorted(below, language, sorting), language, sorting)] : [];
    const locators: ElementContent[] =
      pages.length > 0 ? [{ type: 'text', value: '\u2002' }, element('span', ['page-list'], pages)] : [];
    return element('li', [], [{ type: 'text', value: words }, ...locators, ...inner]);
  });
  return element('ul', ['index-list'], items);
}

function element(tagName: string, className: string[], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: className.length > 0 ? { className } : {}, children };
}
