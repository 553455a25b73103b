import type { BuildOptions, BuildResult } from '../model/build-types.js';
import { extensionsInOrder } from '../model/extension.js';
import type { Outcome } from '../model/outcome.js';
import { readAssets } from './assets.js';
import { makeEbook } from './ebook.js';
import { makeEditions } from './editions.js';
import { checkEbook } from './epub-checks.js';
import { cutFonts } from './fonts.js';
import { artifactsOf, figuresOf } from './outputs.js';
import { runOwnChecks } from './own-checks.js';
import { makePages, withPrintedPages } from './pages.js';
import { pressEdition } from './press-edition.js';
import { loadPress } from './press-settings.js';
import { printEdition } from './print-edition.js';
import { makePrintPictures } from './print-pictures.js';
import { makeProof } from './proof.js';
import { makeSpreads } from './spreads.js';
import { inWorkshop, type Workshop } from './workshop.js';
import { makeCoverWrap } from './wrap.js';
import { writeOutputs } from './write-outputs.js';

/**
 * Builds a book: manuscript → PDF, EPUB, and the proof of both, written to the output folder all or none.
 * Never touches the manuscript. An aborted signal ends the browser, leaves no half file, and is thrown on.
 */
export async function build(options: BuildOptions): Promise<Outcome<BuildResult>> {
  return inWorkshop(options, makeBook);
}

/** The stages in order. Each gives an Outcome; one that found an error ends the build with all that was found. */
async function makeBook(prepared: Workshop): Promise<Outcome<BuildResult>> {
  const { book, folder, session, findings, formats } = prepared;

  // What is wrong with it is told before the pages are laid out.
  const forPress = findings.take(await loadPress(prepared));
  if (forPress === undefined) return findings.failure();

  const editions = await makeEditions(book);
  const assets = findings.take(await readAssets(book));
  const fonts = findings.take(await cutFonts(prepared, editions));
  if (!assets || !fonts) return findings.failure();
  const pictures = await makePrintPictures(prepared, assets);
  const material = { editions, assets, pictures, fonts };

  // Where the book goes may want other margins for so many pages: from here on the design is that of the pages.
  const laidOut = findings.take(await makePages(prepared, material));
  if (!laidOut) return findings.failure();
  const { workshop, pages } = laidOut;

  const numbered = withPrintedPages(material, pages);
  const wrap = findings.take(await makeCoverWrap(workshop, numbered, pages, forPress));
  if (wrap === undefined) return findings.failure();

  const made = findings.take(await makeEbook(workshop, numbered, pages));
  if (made === undefined) return findings.failure();

  // Each is proved as soon as it is made; EPUBCheck, a process of its own, works while the pages are printed.
  const [printed, ebook] = await Promise.all([
    printEdition(workshop, numbered, pages),
    checkEbook(workshop, numbered, made),
  ]);
  const print = findings.take(printed);
  if (print === undefined) return findings.failure();

  const press = findings.take(await pressEdition(workshop, numbered, print, forPress));
  if (press === undefined) return findings.failure();

  const spreads = findings.take(await makeSpreads(workshop, print));
  if (spreads === undefined) return findings.failure();

  const outputs = { print, press, wrap, spreads, ebook };
  const own = await runOwnChecks(workshop, numbered, pages);
  const proof = makeProof(workshop, numbered, outputs, own);

  const files = findings.take(
    await writeOutputs(workshop, [...artifactsOf(outputs, formats), ...proof.artifacts]),
  );
  if (!files) return findings.failure();

  return findings.success({
    folder,
    files,
    figures: figuresOf(workshop, editions, print),
    checks: proof.checks,
    extensions: extensionsInOrder(workshop.extensions),
    browser: session.version,
  });
}
