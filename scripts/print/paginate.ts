import type { Asset, Chapter } from '../model/book.js';
import { isLeaf } from '../model/book.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import { hasPageNumbers, withPageNumbers } from '../model/page-numbers.js';
import type { PaginatedBook } from '../model/pages.js';
import type { OnProgress } from '../model/progress.js';
import { noStore, type Store } from '../model/store.js';
import type { NoteStyle, SubsetFont, Theme, TrimSize } from '../model/theme.js';
import { customsOf } from '../theme/leaves/customs.js';
import { labelsFor } from '../theme/leaves/labels.js';
import type { BrowserSession } from './browser-session.js';
import { chapterHtml } from './chapter-html.js';
import { fontCss } from './font-css.js';
import { settleFootNotes } from './foot-notes.js';
import { KeptLayouts } from './kept-layouts.js';
import { layOutBook, type OnPart, type PartSource } from './layout-book.js';
import type { TabSetup } from './layout-tab.js';
import { inBookOrder } from './leaves/book-order.js';
import { type LeafInput, type MadePart, madeParts } from './leaves/made-parts.js';
import { nothingKnown, type PageFacts } from './leaves/page-facts.js';
import type { PageFiles } from './offline-page.js';
import { pageGeometryCss } from './page-geometry.js';
import { correctedPagedjs } from './pagedjs/source.js';
import { runningTitle } from './running-title.js';
import { settlePages } from './settle-pages.js';
import { TimeLeft } from './time-left.js';

/** Everything that decides how the pages look. */
export interface PrintInput extends LeafInput {
  readonly notes: NoteStyle;
  readonly fonts: readonly SubsetFont[];
  readonly assets: ReadonlyMap<Asset, Uint8Array>;
}

/**
 * Lays out every chapter apart, and with them the pages that Banxin makes (title leaves, imprint, contents), puts
 * them together, and lays out again what prints page numbers, until all of them are right.
 */
export async function paginate(
  session: BrowserSession,
  input: PrintInput,
  store: Store = noStore,
  onProgress?: OnProgress,
): Promise<Outcome<PaginatedBook>> {
  const { book, theme, trim } = input;
  const { css: faces, files: fontFiles } = fontCss(input.fonts);
  const setup: TabSetup = {
    language: book.meta.language,
    fontCss: faces,
    files: new Map([...fontFiles, ...assetFiles(input.assets)]),
    pagedjs: await correctedPagedjs(),
    faces: input.fonts,
    timeLimit: (html) => 30_000 + html.length * 0.3,
  };
  const css = `${pageGeometryCss(trim, theme.body)}\n${theme.css.print}`;
  const made = await madeParts(input);
  const chapters = chapterParts(input);
  const madeSources = (facts: PageFacts) => [
    ...made.map((part) => madeSource(part, facts, input)),
    ...numberedParts(input, facts),
  ];
  const drafts = madeSources(nothingKnown);
  const unsettled = new Set(drafts.map(({ id }) => id));
  const sources = [...drafts, ...chapters.filter(({ id }) => !unsettled.has(id))];
  const total = sources.length + 1;
  const kept = new KeptLayouts(store, {
    setup,
    fonts: input.fonts,
    css,
    browser: session.version,
    memory: session.warm?.layouts,
  });
  const tell = tellParts(sources, total, onProgress);
  const laidOut = await layOutBook(session, setup, css, sources, { kept, onPart: tell });
  if (!laidOut.value) return failure(laidOut.diagnostics);
  const customs = customsOf(theme, book.meta.language);
  const settled = await settlePages(laidOut.value, new Map(drafts.map(({ id, html }) => [id, html])), {
    sources: madeSources,
    layOut: (stale) => layOutBook(session, setup, css, stale, { kept }),
    inOrder: (parts) => inBookOrder(parts, book, customs),
  });
  onProgress?.({ stage: 'layout', done: total, total });
  const diagnostics = [...laidOut.diagnostics, ...settled.diagnostics];
  if (!settled.value) return failure(diagnostics);
  const notes = settleFootNotes(book, input.notes, new Set(laidOut.value.notesLeft));
  return success({ ...settled.value, footNotes: notes.footNotes }, [...diagnostics, ...notes.diagnostics]);
}

