import { type Book, type Chapter, type ContentsDepth, isListed, type Matter } from '../../model/book.js';
import type { TrimSize } from '../../model/theme.js';
import { contentsLines, textWidth } from '../running-title.js';
import { partTitle } from './title-number.js';

/** One line of the contents page. */
export interface ContentsEntry {
  readonly id: string;
  readonly depth: ContentsDepth;
  readonly kind: 'part' | 'chapter' | 'section';
  readonly matter: Matter;
  /** The number that stands before the title in a column of its own; empty where there is none. */
  readonly number: string;
  /** The title, in lines that fit beside the page number. */
  readonly lines: readonly string[];
  readonly page: string;
  /** Whether it comes after the last part's chapters and belongs to none. */
  readonly leavesPart: boolean;
}

/** The contents, with the widths of its columns in em of body type. */
export interface ContentsList {
  readonly entries: readonly ContentsEntry[];
  readonly numberWidth: number;
  /** What entries of each depth are indented by. */
  readonly indents: Readonly<Record<ContentsDepth, number>>;
  readonly folioWidth: number;
}

/** Chapters and sections that fit on about two pages; a longer list has chapters alone, unless a depth is asked for. */
const longList = 45;
/** How much smaller than chapters sections are set. */
const sectionSize = 9.5 / 10.5;
/** The least leader between title and folio, with its space. */
const leastLeader = 1.6;
/** Numbers wider than this, em, would push all titles too far to the right. */
const widestNumber = 6;

interface Listed {
  readonly id: string;
  readonly depth: ContentsDepth;
  readonly kind: ContentsEntry['kind'];
  readonly matter: Matter;
  readonly title: string;
  readonly page: string;
}

/** What the contents of a book lists, in order, cut to lines that fit the measure; nothing for a book that has none. */
export function contentsList(book: Book, trim: TrimSize, pageOf: (id: string) => string): ContentsList {
  const listed = listedIn(book, pageOf);
  const chapters = listed.filter(({ kind }) => kind === 'chapter').map(({ title }) => partTitle(title));
  const numbered = chapters.flatMap(({ number }) => (number === '' ? [] : [textWidth(number)]));
  const widest = Math.max(0, ...numbered);
  const numberWidth = numbered.length > 1 && widest <= widestNumber ? widest + 1 : 0;
  // Sections stand under the titles of chapters, not under their numbers.
  const second = numberWidth || 2;
  const indents = { 1: 0, 2: second, 3: second + 1.5 };
  const folioWidth = Math.max(1.5, ...listed.map(({ page }) => 0.3 + 0.56 * page.length));
  const hasParts = listed.some(({ kind }) => kind === 'part');
  const entries = listed.map(({ title, ...entry }, index): ContentsEntry => {
    const leavesPart = hasParts && entry.matter === 'back' && listed[index - 1]?.matter === 'body';
    const parted =
      entry.kind === 'chapter' && numberWidth > 0 ? partTitle(title) : { number: '', rest: title };
    const size = entry.kind === 'section' ? sectionSize : 1;
    const before = parted.number === '' ? indents[entry.depth] : numberWidth;
    const room = (trim.typeArea.characters - before - leastLeader - folioWidth) / size;
    return {
      ...entry,
      leavesPart,
      number: parted.number,
      lines: contentsLines(parted.rest, room, book.meta.language),
    };
  });
  return { entries, numberWidth, indents, folioWidth };
}

function listedIn(book: Book, pageOf: (id: string) => string): readonly Listed[] {
  if (book.contents === 'none') return [];
  const all = (depth: ContentsDepth) => book.chapters.flatMap((chapter) => listedOf(chapter, depth, pageOf));
  if (book.contents !== undefined) return all(book.contents);
  const sections = all(2);
  return sections.length <= longList ? sections : all(1);
}

function listedOf(chapter: Chapter, depth: ContentsDepth, pageOf: (id: string) => string): readonly Listed[] {
  if (!isListed(chapter.kind)) return [];
  const { id, title, matter, headings } = chapter;
  const first = headings.find((heading) => heading.depth === 1);
  const kind = chapter.kind === 'part' ? 'part' : 'chapter';
  // The letters of an index and the chapters of notes are no sections.
  const deepest = chapter.kind === 'index' || chapter.kind === 'endnotes' ? 1 : depth;
  const sections = ([2, 3] as const).filter((level) => level <= deepest);
  return [
    { id: first?.id ?? id, depth: 1, kind, matter, title, page: pageOf(id) },
    ...headings.flatMap((heading): readonly Listed[] => {
      const level = sections.find((candidate) => candidate === heading.depth);
      if (level === undefined) return [];
      return [
        {
          id: heading.id,
          depth: level,
          kind: 'section',
          matter,
          title: heading.text,
          page: pageOf(heading.id),
        },
      ];
    }),
  ];
}
