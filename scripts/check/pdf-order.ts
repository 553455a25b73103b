import { diagnose } from '../diagnostics/catalogue.js';
import type { Book } from '../model/book.js';
import type { NumberedPage } from '../model/pages.js';
import type { CheckResult } from '../model/proof.js';
import type { ReadKid, TaggedFacts } from '../print/tags/read-tagged.js';
import { compareFormulas } from './formula-letters.js';
import { differencesIn, explain, type PrintedBook } from './pdf-text.js';
import { printText } from './print-text.js';
import type { ReferenceText } from './reference-text.js';

/**
 * Holds the text that a screen reader reads, taken from the structure tree in its order, against the manuscript's,
 * character by character: ruby behind its base, notes behind their chapter.
 */
export function checkPdfOrder(
  facts: TaggedFacts | undefined,
  { pages, twins }: Pick<PrintedBook, 'pages' | 'twins'>,
  book: Book,
  reference: ReferenceText,
): CheckResult {
  const text = printText(book.chapters, reference, new Set(), 'within');
  const content = structureText(facts, pages, new Set(book.chapters.map(({ id }) => id)));
  const main = differencesIn(text.main, content.units, false, twins);
  const math = compareFormulas(text.math, content.formulas);
  const place = (index: number) => reference.placeOf(index)?.place;
  const diagnostics = [
    ...main.map((found) =>
      explain(found, place(text.main.originalIndex(found.referenceIndex)), content.pageOf(found.outputIndex)),
    ),
    ...math.map((found) => explain(found, place(text.math.originalIndex(found.referenceIndex)), '?')),
  ];
  const [characters, differences] = [text.main.units.length + text.math.units.length, diagnostics.length];
  return {
    check: 'pdf-order',
    title: diagnose('check-pdf-order', {}),
    status: differences > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-text', { characters, differences }),
    figures: { characters, differences },
    diagnostics,
  };
}

interface StructureText {
  readonly units: string;
  readonly formulas: string;
  readonly pageOf: (index: number) => string;
}

/** The text of the tree on the pages of some parts, without white space. */
function structureText(
  facts: TaggedFacts | undefined,
  pages: readonly NumberedPage[],
  parts: ReadonlySet<string>,
): StructureText {
  const main: string[] = [];
  const formulas: string[] = [];
  const starts: { readonly start: number; readonly label: string }[] = [];
  let length = 0;
  const visit = (kid: ReadKid, isFormula: boolean): void => {
    // The letters of a drawing are part of the picture: its alternative text is read in their place.
    if ('type' in kid && kid.standard === 'Figure') return;
    if ('type' in kid) for (const inner of kid.kids) visit(inner, isFormula || kid.standard === 'Formula');
    if (!('mcid' in kid)) return;
    const page = pages[kid.page - 1];
    if (!page || !parts.has(page.part)) return;
    const text = facts?.contents[kid.page - 1]?.texts.get(kid.mcid) ?? '';
    const characters = text.replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
    if (isFormula) formulas.push(characters);
    else {
      starts.push({ start: length, label: page.label });
      main.push(characters);
      length += characters.length;
    }
  };
  for (const element of facts?.tree ?? []) visit(element, false);
  return {
    units: main.join(''),
    formulas: formulas.join(''),
    pageOf: (index) => starts.findLast(({ start }) => start <= index)?.label ?? '?',
  };
}
