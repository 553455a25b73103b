import { resolve } from 'node:path';
import { sha256 } from '../../files/read.js';
import { placeInSource } from '../../files/source-place.js';
import type { Book, Chapter } from '../../model/book.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import { failure, type Outcome, success } from '../../model/outcome.js';
import { type RunningText, runningText } from '../../model/page-start.js';
import type { NumberedPage, PaginatedBook } from '../../model/pages.js';
import type { BodyType, TrimSize } from '../../model/theme.js';
import { fontCss } from '../../print/font-css.js';
import { pageMarkup } from '../../print/join-pages.js';
import type { PageFiles } from '../../print/offline-page.js';
import { assetFiles, paginate } from '../../print/paginate.js';
import { readAssets } from '../assets.js';
import { makeEditions } from '../editions.js';
import { cutFonts } from '../fonts.js';
import { runOwnChecks } from '../own-checks.js';
import { printInput } from '../print-input.js';
import { makePrintPictures } from '../print-pictures.js';
import { refuseLayout } from '../refuse-layout.js';
import { lineOf } from '../source-line.js';
import type { Workshop } from '../workshop.js';
import { type PreviewEbook, previewEbook } from './preview-ebook.js';
import { PreviewFiles } from './preview-files.js';
import { type LookChoices, lookChoices } from './preview-look.js';
import { type Hits, PageSearch } from './preview-search.js';

/** A page to be shown; equal keys are equal pages. */
export interface PreviewPage {
  readonly key: string;
  readonly label: string;
  readonly side: NumberedPage['side'];
  /** The part that it belongs to, and which of its pages it is. */
  readonly part: string;
  readonly index: number;
  /** How much of the running text of its part stands before it; nothing on a blank. */
  readonly at?: number;
}

export interface PreviewHeading {
  readonly title: string;
  /** 1 for a chapter. */
  readonly depth: number;
  /** Place among the pages, from 0. */
  readonly page: number;
  readonly id: string;
  /** Place of its chapter among the chapters, from 0. */
  readonly chapter: number;
}

/** The pages of a book as a reader of the preview has them before him. */
export interface PreviewBook {
  readonly title: string;
  readonly language: string;
  /** What it may be tried in. */
  readonly choices: LookChoices;
  /** Name of its theme. */
  readonly theme: string;
  readonly trim: TrimSize;
  readonly body: BodyType;
  readonly pages: readonly PreviewPage[];
  readonly headings: readonly PreviewHeading[];
  /** The style sheet of the pages, with the book's fonts. */
  readonly css: string;
  /** Fonts and pictures by their path. */
  readonly files: PageFiles;
  readonly markupOf: (page: number) => string | undefined;
  /**
   * Where a character of a page was written: so many characters of running text stand before it on the page, or
   * in the note with that id at the page's foot.
   */
  readonly placeOf: (page: number, characters: number, note?: string) => Place | undefined;
  /** The page, from 0, on which an element with that id begins. */
  readonly pageOfId: (id: string) => number | undefined;
  /** Where a text stands in the pages. */
  readonly find: (sought: string) => Hits;
  /** The page on which a line of the manuscript stands. */
  readonly pageOfPlace: (place: Place) => number | undefined;
  readonly ebook: PreviewEbook;
}

/** Lays a book out as a build does, as far as the pages. Pages with faults are shown too; what is wrong with them is told. */
export async function layOutPreview(workshop: Workshop): Promise<Outcome<PreviewBook>> {
  const { book, findings, session, store, onProgress } = workshop;
  const editions = await makeEditions(book);
  const assets = findings.take(await readAssets(book));
  const fonts = findings.take(await cutFonts(workshop, editions, 'pages'));
  if (!assets || !fonts) return findings.failure();
  const pictures = await makePrintPictures(workshop, assets);
  const material = { editions, assets, pictures, fonts };
  const input = printInput(workshop, material);
  const { value: paginated, diagnostics } = await paginate(session, input, store, onProgress);
  if (!paginated) return failure([...diagnostics]);
  const refused = paginated.faulty.length > 0 ? await refuseLayout(workshop, material, paginated) : [];
  const { css, files } = fontCss(fonts);
  const home = new PreviewFiles(new Map([...files, ...assetFiles(pictures)]));
  const shown = showPages(workshop, editions.print.book, paginated, home);
  const ebook = previewEbook(workshop, material, paginated);
  const preview = {
    ...shown,
    choices: await lookChoices(book),
    css: home.addressed(`${css}\n${paginated.css}`),
    files: home.files,
    ebook,
  };
  const own = (await runOwnChecks(workshop, material, paginated)).flatMap((check) => check.diagnostics);
  const told: readonly Diagnostic[] = [...diagnostics, ...refused, ...own];
  const { diagnostics: before } = findings.success(preview);
  return success(preview, [...before, ...told]);
}