/** Says after each part how many parts and pages there are, and how long the rest will take, by the length of its markup. */
function tellParts(sources: readonly PartSource[], total: number, onProgress?: OnProgress): OnPart {
  const time = new TimeLeft(sources.reduce((sum, { html }) => sum + html.length, 0));
  let pages = 0;
  return ({ done, part: { name, html }, result, wasKept }) => {
    pages += result.pages.length;
    const secondsLeft = wasKept ? time.skip(html.length) : time.finish(html.length);
    const rest = secondsLeft === undefined ? {} : { secondsLeft };
    onProgress?.({ stage: 'layout', done, total, detail: name, pages, ...rest });
  };
}

/** The files that pages may load besides fonts. */
export function assetFiles(assets: PrintInput['assets']): PageFiles {
  return new Map(
    [...assets].map(
      ([asset, bytes]) => [`assets/${asset.path}`, { bytes, mediaType: asset.mediaType }] as const,
    ),
  );
}

/** Two fifths of a page of notes, in characters: 8.5 pt on 13.5 pt in a type area of 10.5 pt on 18 pt. */
function longestFootNote({ typeArea: { characters, lines } }: TrimSize): number {
  return Math.floor(0.4 * characters * (10.5 / 8.5) * lines * (18 / 13.5));
}

function madeSource(
  { id, numbering, openOn, html }: MadePart,
  facts: PageFacts,
  { book, theme, trim }: PrintInput,
): PartSource {
  const heads = {
    verso: runningTitle(book.meta.title, runningHeadRoom(trim, theme)),
    recto: labelsFor(book.meta.language).contents,
  };
  return { id, html: html(facts), name: id, numbering, openOn, heads };
}

/** Full-width characters that a running head holds: 8.5 pt, 0.12 em between them, a little room left free. */
function runningHeadRoom(trim: TrimSize, theme: Theme): number {
  return (trim.typeArea.characters * theme.body.size) / (8.5 * 1.12) - 2;
}

function chapterParts(input: PrintInput): readonly PartSource[] {
  const { chapters } = input.book;
  return chapters.map((chapter, index) => chapterPart(chapter, chapters[index - 1], input));
}

/** The chapters that print numbers of pages, with the numbers that are known. */
function numberedParts(input: PrintInput, { pageOf }: PageFacts): readonly PartSource[] {
  const { chapters } = input.book;
  return chapters.flatMap((chapter, index) => {
    if (!hasPageNumbers(chapter.tree)) return [];
    return [
      chapterPart({ ...chapter, tree: withPageNumbers(chapter.tree, pageOf) }, chapters[index - 1], input),
    ];
  });
}

/**
 * A part's title stands on a recto with a blank back, whatever the theme does with chapters; so do a dedication
 * and an epigraph. The first chapter of the front matter follows such leaves; that of the body opens the text.
 */
export function chapterPart(
  chapter: Chapter,
  before: Chapter | undefined,
  { book, theme, trim, notes }: PrintInput,
): PartSource {
  const room = runningHeadRoom(trim, theme);
  const isApart = [chapter, before].some((each) => each?.kind === 'part' || isLeaf(each?.kind));
  const isFront = (each: Chapter): boolean => each.matter === 'front' || isLeaf(each.kind);
  const opensMatter = before === undefined || (isFront(before) && !isFront(chapter));
  return {
    id: chapter.id,
    html: chapterHtml(chapter, book.meta.language, notes),
    ...(notes.place === 'foot' && {
      footNotes: { longest: longestFootNote(trim), restart: notes.restart === 'page' },
    }),
    name: chapter.title,
    source: chapter.source,
    numbering: isFront(chapter) ? (theme.frontFolios ?? 'roman') : 'arabic',
    openOn: isApart || opensMatter ? 'recto' : theme.openOn,
    heads: {
      verso: runningTitle(book.meta.title, room),
      recto: runningTitle(chapter.shortTitle ?? chapter.title, room),
    },
  };
}
