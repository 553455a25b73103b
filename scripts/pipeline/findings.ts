import type { Diagnostic } from '../model/diagnostic.js';
import { failure, hasErrors, type Outcome, success } from '../model/outcome.js';

/** Gathers what the stages found, and gives it back with the result, however far the work came. */
export class Findings {
  readonly #diagnostics: Diagnostic[] = [];

  /** The stage's value, or `undefined` if it found an error: then the work stops here. */
  take<T>({ value, diagnostics }: Outcome<T>): T | undefined {
    this.#diagnostics.push(...diagnostics);
    return hasErrors(diagnostics) ? undefined : value;
  }

  failure<T>(): Outcome<T> {
    return failure(this.#diagnostics);
  }

  success<T>(value: T): Outcome<T> {
    return success(value, this.#diagnostics);
  }
}
