import { join, resolve } from 'node:path';
import { referenceText } from '../check/reference-text.js';
import { lockFolder } from '../files/lock.js';
import { readBook } from '../manuscript/read-book.js';
import type { Book } from '../model/book.js';
import type { BuildOptions, BuildResult } from '../model/build-types.js';
import type { Outcome } from '../model/outcome.js';
import type { BrowserSession } from '../print/browser-session.js';
import { readAssets } from './assets.js';
import { type Design, loadDesign } from './design.js';
import { makeEbook } from './ebook.js';
import { Findings } from './findings.js';
import { cutFonts } from './fonts.js';
import { modifiedDate } from './modified-date.js';
import { makePrintEdition } from './print-edition.js';
import { prove } from './prove.js';
import { startBrowser } from './start-browser.js';
import { refuseManuscript, writeOutputs } from './write-outputs.js';

/**
 * Builds a book: manuscript → PDF, EPUB, and the proof of both, written to the output folder all or none.
 * Never touches the manuscript. An aborted signal ends the browser, leaves no half file, and is thrown on.
 */
export async function build(options: BuildOptions): Promise<Outcome<BuildResult>> {
  const findings = new Findings();
  options.onProgress?.({ stage: 'read', done: 0, total: 1 });
  const book = findings.take(await readBook(options.book));
  const design = book && findings.take(await loadDesign(book));
  if (!book || !design) return findings.failure();
  const folder = resolve(options.out ?? join('dist', book.meta.id));
  const isApart = findings.take(refuseManuscript(folder, book));
  const lock = isApart && findings.take(await lockFolder(folder));
  if (!lock) return findings.failure();
  try {
    const session = findings.take(await startBrowser(options));
    if (!session) return findings.failure();
    try {
      return await makeBook({ options, findings, book, design, folder, session });
    } finally {
      await session.end();
    }
  } finally {
    await lock.release();
    options.signal?.throwIfAborted();
  }
}

/** Everything that a build has at hand once its book, design, folder and browser are there. */
interface Workshop {
  readonly options: BuildOptions;
  readonly findings: Findings;
  readonly book: Book;
  readonly design: Design;
  readonly folder: string;
  readonly session: BrowserSession;
}

/** The stages in order. */
async function makeBook(workshop: Workshop): Promise<Outcome<BuildResult>> {
  const { options, findings, book, design, folder, session } = workshop;
  const { formats = ['pdf', 'epub'], onProgress, signal } = options;
  const started = performance.now();
  const modified = modifiedDate(book.meta);
  const reference = referenceText(book.chapters);

  const assets = findings.take(await readAssets(book));
  onProgress?.({ stage: 'fonts', done: 0, total: 1 });
  const fonts = findings.take(await cutFonts(session, book, design, reference));
  if (!assets || !fonts) return findings.failure();

  const printInput = { book, ...design, fonts, assets, characters: reference.units.length };
  const print = formats.includes('pdf')
    ? findings.take(await makePrintEdition(session, printInput, modified, onProgress))
    : undefined;
  if (formats.includes('pdf') && !print) return findings.failure();

  if (formats.includes('epub')) onProgress?.({ stage: 'ebook', done: 0, total: 1 });
  const parts = { fonts, assets, pageMap: print?.paginated.anchors, modified };
  const epub = formats.includes('epub')
    ? findings.take(await makeEbook(session, book, design, parts))
    : undefined;
  if (formats.includes('epub') && !epub) return findings.failure();

  const proof = await prove({
    book,
    design,
    fonts,
    reference,
    print,
    epub,
    browser: session.version,
    onProgress,
    signal,
  });
  onProgress?.({ stage: 'write', done: 0, total: 1 });
  signal?.throwIfAborted();
  const outputs = [print?.pdf, epub, ...proof.artifacts].filter((artifact) => artifact !== undefined);
  const files = findings.take(await writeOutputs(folder, outputs));
  if (!files) return findings.failure();
  return findings.success({
    folder,
    files,
    figures: {
      ...(print && { pages: print.paginated.pages.length }),
      characters: reference.units.length,
      chapters: book.chapters.length,
      seconds: (performance.now() - started) / 1000,
    },
    checks: proof.checks,
    browser: session.version,
  });
}
