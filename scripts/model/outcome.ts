import type { Diagnostic } from './diagnostic.js';

/**
 * What a stage gives back: its value with all that it found on the way. `value` is `undefined` only
 * where a stage could not make one; then at least one diagnostic is an error.
 */
export interface Outcome<T> {
  readonly value: T | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export function success<T>(value: T, diagnostics: readonly Diagnostic[] = []): Outcome<T> {
  return { value, diagnostics };
}

export function failure<T = never>(diagnostics: readonly Diagnostic[]): Outcome<T> {
  return { value: undefined, diagnostics };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
