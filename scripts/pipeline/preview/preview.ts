import { resolve } from 'node:path';
import { kindOf } from '../../files/read.js';
import { type FolderWatch, watchFolder } from '../../files/watch-folder.js';
import type { BuildOptions } from '../../model/build-types.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { failure, type Outcome, success } from '../../model/outcome.js';
import type { BrowserSession } from '../../print/browser-session.js';
import { makeWarm } from '../../print/warm.js';
import type { LocalServer } from '../local-server.js';
import { hasOwnSource } from '../own-source.js';
import { startBrowser } from '../start-browser.js';
import { inWorkshop } from '../workshop.js';
import { layOutPreview, type PreviewBook } from './preview-book.js';
import { PreviewDesk } from './preview-desk.js';
import type { Editor } from './preview-editors.js';
import { servePreview } from './preview-server.js';

export interface PreviewOptions
  extends Omit<BuildOptions, 'out' | 'formats' | 'ebookFonts' | 'pressProfile'> {
  /** Port to serve on; default: a free one. */
  readonly port?: number;
  /** What a click on the text opens, whatever was chosen before. */
  readonly editor?: Editor;
  /** Stops the server, the watch and the browser. */
  readonly signal: AbortSignal;
}

/** A book's pages on a page of this machine, made anew after each change in the book's folder. */
export interface OpenPreview extends LocalServer {
  /** What was found when the book was laid out first. */
  readonly diagnostics: readonly Diagnostic[];
  readonly pages: number;
}

/**
 * Lays a book out and serves its pages on this machine until the signal says stop. A fault in the book is no end: it is
 * told in the page, where the pages that were right before stay, until the next save.
 */
export async function openPreview(options: PreviewOptions): Promise<Outcome<OpenPreview>> {
  const { signal, port } = options;
  const started = await startBrowser(options, makeWarm());
  const { value: session } = started;
  if (!session) return failure(started.diagnostics);
  // A folder that is not there cannot be watched; reading it says so.
  if ((await kindOf(options.book)) !== 'folder') {
    const { diagnostics } = await layOut(options, session).finally(() => session.end());
    return failure(diagnostics);
  }
  const desk = new PreviewDesk(options.editor);
  // What is saved while the book is laid out first counts too.
  const watch = await watchFolder(resolve(options.book), new Set([resolve('dist')]), signal);
  desk.hasReview = await hasOwnSource(resolve(options.book));
  desk.show(await layOut(options, session));
  const { allowConfig } = options;
  const own = {
    folder: resolve(options.book),
    options: { ...(allowConfig !== undefined && { allowConfig }) },
  };
  const server = await servePreview(desk, own, { signal, ...(port !== undefined && { port }) });
  if (!server.value) {
    await Promise.all([watch.end(), session.end()]);
    return failure(server.diagnostics);
  }
  const watching = keepUp(watch, options, session, desk).finally(() => session.end());
  const stopped = Promise.all([server.value.stopped, watching]).then(() => undefined);
  const { diagnostics, book } = desk;
  return success({ url: server.value.url, stopped, diagnostics, pages: book?.pages.length ?? 0 }, [
    ...started.diagnostics,
    ...diagnostics,
  ]);
}

function layOut(options: PreviewOptions, session: BrowserSession): Promise<Outcome<PreviewBook>> {
  return inWorkshop({ ...options, formats: ['pdf'] }, layOutPreview, session);
}

/** Lays out again after each change, until the signal says stop. What came in the meantime is laid out with the next. */
async function keepUp(
  watch: FolderWatch,
  options: PreviewOptions,
  session: BrowserSession,
  desk: PreviewDesk,
): Promise<void> {
  const { signal } = options;
  try {
    let changed = nextOf(watch);
    let tried = desk.tried();
    for (;;) {
      const again = await Promise.race([changed.then(() => 'changed'), tried.then(() => 'tried')]);
      if (again === 'changed') changed = nextOf(watch);
      else tried = desk.tried();
      desk.begin();
      desk.hasReview = await hasOwnSource(resolve(options.book));
      desk.show(await layOut({ ...options, ...desk.look, onProgress: () => undefined }, session));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await watch.end();
  }
}

/** The next change; that the watch ends before it is asked for is no fault. */
function nextOf(watch: FolderWatch): Promise<unknown> {
  const changes = watch.changes();
  changes.catch(() => undefined);
  return changes;
}
