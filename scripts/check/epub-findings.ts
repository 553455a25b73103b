import { diagnose } from '../diagnostics/catalogue.js';
import type { Book } from '../model/book.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { CheckResult } from '../model/proof.js';
import { type EpubPlace, manuscriptPlaces } from './epub-place.js';

/** An EPUB to check; with its book, findings are led back to the manuscript. */
export interface EpubSubject {
  readonly epub: Uint8Array;
  readonly book?: Book | undefined;
}

/** What a checker said, in its own words. */
export interface Finding {
  /** The checker's message id, e.g. `RSC-005`. */
  readonly id: string;
  readonly isWarning: boolean;
  readonly message: string;
  readonly at?: EpubPlace | undefined;
}

/** Findings that are told one by one; one fault of a template repeats in every chapter. */
const mostTold = 100;

/** A checker's findings as the result of a check: zero errors and zero warnings pass. */
export function checkerResult(
  check: string,
  title: Diagnostic,
  findings: readonly Finding[],
  { epub, book }: EpubSubject,
): CheckResult {
  const warnings = findings.filter(({ isWarning }) => isWarning).length;
  const errors = findings.length - warnings;
  const placeOf = manuscriptPlaces(epub, book);
  return {
    check,
    title,
    status: findings.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-checker', { errors, warnings }),
    figures: { errors, warnings },
    diagnostics: findings.slice(0, mostTold).map((finding) => describe(finding, placeOf)),
  };
}

function describe(finding: Finding, placeOf: ReturnType<typeof manuscriptPlaces>): Diagnostic {
  const { id, isWarning, message, at } = finding;
  const position = [
    at?.path ?? 'EPUB',
    ...[at?.line, at?.column].filter((part) => part !== undefined && part > 0),
  ];
  const values = { id, finding: message, position: position.join(':') };
  return diagnose(isWarning ? 'epub-checker-warning' : 'epub-checker-error', values, at && placeOf(at));
}
