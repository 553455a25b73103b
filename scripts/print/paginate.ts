import { cpus } from 'node:os';
import type { Asset, Book } from '../model/book.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { LaidOutPart, PaginatedBook } from '../model/pages.js';
import type { OnProgress } from '../model/progress.js';
import type { NoteStyle, SubsetFont, Theme, TrimSize } from '../model/theme.js';
import type { BrowserSession } from './browser-session.js';
import { chapterHtml } from './chapter-html.js';
import { fontCss } from './font-css.js';
import { settleFootNotes } from './foot-notes.js';
import { contentsHtml, titleLeavesHtml } from './front-matter.js';
import { labelsFor } from './labels.js';
import { layOutBook, type PartSource } from './layout-book.js';
import type { TabSetup } from './layout-tab.js';
import { numberPages } from './number-pages.js';
import type { PageFiles } from './offline-page.js';
import { pageGeometryCss } from './page-geometry.js';
import { correctedPagedjs } from './pagedjs/source.js';
import { runningTitle } from './running-title.js';

/** Everything that decides how the pages look. */
export interface PrintInput {
  readonly book: Book;
  readonly theme: Theme;
  readonly trim: TrimSize;
  readonly notes: NoteStyle;
  readonly fonts: readonly SubsetFont[];
  readonly assets: ReadonlyMap<Asset, Uint8Array>;
  /** How many characters the manuscript has; the imprint says it. */
  readonly characters: number;
}

/** Tabs that work at once: one a core, and no more than four, since each holds a chapter's pages. */
export const usefulTabs = Math.max(1, Math.min(4, cpus().length));

/**
 * Lays out every chapter apart, then the contents, when the page numbers are known, and puts them
 * together. Front-matter chapters stand before the contents, so nothing here waits for itself.
 */
export async function paginate(
  session: BrowserSession,
  input: PrintInput,
  onProgress?: OnProgress,
): Promise<Outcome<PaginatedBook>> {
  const { book, theme, trim, characters } = input;
  const { css: faces, files: fontFiles } = fontCss(input.fonts);
  const setup: TabSetup = {
    language: book.meta.language,
    fontCss: faces,
    files: new Map([...fontFiles, ...assetFiles(input.assets)]),
    pagedjs: await correctedPagedjs(),
    timeLimit: (html) => 30_000 + html.length * 0.3,
  };
  const css = `${pageGeometryCss(trim, theme.body)}\n${theme.css.print}`;
  const leaves = frontPart('title-leaves', titleLeavesHtml(book, theme, trim, characters), input);
  const sources = [leaves, ...book.chapters.map((chapter) => chapterPart(chapter, input))];
  const total = sources.length + 1;
  const laidOut = await layOutBook(session, setup, css, sources, (done, { name }) =>
    onProgress?.({ stage: 'layout', done, total, detail: name }),
  );
  if (!laidOut.value) return failure(laidOut.diagnostics);
  const [titleLeaves, ...chapters] = laidOut.value.parts;
  const front = chapters.filter((part) => part.numbering === 'roman');
  const body = chapters.filter((part) => part.numbering === 'arabic');
  const before = titleLeaves ? [titleLeaves, ...front] : front;
  const labels = numberPages([...before, ...body]).anchors;
  const contentsSource = frontPart(
    'contents',
    contentsHtml(book, theme, trim, (id) => labels[id] ?? ''),
    input,
  );
  const contents = await layOutBook(session, setup, css, [contentsSource]);
  if (!contents.value) return failure([...laidOut.diagnostics, ...contents.diagnostics]);
  onProgress?.({ stage: 'layout', done: total, total });
  const parts: readonly LaidOutPart[] = [...before, ...contents.value.parts, ...body];
  const { css: madeCss, notesLeft } = laidOut.value;
  const { footNotes, diagnostics } = settleFootNotes(book, input.notes, new Set(notesLeft));
  return success({ ...numberPages(parts), css: madeCss, footNotes }, [
    ...laidOut.diagnostics,
    ...diagnostics,
  ]);
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

function frontPart(id: string, html: string, { book, theme, trim }: PrintInput): PartSource {
  const heads = {
    verso: runningTitle(book.meta.title, runningHeadRoom(trim, theme)),
    recto: labelsFor(book.meta.language).contents,
  };
  return { id, html, name: id, numbering: 'roman', openOn: 'recto', heads };
}

/** Full-width characters that a running head holds: 8.5 pt, 0.12 em between them, a little room left free. */
function runningHeadRoom(trim: TrimSize, theme: Theme): number {
  return (trim.typeArea.characters * theme.body.size) / (8.5 * 1.12) - 2;
}

function chapterPart(
  chapter: Book['chapters'][number],
  { book, theme, trim, notes }: PrintInput,
): PartSource {
  const room = runningHeadRoom(trim, theme);
  return {
    id: chapter.id,
    html: chapterHtml(chapter, book.meta.language, notes),
    ...(notes.place === 'foot' && {
      footNotes: { longest: longestFootNote(trim), restart: notes.restart === 'page' },
    }),
    name: chapter.title,
    numbering: chapter.matter === 'front' ? 'roman' : 'arabic',
    openOn: theme.openOn,
    heads: {
      verso: runningTitle(book.meta.title, room),
      recto: runningTitle(chapter.shortTitle ?? chapter.title, room),
    },
  };
}
