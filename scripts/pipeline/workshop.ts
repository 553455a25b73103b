import { type FolderLock, lockFolder } from '../files/lock.js';
import type { Asset, Book } from '../model/book.js';
import type { BuildOptions, Format } from '../model/build-types.js';
import type { Destination } from '../model/destination.js';
import type { Extensions } from '../model/extension.js';
import type { Outcome } from '../model/outcome.js';
import type { OnProgress } from '../model/progress.js';
import type { Store } from '../model/store.js';
import type { SubsetFont } from '../model/theme.js';
import type { BrowserSession } from '../print/browser-session.js';
import { filledPage } from '../theme/type-area.js';
import { charactersIn, type Design, loadDesign, withMargins } from './design.js';
import { marginsFor, type Sent, sendBook } from './destination.js';
import type { Editions } from './editions.js';
import { Findings } from './findings.js';
import { modifiedDate } from './modified-date.js';
import { openBook } from './open-book.js';
import { outputFolder } from './output-folder.js';
import { startBrowser } from './start-browser.js';
import { openStores } from './stores.js';

/** What every stage of a build has at hand: the book, how it is to look, where it goes, and a browser. */
export interface Workshop {
  readonly book: Book;
  /** What the book's own config adds. */
  readonly extensions: Extensions;
  readonly design: Design;
  /** Absolute path of the output folder, held by this build alone. */
  readonly folder: string;
  readonly formats: readonly Format[];
  /** Where the book goes, if it is built for one place. */
  readonly destination: Destination | undefined;
  readonly session: BrowserSession;
  /** What earlier builds of this book made. */
  readonly store: Store;
  /** What any build learned of the faces that Banxin brings. */
  readonly faceStore: Store;
  /** The date that the outputs carry. */
  readonly modified: Date;
  /** Path of the ICC profile that was asked for in place of the book's own. */
  readonly pressProfile: string | undefined;
  readonly findings: Findings;
  /** When the build began, in ms of `performance.now()`. */
  readonly started: number;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | undefined;
}

/** What the stages make from the book before any output: its text as each medium sets it, its pictures, its fonts. */
export interface Material {
  readonly editions: Editions;
  readonly assets: ReadonlyMap<Asset, Uint8Array>;
  /** The same as pages show them. */
  readonly pictures: ReadonlyMap<Asset, Uint8Array>;
  readonly fonts: readonly SubsetFont[];
}

/**
 * Reads the book, takes the output folder, starts the browser, does the work, and gives all of it back,
 * however the work ends. An aborted signal is thrown on when everything is given back. With a browser that is `lent`, which stays,
 * the work is one of many that write nothing: the folder is not taken.
 */
export async function inWorkshop<T>(
  options: BuildOptions,
  work: (workshop: Workshop) => Promise<Outcome<T>>,
  lent?: BrowserSession,
): Promise<Outcome<T>> {
  const { onProgress = () => undefined, signal } = options;
  const started = performance.now();
  const findings = new Findings();
  onProgress({ stage: 'read', done: 0, total: 1 });
  const opened = findings.take(await openBook(options.book, options));
  const sent = opened && findings.take(await sendBook(asOrdered(opened.book, options), options.for));
  const design = sent && findings.take(await firstDesign(sent));
  if (!opened || !sent || !design) return findings.failure();
  const { extensions } = opened;
  const { book, destination } = sent;
  const folder = findings.take(outputFolder(book, options.out, destination));
  const lock = folder && (lent ? noLock : findings.take(await lockFolder(folder)));
  if (!folder || !lock) return findings.failure();
  const formats = options.formats ?? usualFormats(book, destination);
  const modified = modifiedDate(book.meta);
  try {
    const session = lent ?? findings.take(await startBrowser(options));
    if (!session) return findings.failure();
    const { store, faceStore, tidy } = await openStores(book, options.cache, extensions.fingerprint);
    const tools = {
      book,
      extensions,
      design,
      folder,
      formats,
      destination,
      session,
      store,
      faceStore,
      modified,
      pressProfile: options.pressProfile,
      findings,
      started,
      onProgress,
      signal,
    };
    const outcome = await work(tools).finally(() => (lent ? undefined : session.end()));
    await tidy();
    return outcome;
  } finally {
    await lock.release();
    signal?.throwIfAborted();
  }
}

const noLock: FolderLock = { release: async () => undefined };

/** The design before anybody knows how many pages there will be: with margins for as many as there may be. */
async function firstDesign({ book, destination }: Sent): Promise<Outcome<Design>> {
  const design = await loadDesign(book);
  if (!design.value || !destination) return design;
  const { characters, lines } = design.value.trim.typeArea;
  const pages = Math.ceil(charactersIn(book) / (characters * lines * filledPage));
  const wider = await withMargins(design.value, book, marginsFor(destination, pages));
  return { ...wider, diagnostics: [...design.diagnostics, ...wider.diagnostics] };
}

/**
 * Both media, and the printing house where the book says how it goes there. A book that goes to one place is only what is
 * wanted there.
 */
function usualFormats({ press }: Book, destination: Destination | undefined): readonly Format[] {
  if (destination) return destination.file === 'press' ? ['press'] : [];
  return press ? ['pdf', 'press', 'epub'] : ['pdf', 'epub'];
}

/** The order wins over what the book says. */
function asOrdered(book: Book, { ebookFonts, theme, trim }: BuildOptions): Book {
  return {
    ...book,
    ...(theme !== undefined && { theme }),
    ...(trim !== undefined && { trim }),
    ...(ebookFonts && { ebook: { ...book.ebook, fonts: ebookFonts === 'subset' } }),
  };
}
