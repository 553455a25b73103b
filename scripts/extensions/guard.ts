import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../model/diagnostic.js';
import { failure, type Outcome, success } from '../model/outcome.js';
import { placeOfError, reasonOf } from './fault-place.js';
import { type Ending, withinTime, withinTimeAsync } from './within-time.js';

export type OwnKind = 'check' | 'construct' | 'rule';

/** Thrown by what reads the answers of own code: the answer has not the form that it should have. */
export class WrongAnswer extends Error {}

/**
 * Calls one piece of a book's own code. What it throws, what has the wrong form, and what does not end becomes an error
 * with its place. A piece that has not ended once is not called again: a book has thousands of paragraphs.
 */
export class Guard {
  #isStopped = false;

  constructor(
    readonly kind: OwnKind,
    readonly name: string,
    /** Files of the config's code, the config first. */
    readonly files: readonly string[],
    /** So long (ms) a call may take. */
    readonly limit: number,
  ) {}

  call<T>(work: () => T): Outcome<T> {
    return this.#isStopped ? failure([]) : this.#outcomeOf(withinTime(this.limit, work));
  }

  async callAsync<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
    return this.#isStopped ? failure([]) : this.#outcomeOf(await withinTimeAsync(this.limit, work));
  }

  #outcomeOf<T>(ending: Ending<T>): Outcome<T> {
    if ('value' in ending) return success(ending.value);
    const [file] = this.files;
    if ('late' in ending) {
      this.#isStopped = true;
      const values = { name: this.name, seconds: this.limit / 1000 };
      return failure([diagnose(`own-${this.kind}-slow`, values, placeOfError(undefined, this.files))]);
    }
    return failure([this.#faultOf(ending.error, file)]);
  }

  #faultOf(error: unknown, file: string | undefined): Diagnostic {
    const place: Place | undefined = file === undefined ? undefined : placeOfError(error, this.files);
    const values = { name: this.name, reason: reasonOf(error) };
    return error instanceof WrongAnswer
      ? diagnose(`own-${this.kind}-shape`, values, place)
      : diagnose(`own-${this.kind}-failed`, values, place);
  }
}
