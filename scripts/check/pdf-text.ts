import { diagnose } from '../diagnostics/catalogue.js';
import type { Book } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { NumberedPage } from '../model/pages.js';
import type { CheckResult } from '../model/proof.js';
import type { BodyType, TrimSize } from '../model/theme.js';
import { compareText, type TextDifference } from './compare-text.js';
import { generatedText, isGenerated } from './generated-text.js';
import { type PdfContent, readPdfContent } from './pdf-content.js';
import type { OpenPdf } from './pdf-file.js';
import type { ReferenceText } from './reference-text.js';

/** A print edition to hold against its manuscript. */
export interface PrintedBook {
  readonly pdf: OpenPdf;
  readonly pages: readonly NumberedPage[];
  readonly trim: TrimSize;
  readonly body: BodyType;
}

/**
 * Holds the PDF's text, read back from the file, against the manuscript's, character by character in
 * order. White space is layout and left out on both sides.
 */
export async function checkPdfText(
  { pdf, pages, trim, body }: PrintedBook,
  book: Book,
  reference: ReferenceText,
): Promise<CheckResult> {
  const ids = new Set(book.chapters.map((chapter) => chapter.id));
  const content = await readPdfContent(pdf, pages, ids, trim, body);
  const { units, originalIndex, printedIndex } = printable(reference.units);
  const allowed = new Map(
    [...generatedText(book.chapters)].map(([index, patterns]) => [printedIndex(index), patterns]),
  );
  const differences = compareText(units, content.units).filter(
    ({ kind, text, referenceIndex }) => kind !== 'added' || !isGenerated(text, referenceIndex, units, allowed),
  );
  const same = units.normalize('NFC') === content.units.normalize('NFC');
  const real = same ? [] : differences;
  return {
    check: 'pdf-text',
    title: 'PDF: every character of the manuscript, once and in order',
    status: real.length > 0 ? 'failed' : 'passed',
    note: `${units.length} characters compared, ${real.length} differences`,
    figures: {
      manuscriptCharacters: units.length,
      pdfCharacters: content.units.length,
      generatedCharacters: content.setApart,
      differences: real.length,
    },
    diagnostics: real.map((difference) => explain(difference, content, reference, originalIndex)),
  };
}

/** The reference without what no page shows (soft hyphens, joiners), and the way between the two indexes. */
interface PrintableText {
  readonly units: string;
  readonly originalIndex: (printed: number) => number;
  readonly printedIndex: (original: number) => number;
}

function printable(text: string): PrintableText {
  /** Ends of what was left out, in the original, each with how much was left out up to there. */
  const cuts: { readonly end: number; readonly total: number }[] = [];
  let total = 0;
  const units = text.replace(/\p{Default_Ignorable_Code_Point}+/gu, (run, offset: number) => {
    total += run.length;
    cuts.push({ end: offset + run.length, total });
    return '';
  });
  return {
    units,
    originalIndex: (printed) => printed + (cuts.findLast(({ end, total: cut }) => end - cut <= printed)?.total ?? 0),
    printedIndex: (original) => original - (cuts.findLast(({ end }) => end <= original)?.total ?? 0),
  };
}

const longest = 40;

function explain(
  { kind, text, replacement, referenceIndex, outputIndex }: TextDifference,
  content: PdfContent,
  reference: ReferenceText,
  originalIndex: (index: number) => number,
): Diagnostic {
  const place = reference.placeOf(originalIndex(referenceIndex))?.place;
  const values = { text: shortened(text), page: content.pageOf(outputIndex) };
  if (kind === 'changed') {
    return diagnose('pdf-text-changed', { ...values, replacement: shortened(replacement ?? '') }, place);
  }
  return diagnose(`pdf-text-${kind}`, values, place);
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length <= longest
    ? text
    : `${characters.slice(0, longest).join('')}… (${characters.length})`;
}
