import { diagnose } from '../diagnostics/catalogue.js';
import { placeInSource } from '../files/source-place.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { FaultyPart, LayoutFault } from '../model/layout-fault.js';
import type { NumberedPage, PaginatedBook } from '../model/pages.js';
import type { CheckResult } from '../model/proof.js';

/** A page with a fault, as it would have been printed. */
export interface FaultySpot {
  /** The folio. */
  readonly label: string;
  /** File of the chapter, or the part's name. */
  readonly from: string;
  /** JPEG. */
  readonly bytes: Uint8Array;
}

/** So many characters of a text tell where it stands. */
const longest = 40;

/** What the geometric proof of the pages said, in the tabs in which they were laid out (print/prove-layout.ts). */
export function checkLayout({ pages, faulty }: Pick<PaginatedBook, 'pages' | 'faulty'>): CheckResult {
  const diagnostics = faulty.flatMap((part) => part.faults.map((fault) => tell(fault, part, pages)));
  const figures = { pages: pages.length, faults: diagnostics.length };
  return {
    check: 'layout',
    title: diagnose('check-layout', {}),
    status: diagnostics.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-layout', figures),
    figures,
    diagnostics,
  };
}

export function faultySpots({
  pages,
  faulty,
}: Pick<PaginatedBook, 'pages' | 'faulty'>): readonly FaultySpot[] {
  return faulty.flatMap(({ part, source, pictures }) =>
    pictures.map(({ page, bytes }) => ({
      label: labelOf(part, page, pages),
      from: source ? placeInSource(source).file : part,
      bytes,
    })),
  );
}

function tell(
  { kind, text, line, page, distance }: LayoutFault,
  { part, source }: FaultyPart,
  pages: readonly NumberedPage[],
): Diagnostic {
  const pointsPerPixel = 0.75;
  const values = {
    page: labelOf(part, page, pages),
    text: text.length > longest ? `${text.slice(0, longest)}…` : text,
    distance: (distance * pointsPerPixel).toFixed(1),
  };
  const place = source && placeInSource(source, line);
  return diagnose(`layout-${kind}`, values, place);
}

/** The folio of a part's page, counted from 1. */
function labelOf(part: string, page: number, pages: readonly NumberedPage[]): string {
  const own = pages.filter((candidate) => candidate.part === part && candidate.content);
  return own[page - 1]?.label ?? String(page);
}
