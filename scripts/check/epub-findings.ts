import { diagnose } from '../diagnostics/catalogue.js';
import type { Book } from '../model/book.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
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

/** Words a finding: `position` is where in the EPUB, `place` where in the manuscript, if that is known. */
export type FindingWording<F extends Finding> = (finding: F, position: string, place?: Place) => Diagnostic;

/** A checker's findings as the result of a check: zero errors and zero warnings pass. */
export function checkerResult<F extends Finding>(
  check: string,
  title: Diagnostic,
  findings: readonly F[],
  { epub, book }: EpubSubject,
  word: FindingWording<F> = inItsOwnWords,
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
    diagnostics: findings
      .slice(0, mostTold)
      .map((finding) => word(finding, positionOf(finding), finding.at && placeOf(finding.at))),
  };
}

function positionOf({ at }: Finding): string {
  const numbers = [at?.line, at?.column].filter((part) => part !== undefined && part > 0);
  return [at?.path ?? 'EPUB', ...numbers].join(':');
}

function inItsOwnWords({ id, isWarning, message }: Finding, position: string, place?: Place): Diagnostic {
  const values = { id, finding: message, position };
  return diagnose(isWarning ? 'epub-checker-warning' : 'epub-checker-error', values, place);
}
