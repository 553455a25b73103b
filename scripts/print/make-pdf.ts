import { keyOf } from '../files/key-of.js';
import { packageVersion } from '../files/package-root.js';
import { sha256 } from '../files/read.js';
import type { Artifact } from '../model/artifact.js';
import type { Outcome } from '../model/outcome.js';
import { failure, success } from '../model/outcome.js';
import type { PaginatedBook } from '../model/pages.js';
import { noStore, type Store } from '../model/store.js';
import type { BrowserSession } from './browser-session.js';
import { fontCss } from './font-css.js';
import { joinPages } from './join-pages.js';
import type { PageFiles } from './offline-page.js';
import { assetFiles, type PrintInput } from './paginate.js';
import { type PressSheets, pressSheets } from './press-sheets.js';
import { printPages } from './print-pages.js';

/** Prints the joined pages once and finishes the file. */
export async function makePdf(
  session: BrowserSession,
  input: PrintInput,
  paginated: PaginatedBook,
  modified: Date,
  store: Store = noStore,
): Promise<Outcome<Artifact>> {
  const { meta } = input.book;
  const { css, files } = fontCss(input.fonts);
  const html = joinPages(paginated, { language: meta.language, title: meta.title, fontCss: css });
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
    input.trim,
    modified,
    sha256(`${session.version}\n${html}`),
  );
  return success({ kind: 'pdf', fileName: `${meta.id}.pdf`, bytes }, printed.diagnostics);
}

/** Prints the joined pages once more, with room for the bleed (mm) around each; nothing is done to the file. */
export async function printSheets(
  session: BrowserSession,
  input: PrintInput,
  paginated: PaginatedBook,
  bleed: number,
  store: Store = noStore,
): Promise<Outcome<Pick<PressSheets, 'offset'> & { readonly bytes: Uint8Array }>> {
  const { meta } = input.book;
  const { css, files } = fontCss(input.fonts);
  const sheets = pressSheets(input.trim, bleed);
  const head = { language: meta.language, title: meta.title, fontCss: css, sheetCss: sheets.css };
  const html = joinPages(paginated, head);
  const printed = await printOrTake(session, html, new Map([...files, ...assetFiles(input.assets)]), store);
  if (!printed.value) return failure(printed.diagnostics);
  return success({ bytes: printed.value, offset: sheets.offset }, printed.diagnostics);
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
