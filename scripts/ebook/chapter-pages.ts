import { visit } from 'unist-util-visit';
import { type Book, type Chapter, type ChapterKind, isLeaf, type Matter } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { kindClasses } from '../model/kind-classes.js';
import type { PageMap } from '../model/page-map.js';
import { adaptChapter, type ChapterFacts } from './adapt-chapter.js';
import { chapterFile, fromText } from './file-names.js';
import { markIndexEntries } from './index-entries.js';
import { type PlacedChapter, type PrintedPage, printedPages } from './navigation.js';
import type { PackagedFile } from './packaged-file.js';
import { type Page, pageStyleSheet } from './page.js';
import type { Words } from './words.js';
import { toXhtml } from './xhtml.js';

/** All chapters as pages, with what the package has to know of them. */
export interface AdaptedBook {
  readonly pages: readonly Page[];
  readonly chapters: readonly PlacedChapter[];
  readonly facts: readonly ChapterFacts[];
  readonly printedPages: readonly PrintedPage[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Semantics {
  readonly type?: string;
  readonly role?: string;
}

/** The structural semantics of a chapter by its place in the book; only the text proper has chapters. */
const semantics: Readonly<Record<Matter, Semantics & { readonly division: string }>> = {
  front: { division: 'frontmatter' },
  body: { division: 'bodymatter', type: 'chapter', role: 'doc-chapter' },
  back: { division: 'backmatter' },
};

/** The same by its kind (EPUB 3 Structural Semantics Vocabulary; DPUB-ARIA 1.1). */
const semanticsOfKind: Readonly<Record<ChapterKind, Semantics>> = {
  chapter: {},
  part: { type: 'part', role: 'doc-part' },
  dedication: { type: 'dedication', role: 'doc-dedication' },
  epigraph: { type: 'epigraph', role: 'doc-epigraph' },
  endnotes: { type: 'endnotes', role: 'doc-endnotes' },
  bibliography: { type: 'bibliography', role: 'doc-bibliography' },
  index: { type: 'index', role: 'doc-index' },
  colophon: { type: 'colophon', role: 'doc-colophon' },
};

export function adaptBook(
  book: Book,
  pictures: ReadonlyMap<string, PackagedFile>,
  words: Words,
  pageMap: PageMap,
): AdaptedBook {
  const chapters = placeChapters(book);
  const printed = printedPages(chapters, pageMap);
  const fileOfId = indexOfIds(chapters);
  const adapted = chapters.map(({ chapter, file }) =>
    adaptChapter(chapter, {
      words,
      language: chapter.language ?? book.meta.language,
      addressOf: (id) => addressFrom(file, id, fileOfId.get(id)),
      pictureAddress: (path) => {
        const picture = pictures.get(path);
        return picture && fromText(picture.path);
      },
    }),
  );
  const pages = adapted.map(({ tree, facts }, index) => {
    const placed = chapters[index];
    const opening = printed.find(({ file }) => file === placed?.file);
    if (!placed) return undefined;
    const isLoose = placed.chapter.kind === 'index' && !markIndexEntries(tree);
    const page = chapterPage(book, placed, opening, words, toXhtml(tree), facts);
    return isLoose ? { ...page, page: { ...page.page, type: undefined } } : page;
  });
  return {
    pages: pages.filter((page) => page !== undefined),
    chapters,
    printedPages: printed,
    facts: adapted.map(({ facts }) => facts),
    diagnostics: adapted.flatMap(({ diagnostics }) => diagnostics),
  };
}

function placeChapters(book: Book): readonly PlacedChapter[] {
  return book.chapters.map((chapter, index) => {
    const ids = new Set<string>();
    visit(chapter.tree, 'element', (element) => {
      if (element.properties.id) ids.add(String(element.properties.id));
    });
    return { chapter, file: chapterFile(index, book.chapters.length), ids };
  });
}

/** The file of every anchor; a chapter's own id stands for its file. */
function indexOfIds(
  chapters: readonly PlacedChapter[],
): ReadonlyMap<string, { file: string; whole: boolean }> {
  const fileOfId = new Map<string, { file: string; whole: boolean }>();
  for (const { chapter, file } of chapters) fileOfId.set(chapter.id, { file, whole: true });
  for (const { file, ids } of chapters) for (const id of ids) fileOfId.set(id, { file, whole: false });
  return fileOfId;
}

function addressFrom(
  from: string,
  id: string,
  target: { readonly file: string; readonly whole: boolean } | undefined,
): string | undefined {
  if (!target) return undefined;
  if (target.whole) return fromText(target.file);
  return target.file === from ? `#${id}` : `${fromText(target.file)}#${id}`;
}

function chapterPage(
  book: Book,
  { chapter, file, ids }: PlacedChapter,
  opening: PrintedPage | undefined,
  words: Words,
  body: string,
  facts: ChapterFacts,
): Page {
  const { kind = 'chapter' } = chapter;
  const heading = chapter.headings.find(({ depth, id }) => depth === 1 && ids.has(id));
  return {
    file,
    page: {
      kind: 'chapter',
      language: chapter.language ?? book.meta.language,
      title: titleOf(chapter, words),
      styleSheet: pageStyleSheet,
      ...semantics[isLeaf(kind) ? 'front' : chapter.matter],
      ...semanticsOfKind[kind],
      classes: [...kindClasses(kind), 'chapter', `matter-${chapter.matter}`].join(' '),
      id: ids.has(chapter.id) ? undefined : chapter.id,
      headingId: heading?.id,
      opening,
    },
    body,
    properties: [...(facts.mathematics ? ['mathml'] : []), ...(facts.svg ? ['svg'] : [])],
  };
}

/** A leaf without a heading is called what it is. */
function titleOf(chapter: Chapter, words: Words): string {
  const { kind } = chapter;
  if (chapter.headings.length === 0 && (kind === 'dedication' || kind === 'epigraph')) return words[kind];
  return chapter.title.trim() || chapter.shortTitle?.trim() || chapter.id;
}
