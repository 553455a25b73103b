import { keyOf } from '../files/key-of.js';
import { packageVersion } from '../files/package-root.js';
import { sha256 } from '../files/read.js';
import type { Artifact } from '../model/artifact.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import { usualBleed } from '../model/press.js';
import { noStore, type Store } from '../model/store.js';
import { bleedSheets } from './bleed-sheets.js';
import type { BrowserSession } from './browser-session.js';
import { fontCss } from './font-css.js';
import { joinPages } from './join-pages.js';
import type { PageFiles } from './offline-page.js';
import { assetFiles, type PrintInput } from './paginate.js';
import { printPages } from './print-pages.js';

/**
 * Prints the joined pages once, with room for the bleed around each, and finishes the file: it shows the trim, and a printing
 * house finds in it what lies beyond.
 */
export async function makePdf(
  session: BrowserSession,
  input: PrintInput,
  paginated: PaginatedBook,
  modified: Date,
  store: Store = noStore,
): Promise<Outcome<Artifact>> {
  const { meta } = input.book;
  const { css, files } = fontCss(input.fonts);
  const sheets = bleedSheets(input.trim, input.book.press?.bleed ?? usualBleed);
  const head = { language: meta.language, title: meta.title, fontCss: css, sheetCss: sheets.css };
  const html = joinPages(paginated, head);
  // What finishes the file is loaded while the browser prints.
  const [printed, { finishPdf }] = await Promise.all([
    printOrTake(session, html, new Map([...files, ...assetFiles(input.assets)]), store),
    import('./finish-pdf.js'),
  ]);
  if (!printed.value) return failure(printed.diagnostics);
  const bytes = await finishPdf(
    printed.value,
    input.book,
    paginated,
    { trim: input.trim, offset: sheets.offset },
    modified,
    sha256(`${session.version}\n${html}`),
  );
  return success({ kind: 'pdf', fileName: `${meta.id}.pdf`, bytes }, printed.diagnostics);
}

/** Pages that were printed before, from the same document and the same files, are not printed again. */
async function printOrTake(
  session: BrowserSession,
  html: string,
  files: PageFiles,
  store: Store,
): Promise<Outcome<Uint8Array>> {
  const hashes = [...files].map(([path, { bytes }]) => `${path} ${sha256(bytes)}`);
  const key = keyOf('printed', packageVersion, session.version, html, hashes.join('\n'));
  const kept = await store.get(key);
  if (kept) return success(kept);
  const printed = await printPages(session, html, files);
  if (printed.value) await store.put(key, printed.value);
  return printed;
}
