import { diagnose } from '../diagnostics/catalogue.js';
import type { Book } from '../model/book.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import type { NumberedPage } from '../model/pages.js';
import type { CheckResult } from '../model/proof.js';
import type { BodyType, TrimSize } from '../model/theme.js';
import { compareText, type TextDifference } from './compare-text.js';
import { compareFormulas } from './formula-letters.js';
import { isGenerated } from './generated-text.js';
import { mergeTwins } from './glyph-twins.js';
import { type PdfContent, readPdfContent } from './pdf-content.js';
import type { PageReader } from './pdf-file.js';
import { type PrintStream, type PrintText, printText } from './print-text.js';
import type { ReferenceText } from './reference-text.js';

/** A print edition to hold against its manuscript. */
export interface PrintedBook {
  readonly pdf: PageReader;
  readonly pages: readonly NumberedPage[];
  readonly trim: TrimSize;
  readonly body: BodyType;
  /** Ids of the notes at the feet of the pages. */
  readonly footNotes: readonly string[];
  /** Characters that share a glyph, each with the one it is compared as (see theme/font-file.ts). */
  readonly twins: ReadonlyMap<string, string>;
}

/**
 * Holds the PDF's text, read back from the file, against the manuscript's, character by character in
 * order. White space is layout and left out on both sides.
 */
export async function checkPdfText(
  { pdf, pages, trim, body, footNotes, twins }: PrintedBook,
  book: Book,
  reference: ReferenceText,
): Promise<CheckResult> {
  const ids = new Set(book.chapters.map((chapter) => chapter.id));
  const text = printText(book.chapters, reference, new Set(footNotes));
  const content = await readPdfContent(pdf, pages, ids, trim, body, text.ruby.units !== '');
  const { main, notes, ruby, math } = differencesOf(text, content, twins);
  const place = (index: number) => reference.placeOf(index)?.place;
  const tell = (stream: PrintStream, found: TextDifference, page: string): Diagnostic =>
    explain(found, place(stream.originalIndex(found.referenceIndex)), page);
  const diagnostics = [
    ...main.map((found) => tell(text.main, found, content.pageOf(found.outputIndex))),
    ...notes.map((found) => tell(text.notes, found, content.pageOfNote(found.outputIndex))),
    ...ruby.map((found) => tell(text.ruby, found, content.pageOf(found.outputIndex))),
    ...math.map((found) => tell(text.math, found, '?')),
  ];
  const differences = diagnostics.length;
  return {
    check: 'pdf-text',
    title: diagnose('check-pdf-text', {}),
    status: differences > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-text', { characters: lengthOf(text), differences }),
    figures: {
      manuscriptCharacters: lengthOf(text),
      pdfCharacters:
        content.units.length + content.notes.length + content.ruby.length + content.formulas.length,
      generatedCharacters: content.setApart,
      differences,
    },
    diagnostics,
  };
}

function lengthOf({ main, notes, ruby, math }: PrintText): number {
  return main.units.length + notes.units.length + ruby.units.length + math.units.length;
}

interface Differences {
  readonly main: readonly TextDifference[];
  readonly notes: readonly TextDifference[];
  readonly ruby: readonly TextDifference[];
  readonly math: readonly TextDifference[];
}

/**
 * The differences that are the PDF's fault, not what print may add. Ruby stands above its line, so it is
 * compared by itself; over large type it is too large to be told apart by size, and is then found in the text.
 */
function differencesOf(text: PrintText, content: PdfContent, twins: PrintedBook['twins']): Differences {
  const main = differencesIn(text.main, content.units, text.hasEmphasis, twins);
  const notes = differencesIn(text.notes, content.notes, text.hasEmphasis, twins);
  const math = compareFormulas(text.math, content.formulas);
  const ruby = rubyKinds.flatMap((kind) => differencesOfKind(kind, text.ruby.units, content.ruby, twins));
  const added = main.filter(({ kind }) => kind === 'added').map((found) => found.text);
  const isLargeRuby =
    ruby.every(({ kind }) => kind === 'lost') && added.join('') === ruby.map((found) => found.text).join('');
  if (!isLargeRuby) return { main, notes, ruby, math };
  return { main: main.filter(({ kind }) => kind !== 'added'), notes, ruby: [], math };
}

/** In one line 注音, which stands beside its characters, and ruby above them are drawn one after the other. */
const rubyKinds = [
  /[\u02c7-\u02cb\u02d9\u02ea\u02eb\u3105-\u312f\u31a0-\u31bf]/g,
  /[^\u02c7-\u02cb\u02d9\u02ea\u02eb\u3105-\u312f\u31a0-\u31bf]/g,
];

function differencesOfKind(
  kind: RegExp,
  units: string,
  output: string,
  twins: PrintedBook['twins'],
): readonly TextDifference[] {
  const own = [...units.matchAll(kind)];
  const manuscript = mergeTwins(own.join(''), twins);
  const found = mergeTwins((output.match(kind) ?? []).join(''), twins);
  return compareText(manuscript, found).map((difference) => ({
    ...difference,
    referenceIndex: own[difference.referenceIndex]?.index ?? units.length,
  }));
}

/** The differences between a manuscript's stream and an output that are not what print may add. */
export function differencesIn(
  { units, generated }: PrintStream,
  output: string,
  hasEmphasis: boolean,
  twins: PrintedBook['twins'],
): readonly TextDifference[] {
  if (units.normalize('NFC') === output.normalize('NFC')) return [];
  const manuscript = mergeTwins(units, twins);
  return compareText(manuscript, mergeTwins(output, twins)).filter(
    ({ kind, text: found, referenceIndex }) =>
      kind !== 'added' ||
      !(
        isGenerated(found, referenceIndex, manuscript, generated) ||
        (hasEmphasis && /^[•●◦○﹅﹆]+$/u.test(found))
      ),
  );
}

const longest = 40;

/** A difference as a diagnostic. */
export function explain(
  { kind, text, replacement }: TextDifference,
  place: Place | undefined,
  page: string,
): Diagnostic {
  const values = { text: shortened(text), page };
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
