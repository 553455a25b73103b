/**
 * A change of one place in the sources of Paged.js, written with their indentation. `find` stands there exactly
 * once; with `until`, everything from `find` to the end of the first `until` after it is replaced.
 */
export interface Edit {
  readonly find: string;
  readonly until?: string;
  readonly replacement: string;
}

/** A fault of Paged.js and its mending, as edits of its sources. */
export interface Correction {
  readonly name: string;
  /** What goes wrong without it, with the smallest text that shows it. */
  readonly fault: string;
  readonly edits: readonly Edit[];
}

/**
 * A source with a correction in it. Throws where an edit does not find its spot: then this is not the version that
 * it was made for.
 */
export function correct(source: string, { name, edits }: Correction): string {
  return edits.reduce((text, edit) => {
    const start = text.indexOf(edit.find);
    const isOnce = start >= 0 && text.indexOf(edit.find, start + 1) < 0;
    const until = edit.until ?? '';
    const last = text.indexOf(until, start + edit.find.length);
    if (!isOnce || last < 0) {
      const times = text.split(edit.find).length - 1;
      throw new Error(`correction ${name} found its spot ${times} times in Paged.js, not once: ${edit.find}`);
    }
    return text.slice(0, start) + edit.replacement + text.slice(last + until.length);
  }, source);
}

/** The bundle holds each source one step further in. */
export function forBundle(correction: Correction): Correction {
  const indented = (text: string): string => text.replace(/\n(?=[^\n])/g, '\n\t');
  const edits = correction.edits.map(({ find, until, replacement }) => ({
    find: indented(find),
    ...(until !== undefined && { until: indented(until) }),
    replacement: indented(replacement),
  }));
  return { ...correction, edits };
}
