import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../model/diagnostic.js';
import { failure, type Outcome, success } from '../../model/outcome.js';
import { readBibtex } from './bibtex/read-bibtex.js';
import { readCslJson } from './json/read-csl-json.js';
import { type Library, reportInto, withoutTwins } from './library.js';

/** A library as it lies on the disk. */
export interface LibrarySource {
  /** Display path; its ending says what it is: `.bib` or `.json`. */
  readonly file: string;
  readonly text: string;
}

/**
 * Reads BibTeX, BibLaTeX or CSL-JSON. The diagnostics are those of the file as a whole (what cannot be read, keys that
 * stand twice); what is found inside an entry stays with the entry, and is told where it is cited.
 */
export function readLibrary({ file, text }: LibrarySource): Outcome<Library> {
  const read = /\.bib$/i.test(file) ? readBibtex : /\.json$/i.test(file) ? readCslJson : undefined;
  if (!read) return failure([diagnose('library-kind-unknown', { file }, { file })]);
  const found: Diagnostic[] = [];
  const entries = read(text.replace(/^\uFEFF/, ''), file, reportInto(found, file));
  if (!entries) return failure(found);
  const unique = withoutTwins(entries, found);
  return success(
    { entries: unique },
    found.toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0)),
  );
}
