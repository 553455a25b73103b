import { type Chapter, isLeaf, type Matter } from '../model/book.js';
import type { PageMap } from '../model/page-map.js';
import { coverPageFile, imprintFile, titlePageFile } from './file-names.js';
import type { Words } from './words.js';

/** An entry of the contents; `children` are the headings under it. */
export interface Entry {
  readonly title: string;
  /** Address relative to the content folder. */
  readonly href: string;
  readonly children: readonly Entry[];
}

export interface Landmark {
  /** A term of the EPUB 3 Structural Semantics Vocabulary. */
  readonly type: string;
  readonly title: string;
  readonly href: string;
}

/** A chapter, the file it stands in, and the ids in it that links may lead to. */
export interface PlacedChapter {
  readonly chapter: Chapter;
  readonly file: string;
  readonly ids: ReadonlySet<string>;
}

/** Deepest heading in the contents: more would hide the shape of the book. */
const deepest = 3;

/**
 * Nested contents from the headings of levels 1 to 3; every chapter has an entry, with or without headings, but for
 * dedications and epigraphs. The chapters of the body after a part's title stand under it.
 */
export function contentsEntries(chapters: readonly PlacedChapter[]): readonly Entry[] {
  const top: Entry[] = [];
  let part: Entry[] | undefined;
  for (const placed of chapters.filter(({ chapter }) => !isLeaf(chapter.kind))) {
    const { kind, matter } = placed.chapter;
    const entry = entryOf(placed);
    if (kind === 'part') {
      part = [...entry.children];
      top.push({ ...entry, children: part });
    } else if (matter === 'body' && part) part.push(entry);
    else top.push(entry);
  }
  return top;
}

function entryOf({ chapter, file, ids }: PlacedChapter): Entry {
  const title = oneLine(chapter.title) || oneLine(chapter.shortTitle ?? '') || chapter.id;
  const inner = chapter.headings.filter(
    (heading, index) =>
      heading.depth <= deepest && ids.has(heading.id) && !(index === 0 && heading.depth === 1),
  );
  const flat = inner
    .map((heading) => ({
      depth: heading.depth,
      title: oneLine(heading.text),
      href: `${file}#${heading.id}`,
    }))
    .filter((heading) => heading.title !== '');
  return { title, href: file, children: nest(flat) };
}

interface FlatEntry {
  readonly depth: number;
  readonly title: string;
  readonly href: string;
}

/** Puts each heading under the nearest one before it that is higher; levels left out make no empty entries. */
function nest(flat: readonly FlatEntry[]): readonly Entry[] {
  const top: Entry[] = [];
  const open: { depth: number; children: Entry[] }[] = [{ depth: 0, children: top }];
  for (const { depth, title, href } of flat) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const children: Entry[] = [];
    open.at(-1)?.children.push({ title, href, children });
    open.push({ depth, children });
  }
  return top;
}

/** Landmarks of EPUB 3.3 (section 5.4.2.3), each type once; a reader opens the book at `bodymatter`. */
export function landmarks(chapters: readonly PlacedChapter[], words: Words): readonly Landmark[] {
  const firstOf = (matter: Matter) => chapters.find(({ chapter }) => chapter.matter === matter)?.file;
  const all = [
    { type: 'cover', title: words.cover, href: coverPageFile },
    { type: 'titlepage', title: words.titlePage, href: titlePageFile },
    { type: 'frontmatter', title: words.frontMatter, href: firstOf('front') },
    { type: 'bodymatter', title: words.body, href: firstOf('body') },
    { type: 'backmatter', title: words.backMatter, href: firstOf('back') },
    { type: 'copyright-page', title: words.imprint, href: imprintFile },
  ];
  return all.flatMap(({ href, ...rest }) => (href === undefined ? [] : [{ ...rest, href }]));
}

/** A printed page that begins where a chapter does. */
export interface PrintedPage {
  /** What the page shows: `iii`, `12`. */
  readonly label: string;
  /** Id of the page break in the chapter's file. */
  readonly id: string;
  readonly file: string;
}

/**
 * The printed pages on which chapters open, in the order of the book. A chapter opens at the head of a page, so
 * there a page break is true; a heading in the middle of a page would be none.
 */
export function printedPages(chapters: readonly PlacedChapter[], pages: PageMap): readonly PrintedPage[] {
  const labels = new Set<string>();
  return chapters.flatMap(({ chapter, file }) => {
    const label = pages[chapter.id];
    if (!label || labels.has(label)) return [];
    labels.add(label);
    return [{ label, id: `page_${label.replace(/[^A-Za-z0-9]/g, '_')}`, file }];
  });
}

/** A point of the NCX, numbered in reading order; one address has one number. */
export interface NavPoint {
  readonly title: string;
  readonly href: string;
  readonly order: number;
  readonly children: readonly NavPoint[];
}

/** The contents cut to a depth of 2, which is what Kindle shows of an NCX. */
export function navPoints(entries: readonly Entry[]): readonly NavPoint[] {
  const orders = new Map<string, number>();
  const orderOf = (href: string): number => {
    const order = orders.get(href) ?? orders.size + 1;
    orders.set(href, order);
    return order;
  };
  const point = (entry: Entry, children: readonly Entry[]): NavPoint => ({
    title: entry.title,
    href: entry.href,
    order: orderOf(entry.href),
    children: children.map((child) => point(child, [])),
  });
  return entries.map((entry) => point(entry, entry.children));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
