import type { Code } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../model/diagnostic.js';
import { hasErrors } from '../model/outcome.js';
import type { CheckResult } from '../model/proof.js';
import { type ExitCode, exitCodes } from './command.js';

/** Findings that say nothing of a book: something else than a book or a known name was asked for. */
const misuses: ReadonlySet<string> = new Set<Code>([
  'check-for-no-pdf',
  'check-subject-unknown',
  'config-missing',
  'destination-unknown',
  'encoding-unknown',
  'typeset-limit-malformed',
]);

/** Findings that are a failed check of an output. */
const failures: ReadonlySet<string> = new Set<Code>(['typeset-over-limit']);

/** The exit code that findings call for. A failed check says more than the errors it may also report. */
export function exitCodeOf(
  diagnostics: readonly Diagnostic[],
  checks: readonly CheckResult[] = [],
): ExitCode {
  if (checks.some(({ status }) => status === 'failed')) return exitCodes.checkFailed;
  if (diagnostics.some(({ code }) => failures.has(code))) return exitCodes.checkFailed;
  if (diagnostics.some(({ code }) => misuses.has(code))) return exitCodes.wrongUsage;
  return hasErrors(diagnostics) ? exitCodes.bookHasErrors : exitCodes.fine;
}
