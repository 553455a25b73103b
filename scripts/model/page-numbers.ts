import type { Element, ElementContent, Root } from 'hast';

/** The printed label of the page where an anchor stands; nothing where it is not known. */
export type PageOf = (id: string) => string | undefined;

/** Whether a tree prints numbers of pages. */
export function hasPageNumbers(parent: Root | Element): boolean {
  return parent.children.some(
    (child) => child.type === 'element' && (isPageNumber(child) || hasPageNumbers(child)),
  );
}

/**
 * A copy of a tree with the numbers of pages filled in: an empty `span.page-number` in a link shows the page of what the
 * link leads to; in a `span.page-list` pages that come twice stand once, and three and more in a row become a range
 * (GB/T 22466 gives locators so). An unknown page is a dash, in a list the links are counted.
 */
export function withPageNumbers(tree: Root, pageOf: PageOf): Root {
  const copy = structuredClone(tree);
  fill(copy, undefined, pageOf);
  return copy;
}

const unknown = '–';

function fill(parent: Root | Element, href: string | undefined, pageOf: PageOf): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const own = typeof child.properties.href === 'string' ? child.properties.href : href;
    if (isPageNumber(child))
      child.children = [{ type: 'text', value: (own && pageOf(own.slice(1))) || unknown }];
    else fill(child, own, pageOf);
    if (classNames(child).includes('page-list')) child.children = listed(child);
  }
}

interface Located {
  readonly link: ElementContent;
  readonly page: string;
}

/** The links of a list of pages, each page once, with commas and dashes between them. */
function listed(list: Element): ElementContent[] {
  const located = list.children.flatMap((child): Located[] =>
    child.type === 'element' && child.tagName === 'a' ? [{ link: child, page: wordsOf(child) }] : [],
  );
  if (located.every(({ page }) => page === unknown)) return counted(located);
  const each = located.filter(({ page }, index) => page !== located[index - 1]?.page);
  const nodes: ElementContent[] = [];
  for (let start = 0; start < each.length; ) {
    const end = endOfRun(each, start);
    const run = end - start >= 2 ? [each[start], each[end]] : each.slice(start, end + 1);
    for (const [index, item] of run.entries()) {
      if (!item) continue;
      const join = index === 0 ? ', ' : end - start >= 2 ? '–' : ', ';
      if (nodes.length > 0) nodes.push({ type: 'text', value: join });
      nodes.push(item.link);
    }
    start = end + 1;
  }
  return nodes;
}

/** Where no page is known, each link shows which place it is. */
function counted(located: readonly Located[]): ElementContent[] {
  return located.flatMap(({ link }, index): ElementContent[] => {
    if (link.type !== 'element') return [];
    const own: ElementContent = { ...link, children: [{ type: 'text', value: String(index + 1) }] };
    return index === 0 ? [own] : [{ type: 'text', value: ', ' }, own];
  });
}

/** Index of the last of pages that follow one another; only arabic numbers do. */
function endOfRun(each: readonly Located[], start: number): number {
  let end = start;
  while (/^\d+$/.test(each[end]?.page ?? '') && Number(each[end + 1]?.page) === Number(each[end]?.page) + 1)
    end += 1;
  return end;
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}

function isPageNumber(element: Element): boolean {
  return classNames(element).includes('page-number');
}

function classNames({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}
