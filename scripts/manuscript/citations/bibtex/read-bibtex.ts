import type { Diagnostic } from '../../../model/diagnostic.js';
import { type LibraryEntry, type Report, reportInto } from '../library.js';
import { inheritFields } from './inherit-fields.js';
import { readEntry } from './read-entry.js';
import { type BibtexEntry, scanBibtex } from './scan-bibtex.js';

/** Reads BibTeX and BibLaTeX. What is wrong inside an entry is kept with it. */
export function readBibtex(text: string, file: string, report: Report): readonly LibraryEntry[] {
  const scanned = scanBibtex(text, report);
  const byKey = new Map<string, BibtexEntry>();
  for (const entry of scanned) {
    if (!byKey.has(entry.key.toLowerCase())) byKey.set(entry.key.toLowerCase(), entry);
  }
  return scanned
    .filter(({ type }) => type !== 'xdata' && type !== 'set')
    .map((entry) => {
      const found: Diagnostic[] = [];
      const reportHere = reportInto(found, file);
      reportTwins(entry, reportHere);
      const item = readEntry(entry, inheritFields(entry, byKey, reportHere), reportHere);
      return { item, place: { file, line: entry.line }, diagnostics: found };
    });
}

/** Of a field that stands twice the last one counts. */
function reportTwins({ key, fields }: BibtexEntry, report: Report): void {
  fields.forEach(({ name, line }, index) => {
    if (fields.some((other, at) => at < index && other.name === name)) {
      report('library-field-twice', { key, field: name }, line);
    }
  });
}
