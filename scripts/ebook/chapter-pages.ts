import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { type Book, type Chapter, type ChapterKind, isLeaf, type Matter } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { kindClasses } from '../model/kind-classes.js';
import { noteNumber } from '../model/note-mark.js';
import type { PrintPagination } from '../model/page-start.js';
import { adaptChapter, type ChapterFacts } from './adapt-chapter.js';
import { chapterParts } from './chapter-parts.js';
import { chapterFile, fromText } from './file-names.js';
import { markIndexEntries } from './index-entries.js';
import type { ChapterFile, PlacedChapter } from './navigation.js';
import type { PackagedFile } from './packaged-file.js';
import { type Page, pageStyleSheet } from './page.js';
import { breaksByPart, type PlacedBreak, withPageBreaks } from './page-breaks.js';
import type { Words } from './words.js';
import { toXhtml } from './xhtml.js';

/** All chapters as pages, with what the package has to know of them. */
export interface AdaptedBook {
  readonly pages: readonly Page[];
  readonly chapters: readonly PlacedChapter[];
  readonly facts: readonly ChapterFacts[];
  /** Marks of printed pages by chapter, or by the part that Banxin makes. */
  readonly breaks: ReadonlyMap<string, readonly PlacedBreak[]>;
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
  pagination: PrintPagination | undefined,
): AdaptedBook {
  const breaks = pagination ? breaksByPart(pagination) : new Map<string, readonly PlacedBreak[]>();
  const chapters = placeChapters(book, breaks);
  const fileOfId = indexOfIds(chapters);
  const adapted = chapters.flatMap(({ chapter, files }) =>
    files.map((part, index) => {
      const surroundings = {
        words,
        language: chapter.language ?? book.meta.language,
        noteNumbers: noteNumbers(chapter, pagination?.noteMarks),
        addressOf: (id: string) => addressFrom(part.file, id, fileOfId.get(id)),
        pictureAddress: (path: string) => {
          const picture = pictures.get(path);
          return picture && fromText(picture.path);
        },
      };
      const result = adaptChapter({ ...chapter, tree: part.tree }, surroundings);
      const isLoose = chapter.kind === 'index' && !markIndexEntries(result.tree);
      const page = chapterPage(book, chapter, { ...part, index }, words, toXhtml(result.tree), result.facts);
      return { ...result, page: isLoose ? { ...page, page: { ...page.page, type: undefined } } : page };
    }),
  );
  return {
    pages: adapted.map(({ page }) => page),
    chapters,
    breaks,
    facts: adapted.map(({ facts }) => facts),
    diagnostics: adapted.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The number that each note of a chapter shows: the printed one, where it was printed. */
function noteNumbers(
  { notes }: Chapter,
  printed: Readonly<Record<string, string>> = {},
): ReadonlyMap<string, string> {
  return new Map(notes.map(({ id, label }) => [id, noteNumber(printed[id] ?? '') ?? label]));
}

function placeChapters(
  { chapters }: Book,
  breaks: ReadonlyMap<string, readonly PlacedBreak[]>,
): readonly PlacedChapter[] {
  return chapters.map((chapter, index) => {
    const own = breaks.get(chapter.id) ?? [];
    const parts = chapterParts(own.length > 0 ? withPageBreaks(chapter.tree, own) : chapter.tree);
    const files = parts.map((tree, part) => {
      const ids = idsIn(tree);
      const held = own.filter(({ id }) => ids.has(id));
      return { file: chapterFile(index, chapters.length, part), tree, ids, breaks: held };
    });
    return { chapter, files };
  });
}

function idsIn(tree: Root): ReadonlySet<string> {
  const ids = new Set<string>();
  visit(tree, 'element', (element) => {
    if (element.properties.id) ids.add(String(element.properties.id));
  });
  return ids;
}

/** The file of every anchor; a chapter's own id stands for its first file. */
function indexOfIds(
  chapters: readonly PlacedChapter[],
): ReadonlyMap<string, { file: string; whole: boolean }> {
  const fileOfId = new Map<string, { file: string; whole: boolean }>();
  for (const { chapter, files } of chapters)
    fileOfId.set(chapter.id, { file: files[0]?.file ?? '', whole: true });
  for (const { files } of chapters)
    for (const { file, ids } of files) for (const id of ids) fileOfId.set(id, { file, whole: false });
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

/** The first file of a chapter is the chapter; those that go on with it are parts of it without a type of their own. */
function chapterPage(
  book: Book,
  chapter: Chapter,
  { file, ids, breaks, index }: ChapterFile & { readonly index: number },
  words: Words,
  body: string,
  facts: ChapterFacts,
): Page {
  const { kind = 'chapter' } = chapter;
  const heading = chapter.headings.find(({ depth, id }) => depth === 1 && ids.has(id));
  const { division, ...place } = semantics[isLeaf(kind) ? 'front' : chapter.matter];
  return {
    file,
    page: {
      kind: 'chapter',
      language: chapter.language ?? book.meta.language,
      title: titleOf(chapter, words),
      styleSheet: pageStyleSheet,
      division,
      ...(index === 0 && { ...place, ...semanticsOfKind[kind] }),
      classes: [
        ...kindClasses(kind),
        'chapter',
        `matter-${chapter.matter}`,
        ...(index > 0 ? ['continued'] : []),
      ].join(' '),
      id: index > 0 || ids.has(chapter.id) ? undefined : chapter.id,
      headingId: heading?.id,
    },
    body,
    breaks,
    properties: [...(facts.mathematics ? ['mathml'] : []), ...(facts.svg ? ['svg'] : [])],
  };
}

/** A leaf without a heading is called what it is. */
function titleOf(chapter: Chapter, words: Words): string {
  const { kind } = chapter;
  if (chapter.headings.length === 0 && (kind === 'dedication' || kind === 'epigraph')) return words[kind];
  return chapter.title.trim() || chapter.shortTitle?.trim() || chapter.id;
}
