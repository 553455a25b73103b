import type { Report } from '../library.js';
import type { BibtexEntry, BibtexField } from './scan-bibtex.js';

/** Fields that say something of one entry only, and are never inherited (biblatex manual, appendix B). */
const ownFields = new Set(
  'crossref xref xdata ids entryset entrysubtype label shorthand execute options'.split(' '),
);

/** Under these names a part has what its book has under those (biblatex manual, appendix B). */
const renamed: ReadonlyMap<string, string> = new Map([
  ['title', 'booktitle'],
  ['subtitle', 'booksubtitle'],
  ['titleaddon', 'booktitleaddon'],
]);
const renamedInJournals: ReadonlyMap<string, string> = new Map([
  ['title', 'journaltitle'],
  ['subtitle', 'journalsubtitle'],
]);

/** The fields of an entry with those that it has from `crossref` and `xdata`; its own win. */
export function inheritFields(
  entry: BibtexEntry,
  byKey: ReadonlyMap<string, BibtexEntry>,
  report: Report,
  way: readonly string[] = [entry.key.toLowerCase()],
): readonly BibtexField[] {
  const fields = new Map(entry.fields.map((field) => [field.name, field]));
  for (const { key, line, source } of sourcesOf(fields)) {
    const parent = byKey.get(key.toLowerCase());
    if (!parent) report('library-crossref-unknown', { key: entry.key, parent: key }, line);
    else if (way.includes(key.toLowerCase())) {
      report('library-crossref-circle', { key: entry.key, parent: key }, line);
    } else {
      const inherited = inheritFields(parent, byKey, report, [...way, key.toLowerCase()]);
      for (const field of inherited.map((one) => passOn(one, entry.type, source))) {
        if (!ownFields.has(field.name) && !fields.has(field.name)) fields.set(field.name, field);
      }
    }
  }
  return [...fields.values()];
}

interface Source {
  readonly source: 'crossref' | 'xdata';
  readonly key: string;
  readonly line: number;
}

/** The entries that an entry inherits from. */
function sourcesOf(fields: ReadonlyMap<string, BibtexField>): readonly Source[] {
  return (['crossref', 'xdata'] as const).flatMap((source) => {
    const field = fields.get(source);
    return (field?.value.split(',') ?? []).map((key) => ({
      source,
      key: key.trim(),
      line: field?.line ?? 1,
    }));
  });
}

/** A book's title is its part's `booktitle`, and its author the part's `bookauthor`. */
function passOn(field: BibtexField, type: string, source: Source['source']): BibtexField {
  if (source === 'xdata') return field;
  if (/^(?:article|suppperiodical|review|newspaper|magazine)$/.test(type)) {
    return { ...field, name: renamedInJournals.get(field.name) ?? field.name };
  }
  if (!/^(?:in|suppbook|suppcollection|bookinbook|conference)/.test(type)) return field;
  const name = field.name === 'author' ? 'bookauthor' : field.name;
  return { ...field, name: renamed.get(name) ?? name };
}
