import type { Diagnostic } from '../model/diagnostic.js';
import { hasErrors } from '../model/outcome.js';
import type { CheckResult } from '../model/proof.js';
import { type ExitCode, exitCodes } from './command.js';

/** The exit code that findings call for. A failed check says more than the errors it may also report. */
export function exitCodeOf(
  diagnostics: readonly Diagnostic[],
  checks: readonly CheckResult[] = [],
): ExitCode {
  if (checks.some(({ status }) => status === 'failed')) return exitCodes.checkFailed;
  return hasErrors(diagnostics) ? exitCodes.bookHasErrors : exitCodes.fine;
}
