import { basename } from 'node:path';
import type { BookMeta, Contributor } from '../../model/book.js';
import { relatorCode } from './contributor-role.js';
import { canonicalLanguage } from './language-tag.js';
import { type BookFile, type ContributorEntry, formats } from './schema.js';

/**
 * What `book.yaml` says of the book, in the model's shape: roles as MARC codes, the language tag in its canonical
 * letters, ISBNs as the editor wrote them (hyphens are for people). `undefined` if the book has no id: it
 * names none, and its folder's name will not do.
 */
export function toMeta(file: BookFile, folder: string): BookMeta | undefined {
  const id = file.id ?? idFromFolder(folder);
  if (id === undefined) return undefined;
  const { title, subtitle, publisher, date, rights, description, identifiers = {} } = file;
  return {
    id,
    title: title.trim(),
    ...(subtitle !== undefined && { subtitle: subtitle.trim() }),
    authors: (file.authors ?? []).map(toContributor),
    language: canonicalLanguage(file.language) ?? file.language,
    ...(publisher !== undefined && { publisher: publisher.trim() }),
    ...(date !== undefined && { date }),
    identifiers,
    ...(rights !== undefined && { rights: rights.trim() }),
    ...(description !== undefined && { description: description.trim() }),
  };
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