function showPages(
  { design: { trim, theme } }: Workshop,
  book: Book,
  { pages }: PaginatedBook,
  home: PreviewFiles,
): Omit<PreviewBook, 'choices' | 'css' | 'files' | 'ebook'> {
  const markup = pages.map((page) => home.addressed(pageMarkup(page)));
  const counts = new Map<string, number>();
  const shown = pages.map(({ label, side, part, content }, page): PreviewPage => {
    const index = counts.get(part) ?? 0;
    counts.set(part, index + 1);
    const key = sha256(markup[page] ?? '').slice(0, 16);
    return { key, label, side, part, index, ...(content && { at: content.start.at }) };
  });
  const pageOf = new Map(
    pages.flatMap(({ content }, page) => (content?.anchors ?? []).map((id) => [id, page] as const)),
  );
  const places = new SourcePlaces(book, pages);
  let search: PageSearch | undefined;
  return {
    title: book.meta.title,
    language: book.meta.language,
    trim,
    theme: theme.name,
    body: theme.body,
    pages: shown,
    headings: headingsOf(book, pageOf),
    markupOf: (page) => markup[page],
    placeOf: (page, characters, note) => places.placeOf(page, characters, note),
    pageOfId: (id) => pageOf.get(id),
    find: (sought) => {
      search ??= new PageSearch(pages);
      return search.find(sought);
    },
    pageOfPlace: (place) => places.pageOf(place),
  };
}

function headingsOf(book: Book, pageOf: ReadonlyMap<string, number>): readonly PreviewHeading[] {
  return book.chapters.flatMap(({ headings }, chapter) =>
    headings.flatMap(({ id, depth, text }): readonly PreviewHeading[] => {
      const page = pageOf.get(id);
      return page === undefined || depth > 3 ? [] : [{ title: text, depth, page, id, chapter }];
    }),
  );
}

/** Whether a piece of text stands in the element with that id. */
function isIn({ around }: RunningText['pieces'][number], id: string): boolean {
  return around.some((each) => each.type === 'element' && each.properties.id === id);
}

/** Leads from the characters of a page to the lines of the manuscript, and back. */
class SourcePlaces {
  readonly #chapters: ReadonlyMap<string, Chapter>;
  readonly #texts = new Map<string, RunningText>();

  constructor(
    book: Book,
    readonly pages: readonly NumberedPage[],
  ) {
    this.#chapters = new Map(book.chapters.map((chapter) => [chapter.id, chapter]));
  }

  placeOf(page: number, characters: number, note?: string): Place | undefined {
    const { part = '', content } = this.pages[page] ?? {};
    const chapter = this.#chapters.get(part);
    if (!chapter) return undefined;
    const { pieces } = this.#textOf(chapter);
    const start = note === undefined ? content?.start.at : pieces.find((piece) => isIn(piece, note))?.at;
    const at = (start ?? 0) + characters;
    const piece = pieces.findLast((found) => found.at <= at);
    return placeInSource(chapter.source, piece && lineOf(piece));
  }

  pageOf({ file, line = 1 }: Place): number | undefined {
    const chapter = [...this.#chapters.values()].find(({ source }) => resolve(source.file) === resolve(file));
    if (!chapter) return undefined;
    const piece = this.#textOf(chapter).pieces.find((found) => (lineOf(found) ?? 0) >= line);
    const at = piece?.at ?? 0;
    const page = this.pages.findLastIndex(
      ({ part, content }) => part === chapter.id && content !== undefined && content.start.at <= at,
    );
    return page < 0 ? undefined : page;
  }

  #textOf(chapter: Chapter): RunningText {
    const known = this.#texts.get(chapter.id) ?? runningText(chapter.tree);
    this.#texts.set(chapter.id, known);
    return known;
  }
}
