import { diagnose } from '../diagnostics/catalogue.js';
import { contentFolder, madePageFiles } from '../ebook/file-names.js';
import type { Book } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { compareText, type TextDifference } from './compare-text.js';
import { openArchive } from './epub-archive.js';
import { gatherDocument } from './epub-document-text.js';
import { readPackage } from './epub-package.js';
import { type ReferenceText, referenceText } from './reference-text.js';
import { TextGatherer, type TextUnits } from './text-units.js';

const madePages = new Set(madePageFiles.map((file) => `${contentFolder}/${file}`));

/** Differences that are told one by one; a book that is wrong throughout needs no thousand lines to say so. */
const mostTold = 100;

/**
 * Reads the EPUB back in the order of its spine and compares its text with the manuscript's, character by
 * character, and the white space between words. Every lost, added, moved or changed character is an error
 * that names chapter file and line.
 */
export async function checkEpubText(input: {
  readonly epub: Uint8Array;
  readonly book: Book;
  /** The manuscript's text, where the caller has it already. */
  readonly reference?: ReferenceText;
}): Promise<CheckResult> {
  const reference = input.reference ?? referenceText(input.book.chapters);
  const output = readEpubText(input.epub);
  if (!output) return result([diagnose('epub-package-missing', {})], reference, undefined);
  const differences = compareText(reference.units, output.units);
  const diagnostics = differences.slice(0, mostTold).map((difference) => describe(difference, reference));
  if (differences.length > mostTold)
    diagnostics.push(diagnose('epub-text-differences', { count: differences.length - mostTold }));
  if (differences.length === 0) diagnostics.push(...compareSpaces(reference, output));
  return result(diagnostics, reference, output);
}

function readEpubText(epub: Uint8Array): TextUnits | undefined {
  const archive = openArchive(epub);
  const book = archive && readPackage(archive);
  if (!book) return undefined;
  const gatherer = new TextGatherer();
  for (const file of book.spine) {
    if (!madePages.has(file)) gatherDocument(archive.readText(file) ?? '', gatherer);
  }
  return gatherer.finish();
}

function describe(
  { kind, text, replacement = '', referenceIndex }: TextDifference,
  reference: ReferenceText,
): Diagnostic {
  const { place } = reference.placeOf(referenceIndex);
  const values = { text: excerpt(text), count: text.length };
  if (kind === 'changed')
    return diagnose('epub-text-changed', { ...values, replacement: excerpt(replacement) }, place);
  return diagnose(`epub-text-${kind}`, values, place);
}

/** Where the characters are the same, white space between words can still be lost or added. */
function compareSpaces(reference: ReferenceText, output: TextUnits): readonly Diagnostic[] {
  const [wanted, found] = [new Set(reference.gaps), new Set(output.gaps)];
  const lost = reference.gaps.filter((gap) => !found.has(gap));
  const added = output.gaps.filter((gap) => !wanted.has(gap));
  const tell = (code: 'epub-space-lost' | 'epub-space-added', gap: number) => {
    const text = reference.units.slice(Math.max(0, gap - 8), gap);
    return diagnose(
      code,
      { before: text, after: reference.units.slice(gap, gap + 8) },
      reference.placeOf(gap).place,
    );
  };
  return [
    ...lost.slice(0, mostTold).map((gap) => tell('epub-space-lost', gap)),
    ...added.slice(0, mostTold).map((gap) => tell('epub-space-added', gap)),
  ];
}

/** A text for a message: whole where it is short, else its beginning and its end. */
function excerpt(text: string): string {
  const characters = [...text];
  return characters.length <= 40
    ? text
    : `${characters.slice(0, 24).join('')}…${characters.slice(-12).join('')}`;
}

function result(
  diagnostics: readonly Diagnostic[],
  reference: TextUnits,
  output: TextUnits | undefined,
): CheckResult {
  const equal = diagnostics.length === 0;
  return {
    check: 'epub-text',
    title: diagnose('check-epub-text', {}),
    status: equal ? 'passed' : 'failed',
    note: diagnose('figures-of-text', {
      characters: reference.units.length,
      differences: diagnostics.length,
    }),
    figures: {
      manuscriptCharacters: reference.units.length,
      epubCharacters: output?.units.length ?? 0,
      spacesBetweenWords: reference.gaps.length,
    },
    diagnostics,
  };
}
