import type { Root } from 'hast';
import { type Book, type Chapter, isLeaf, type Matter } from '../model/book.js';
import { contentsFile, coverPageFile, imprintFile, titlePageFile } from './file-names.js';
import type { PlacedBreak } from './page-breaks.js';
import type { Words } from './words.js';

/** An entry of the contents; `children` are the headings under it. */
export interface Entry {
  /** Id of the heading, or of the chapter that has none. */
  readonly id: string;
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

/** A file that holds a chapter or a part of one, its text, the ids in it that links may lead to, and the printed pages in it. */
export interface ChapterFile {
  readonly file: string;
  readonly tree: Root;
  readonly ids: ReadonlySet<string>;
  readonly breaks: readonly PlacedBreak[];
}

/** A chapter and the files it stands in, one at least. */
export interface PlacedChapter {
  readonly chapter: Chapter;
  readonly files: readonly ChapterFile[];
}

/** The contents' depth where the book says nothing: more would hide its shape. */
const usualDepth = 3;

/**
 * Nested contents from the headings down to a level, 3 if the book says none; every chapter has an entry, with or without
 * headings, but for dedications and epigraphs. The chapters of the body after a part's title stand under it.
 */
export function contentsEntries(
  chapters: readonly PlacedChapter[],
  depth: Book['contents'] = usualDepth,
): readonly Entry[] {
  const deepest = depth === 'none' ? usualDepth : depth;
  const top: Entry[] = [];
  let part: Entry[] | undefined;
  for (const placed of chapters.filter(({ chapter }) => !isLeaf(chapter.kind))) {
    const { kind, matter } = placed.chapter;
    const entry = entryOf(placed, deepest);
    if (kind === 'part') {
      part = [...entry.children];
      top.push({ ...entry, children: part });
    } else if (matter === 'body' && part) part.push(entry);
    else top.push(entry);
  }
  return top;
}

function entryOf({ chapter, files }: PlacedChapter, deepest: number): Entry {
  const title = oneLine(chapter.title) || oneLine(chapter.shortTitle ?? '') || chapter.id;
  const flat = chapter.headings.flatMap(({ depth, id, text }, index): FlatEntry[] => {
    const holder = files.find(({ ids }) => ids.has(id));
    const isTitle = index === 0 && depth === 1;
    if (!holder || isTitle || depth > deepest || oneLine(text) === '') return [];
    return [{ depth, id, title: oneLine(text), href: `${holder.file}#${id}` }];
  });
  const first = chapter.headings.find(({ depth }) => depth === 1);
  return { id: first?.id ?? chapter.id, title, href: files[0]?.file ?? '', children: nest(flat) };
}

interface FlatEntry extends Omit<Entry, 'children'> {
  readonly depth: number;
}

/** Puts each heading under the nearest one before it that is higher; levels left out make no empty entries. */
function nest(flat: readonly FlatEntry[]): readonly Entry[] {
  const top: Entry[] = [];
  const open: { depth: number; children: Entry[] }[] = [{ depth: 0, children: top }];
  for (const { depth, ...entry } of flat) {
    while ((open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const children: Entry[] = [];
    open.at(-1)?.children.push({ ...entry, children });
    open.push({ depth, children });
  }
  return top;
}

/** Landmarks of EPUB 3.3 (section 5.4.2.3), each type once; a reader opens the book at `bodymatter`. */
export function landmarks(
  chapters: readonly PlacedChapter[],
  words: Words,
  hasContentsPage: boolean,
): readonly Landmark[] {
  const firstOf = (matter: Matter) =>
    chapters.find(({ chapter }) => chapter.matter === matter)?.files[0]?.file;
  const all = [
    { type: 'cover', title: words.cover, href: coverPageFile },
    { type: 'titlepage', title: words.titlePage, href: titlePageFile },
    { type: 'toc', title: words.contents, href: hasContentsPage ? contentsFile : undefined },
    { type: 'frontmatter', title: words.frontMatter, href: firstOf('front') },
    { type: 'bodymatter', title: words.body, href: firstOf('body') },
    { type: 'backmatter', title: words.backMatter, href: firstOf('back') },
    { type: 'copyright-page', title: words.imprint, href: imprintFile },
  ];
  return all.flatMap(({ href, ...rest }) => (href === undefined ? [] : [{ ...rest, href }]));
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
