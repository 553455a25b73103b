import { basename } from 'node:path';
import type { AccessibilityClaim, BookMeta, Contributor } from '../../model/book.js';
import { relatorCode } from './contributor-role.js';
import { canonicalLanguage } from './language-tag.js';
import { type BookFile, type ContributorEntry, formats, type Lines } from './schema.js';

/**
 * What `book.yaml` says of the book, in the model's shape: roles as MARC codes, the language tag in its canonical
 * letters, ISBNs as the editor wrote them (hyphens are for people). `undefined` if the book has no id: it
 * names none, and its folder's name will not do.
 */
export function toMeta(file: BookFile, folder: string): BookMeta | undefined {
  const id = file.id ?? idFromFolder(folder);
  if (id === undefined) return undefined;
  const { title, date, identifiers = {} } = file;
  return {
    id,
    title: title.trim(),
    authors: (file.authors ?? []).map(toContributor),
    language: canonicalLanguage(file.language) ?? file.language,
    ...(date !== undefined && { date }),
    identifiers,
    ...textsOf(file),
    ...linesOf(file),
    ...catalogueOf(file),
  };
}

const textKeys = [
  'subtitle',
  'publisher',
  'rights',
  'description',
  'edition',
  'printing',
  'price',
  'disclaimer',
] as const;

type Texts = Pick<BookMeta, (typeof textKeys)[number]>;

function textsOf(file: BookFile): Texts {
  const given = textKeys.flatMap((key) => {
    const text = file[key]?.trim();
    return text === undefined ? [] : [[key, text]];
  });
  return Object.fromEntries(given);
}

function linesOf(file: BookFile): Pick<BookMeta, 'cip' | 'colophon' | 'dedication' | 'epigraph'> {
  const keys = ['cip', 'colophon', 'dedication'] as const;
  const given = keys.map((key) => [key, toLines(file[key] ?? [])] as const);
  const epigraph = toEpigraph(file.epigraph ?? []);
  return {
    ...Object.fromEntries(given.filter(([, lines]) => lines.length > 0)),
    ...(epigraph && { epigraph }),
  };
}

/** What catalogues and shops sort the book by. */
function catalogueOf({
  series,
  subjects = [],
  accessibility: claim,
}: BookFile): Pick<BookMeta, 'series' | 'subjects' | 'accessibility'> {
  return {
    ...(series !== undefined && { series: typeof series === 'string' ? { title: series } : series }),
    ...(subjects.length > 0 && {
      subjects: subjects.map((one) => (typeof one === 'string' ? { term: one } : one)),
    }),
    ...(claim && { accessibility: toClaim(claim) }),
  };
}

function toClaim(claim: NonNullable<BookFile['accessibility']>): AccessibilityClaim {
  const camel = (key: string): string => key.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(claim).map(([key, text]) => [camel(key), text.trim()]));
}

function toEpigraph(given: NonNullable<BookFile['epigraph']>): BookMeta['epigraph'] {
  const isPlain = typeof given === 'string' || 'length' in given;
  const lines = toLines(isPlain ? given : given.text);
  const source = isPlain ? undefined : given.source?.trim();
  return lines.length === 0 ? undefined : { lines, ...(source !== undefined && { source }) };
}

/** Lines without white space at their ends, and without empty ones before the first and after the last. */
export function toLines(text: Lines): readonly string[] {
  const lines = (typeof text === 'string' ? text.split('\n') : text).map((line) => line.trim());
  const first = lines.findIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

function idFromFolder(folder: string): string | undefined {
  const name = basename(folder);
  return formats['book-id']?.(name) ? name : undefined;
}

function toContributor(entry: ContributorEntry): Contributor {
  if (typeof entry === 'string') return { name: entry.trim(), role: 'aut' };
  const fileAs = entry['file-as'];
  return {
    name: entry.name.trim(),
    role: relatorCode(entry.role) ?? entry.role,
    ...(fileAs !== undefined && { fileAs: fileAs.trim() }),
  };
}
