import { readBook } from '../../scripts/manuscript/read-book.js';
import type { Diagnostic } from '../../scripts/model/diagnostic.js';
import type { Outcome } from '../../scripts/model/outcome.js';
import type { PaginatedBook } from '../../scripts/model/pages.js';
import type { SubsetFont, Theme } from '../../scripts/model/theme.js';
import { readAssets } from '../../scripts/pipeline/assets.js';
import { loadDesign } from '../../scripts/pipeline/design.js';
import { makeEditions } from '../../scripts/pipeline/editions.js';
import type { BrowserSession } from '../../scripts/print/browser-session.js';
import { everyFigure } from '../../scripts/print/leaves/page-facts.js';
import { makePdf } from '../../scripts/print/make-pdf.js';
import { type PrintInput, paginate } from '../../scripts/print/paginate.js';
import { subsetFonts } from '../../scripts/theme/subset-fonts.js';
import { partsOf } from './one-piece-parts.js';

/** Reads a book and makes it ready for layout, in fonts that have all its characters in every face. */
export async function inputOf(folder: string, changes: Partial<Theme> = {}): Promise<PrintInput> {
  const book = sound(await readBook(folder));
  const { theme: own, trim, notes } = sound(await loadDesign(book));
  const { manuscript, print } = await makeEditions(book);
  const assets = sound(await readAssets(book));
  const characters = manuscript.print.reference.units.length;
  const theme = { ...own, ...changes };
  const input: PrintInput = { book: print.book, theme, trim, notes, assets, characters, fonts: [] };
  return { ...input, fonts: await cutFonts(input) };
}

async function cutFonts(input: PrintInput): Promise<readonly SubsetFont[]> {
  const parts = await partsOf(input, everyFigure);
  const characters = [...new Set(`0123456789ivxlcdm${parts.map(({ html }) => html).join('')}`)].join('');
  const { faces } = input.theme;
  const usage = faces.map(({ family, weight, style }) => ({ families: [family], weight, style, characters }));
  return sound(await subsetFonts(faces, usage)).fonts;
}

/** The book as Banxin makes it: its chapters laid out apart, joined, numbered and printed. */
export async function joinedBook(
  session: BrowserSession,
  input: PrintInput,
): Promise<{ readonly paginated: PaginatedBook; readonly pdf: Uint8Array }> {
  const paginated = sound(await paginate(session, input));
  const pdf = sound(await makePdf(session, input, paginated, new Date(0)));
  return { paginated, pdf: pdf.bytes };
}

function sound<T>({ value, diagnostics }: Outcome<T>): T {
  const errors = diagnostics.filter(({ severity }: Diagnostic) => severity === 'error');
  if (value === undefined || errors.length > 0) throw new Error(JSON.stringify(diagnostics));
  return value;
}
