import { checkComposition } from '../check/composition.js';
import { checkLayout } from '../check/layout.js';
import { checkPdfContents } from '../check/pdf-contents.js';
import { openPdf } from '../check/pdf-file.js';
import { checkPdfStructure } from '../check/pdf-structure.js';
import { checkPdfText } from '../check/pdf-text.js';
import { type PageThumbnail, proofPage } from '../check/proof-page.js';
import { drawThumbnails } from '../check/thumbnails.js';
import { chooseLocale } from '../diagnostics/locale.js';
import type { Artifact } from '../model/artifact.js';
import type { CheckResult } from '../model/proof.js';
import { glyphTwins } from '../theme/font-file.js';
import { checkEpub } from './epub-checks.js';
import type { Outputs, PrintEdition } from './outputs.js';
import { proofFacts } from './proof-facts.js';
import type { Material, Workshop } from './workshop.js';

export interface Proof {
  readonly checks: readonly CheckResult[];
  /** `proof.json` and `proof.html`. */
  readonly artifacts: readonly Artifact[];
}

/** Holds every output against the manuscript and against the rules of its format. */
export async function prove(workshop: Workshop, material: Material, outputs: Outputs): Promise<Proof> {
  const { onProgress, signal } = workshop;
  const { manuscript, ebook } = material.editions;
  const { print, epub } = outputs;
  onProgress({ stage: 'check', done: 0, total: 1 });
  const context = { ...ebook, ...(signal && { signal }) };
  // EPUBCheck is a process of its own; it works while the PDF is read here.
  const [printed, epubChecks] = await Promise.all([
    print ? provePrint(print, workshop, material) : { checks: [], thumbnails: [] },
    epub ? checkEpub(epub.bytes, context) : [],
  ]);
  const set = print ? material.editions.print : ebook;
  const composition = checkComposition(manuscript.reference, set.reference);
  const checks = [...(composition ? [composition] : []), ...printed.checks, ...epubChecks];
  const facts = proofFacts(workshop, material, outputs, checks);
  const html = proofPage(facts, printed.thumbnails, chooseLocale(process.env));
  return {
    checks,
    artifacts: [
      { kind: 'json', fileName: 'proof.json', bytes: encode(`${JSON.stringify(facts, undefined, 2)}\n`) },
      { kind: 'html', fileName: 'proof.html', bytes: encode(html) },
    ],
  };
}

async function provePrint(
  { pdf: { bytes, fileName }, paginated }: PrintEdition,
  { design }: Workshop,
  { editions, fonts }: Material,
): Promise<{ checks: readonly CheckResult[]; thumbnails: readonly PageThumbnail[] }> {
  const { book, reference } = editions.print;
  const layout = checkLayout(paginated);
  const structure = await checkPdfStructure(bytes, fileName, design.trim);
  const pdf = await openPdf(bytes);
  if (!pdf) return { checks: [layout, structure], thumbnails: [] };
  try {
    const printed = {
      pdf,
      pages: paginated.pages,
      trim: design.trim,
      body: design.theme.body,
      footNotes: paginated.footNotes,
      twins: glyphTwins(fonts.map((font) => font.bytes)),
    };
    const text = await checkPdfText(printed, book, reference);
    const contents = await checkPdfContents(printed, book);
    const named = new Set(text.diagnostics.map((diagnostic) => String(diagnostic.values.page)));
    return {
      checks: [layout, text, contents, structure],
      thumbnails: await drawThumbnails(pdf, paginated.pages, named),
    };
  } finally {
    await pdf.close();
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
