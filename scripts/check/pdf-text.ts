import { diagnose } from '../diagnostics/catalogue.js';
import type { Book } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { NumberedPage } from '../model/pages.js';
import type { CheckResult } from '../model/proof.js';
import type { BodyType, TrimSize } from '../model/theme.js';
import { compareText, type TextDifference } from './compare-text.js';
import { isGenerated } from './generated-text.js';
import { mergeTwins } from './glyph-twins.js';
import { type PdfContent, readPdfContent } from './pdf-content.js';
import type { OpenPdf } from './pdf-file.js';
import { type PrintText, printText } from './print-text.js';
import type { ReferenceText } from './reference-text.js';

/** A print edition to hold against its manuscript. */
export interface PrintedBook {
  readonly pdf: OpenPdf;
  readonly pages: readonly NumberedPage[];
  readonly trim: TrimSize;
  readonly body: BodyType;
  /** Characters that share a glyph, each with the one it is compared as (see theme/font-file.ts). */
  readonly twins: ReadonlyMap<string, string>;
}

/**
 * Holds the PDF's text, read back from the file, against the manuscript's, character by character in
 * order. White space is layout and left out on both sides.
 */
export async function checkPdfText(
  { pdf, pages, trim, body, twins }: PrintedBook,
  book: Book,
  reference: ReferenceText,
): Promise<CheckResult> {
  const ids = new Set(book.chapters.map((chapter) => chapter.id));
  const content = await readPdfContent(pdf, pages, ids, trim, body);
  const text = printText(book.chapters, reference);
  const real = differencesOf(text, content.units, twins);
  return {
    check: 'pdf-text',
    title: diagnose('check-pdf-text', {}),
    status: real.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-text', {
      characters: text.units.length + text.ruby.length,
      differences: real.length,
    }),
    figures: {
      manuscriptCharacters: text.units.length + text.ruby.length,
      pdfCharacters: content.units.length,
      generatedCharacters: content.setApart,
      differences: real.length,
    },
    diagnostics: real.map((difference) => explain(difference, content, reference, text)),
  };
}

/** The differences that are the PDF's fault: not what print may add, nor ruby, which is read after its line. */
function differencesOf(
  text: PrintText,
  output: string,
  twins: PrintedBook['twins'],
): readonly TextDifference[] {
  if (text.units.normalize('NFC') === output.normalize('NFC')) return [];
  const [manuscript, printed] = [text.units, output].map((units) => mergeTwins(units, twins));
  const differences = compareText(manuscript ?? '', printed ?? '').filter(
    ({ kind, text: found, referenceIndex }) =>
      kind !== 'added' ||
      !(
        isGenerated(found, referenceIndex, manuscript ?? '', text.generated) ||
        (text.hasEmphasis && /^[•●◦○﹅﹆]+$/u.test(found))
      ),
  );
  if (text.ruby === '') return differences;
  const added = differences.filter(({ kind }) => kind === 'added');
  const isRuby = added.map(({ text: found }) => found).join('') === text.ruby;
  return isRuby ? differences.filter(({ kind }) => kind !== 'added') : differences;
}

const longest = 40;

function explain(
  { kind, text, replacement, referenceIndex, outputIndex }: TextDifference,
  content: PdfContent,
  reference: ReferenceText,
  printed: PrintText,
): Diagnostic {
  const place = reference.placeOf(printed.originalIndex(referenceIndex))?.place;
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
