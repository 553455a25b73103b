import { type Code, diagnose, type Values } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Place } from '../../model/diagnostic.js';
import type { CslItem } from './csl-item.js';

/** An entry of a library. What was found in it is told where it is cited: most entries of a library never are. */
export interface LibraryEntry {
  readonly item: CslItem;
  readonly place: Place;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of references, read: the entries in the order of the file, each key once. */
export interface Library {
  readonly entries: readonly LibraryEntry[];
}

/** Adds a diagnostic at a line of a file, from 1. */
export type Report = <C extends Code>(code: C, values: Values<C>, line: number, related?: Place) => void;

export function reportInto(found: Diagnostic[], file: string): Report {
  return (code, values, line, related) =>
    void found.push(diagnose(code, values, { file, line }, related && [related]));
}

/** Keeps the first entry of each key, and reports the others. */
export function withoutTwins(entries: readonly LibraryEntry[], found: Diagnostic[]): readonly LibraryEntry[] {
  const firsts = new Map<string, LibraryEntry>();
  for (const entry of entries) {
    const key = entry.item.id;
    const first = firsts.get(key);
    if (first) found.push(diagnose('library-key-twice', { key }, entry.place, [first.place]));
    else firsts.set(key, entry);
  }
  return [...firsts.values()];
}
