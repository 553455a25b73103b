import { checkPdfContents } from '../check/pdf-contents.js';
import { openPdf } from '../check/pdf-file.js';
import { checkPdfStructure } from '../check/pdf-structure.js';
import { checkPdfText } from '../check/pdf-text.js';
import { type PageThumbnail, proofPage } from '../check/proof-page.js';
import { drawThumbnails } from '../check/thumbnails.js';
import { chooseLocale } from '../diagnostics/locale.js';
import { packageVersion } from '../files/package-root.js';
import { sha256 } from '../files/read.js';
import type { Artifact } from '../model/artifact.js';
import type { CheckResult, ProofFacts } from '../model/proof.js';
import { glyphTwins } from '../theme/font-file.js';
import { checkEpub } from './epub-checks.js';
import type { PrintEdition } from './print-edition.js';
import type { Material, Workshop } from './workshop.js';

/** What was built; `null` where a format was not asked for. */
export interface Outputs {
  readonly print: PrintEdition | null;
  readonly epub: Artifact | null;
}

export interface Proof {
  readonly checks: readonly CheckResult[];
  /** `proof.json` and `proof.html`. */
  readonly artifacts: readonly Artifact[];
}

/** Holds every output against the manuscript and against the rules of its format. */
export async function prove(workshop: Workshop, material: Material, outputs: Outputs): Promise<Proof> {
  const { book, onProgress, signal } = workshop;
  const { print, epub } = outputs;
  onProgress({ stage: 'check', done: 0, total: 2 });
  const printed = print ? await provePrint(print, workshop, material) : { checks: [], thumbnails: [] };
  onProgress({ stage: 'check', done: 1, total: 2 });
  const context = { book, reference: material.reference, ...(signal && { signal }) };
  const epubChecks = epub ? await checkEpub(epub.bytes, context) : [];
  const checks = [...printed.checks, ...epubChecks];
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
  { book, design }: Workshop,
  { reference, fonts }: Material,
): Promise<{ checks: readonly CheckResult[]; thumbnails: readonly PageThumbnail[] }> {
  const structure = await checkPdfStructure(bytes, fileName, design.trim);
  const pdf = await openPdf(bytes);
  if (!pdf) return { checks: [structure], thumbnails: [] };
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
      checks: [text, contents, structure],
      thumbnails: await drawThumbnails(pdf, paginated.pages, named),
    };
  } finally {
    await pdf.close();
  }
}

function proofFacts(
  { book, session }: Workshop,
  { reference }: Material,
  { print, epub }: Outputs,
  checks: readonly CheckResult[],
): ProofFacts {
  const outputs = [print?.pdf, epub].filter((artifact) => artifact != null);
  const pageOf = print?.paginated.anchors ?? {};
  return {
    banxin: packageVersion,
    browser: session.version,
    book: { id: book.meta.id, title: book.meta.title, theme: book.theme, trim: book.trim },
    figures: {
      characters: reference.units.length,
      chapters: book.chapters.length,
      ...(print && { pages: print.paginated.pages.length }),
    },
    outputs: outputs.map(({ fileName, bytes }) => ({
      file: fileName,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    chapters: book.chapters.map(({ id, title, source }) => {
      const page = pageOf[id];
      return { id, title, file: source.path, ...(page !== undefined && { page }) };
    }),
    checks,
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
