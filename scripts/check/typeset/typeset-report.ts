import type { OpenPdf } from '../pdf-file.js';
import { findDesign, type PageDesign } from './page-design.js';
import { findParagraphs, pageLines } from './paragraphs.js';
import { readLines } from './read-lines.js';
import { allLines, type Fault, type FaultKind, type Setting } from './rule.js';
import { rules } from './rules.js';

/** How a book is set, measured from its finished pages. */
export interface TypesetReport {
  readonly pages: number;
  readonly lines: number;
  readonly paragraphs: number;
  readonly design: PageDesign;
  /** A row for every rule, found or not. */
  readonly counts: readonly FaultCount[];
  /** Every fault, by page and place on it. */
  readonly faults: readonly FoundFault[];
}

export interface FaultCount {
  readonly kind: FaultKind;
  readonly found: number;
  /** Of how many. */
  readonly among: number;
}

export interface FoundFault {
  readonly kind: FaultKind;
  /** Place of the page in the file, from 1, and what is printed on it. */
  readonly sheet: number;
  readonly page: string;
  /** Baseline of the line, pt from the page's upper edge. */
  readonly y: number;
  readonly text: string;
  /** pt (ragged, off-grid, not-level), em (loose, tight), lines (short-page, hyphens); else 1. */
  readonly amount: number;
}

/**
 * Measures a PDF. It needs no help from the build: measure, grid, indents and faces are what most of its lines
 * have, so any book can be measured. `undefined` where the file has no running text.
 */
export async function typesetReport(
  pdf: OpenPdf,
  onPage?: (done: number, total: number) => void,
): Promise<TypesetReport | undefined> {
  const lines = [];
  for (let sheet = 1; sheet <= pdf.pages; sheet++) {
    lines.push(readLines(sheet, await pdf.readGlyphs(sheet)));
    onPage?.(sheet, pdf.pages);
  }
  const design = findDesign(lines);
  if (!design) return undefined;
  const pages = lines.map((own, index) => pageLines(index + 1, own, design));
  const setting: Setting = { design, pages, paragraphs: findParagraphs(pages, design) };
  const labels = await pdf.readLabels();
  const found = rules.map((rule) => ({ rule, faults: rule.find(setting) }));
  return {
    pages: pdf.pages,
    lines: allLines(setting).length,
    paragraphs: setting.paragraphs.length,
    design,
    counts: found.map(({ rule, faults }) => ({
      kind: rule.kind,
      found: faults.length,
      among: rule.among(setting),
    })),
    faults: found
      .flatMap(({ rule, faults }) => faults.map((fault) => inPlace(rule.kind, fault, labels)))
      .sort(byPlace),
  };
}

function inPlace(
  kind: FaultKind,
  { line, amount }: Fault,
  labels: readonly string[] | undefined,
): FoundFault {
  const { sheet, text, y } = line;
  return {
    kind,
    sheet,
    page: labels?.[sheet - 1] ?? String(sheet),
    y: rounded(y),
    text,
    amount: rounded(amount),
  };
}

/** Two decimals: finer is the browser's rounding. */
function rounded(length: number): number {
  return Number(length.toFixed(2));
}

function byPlace(a: FoundFault, b: FoundFault): number {
  return a.sheet - b.sheet || a.y - b.y;
}
