import type { AccessibilityClaim, BookMeta, Contributor, Series, Subject } from '../model/book.js';
import { ebookIdentifier, isbnUrn, printIdentifier } from '../model/edition-identifier.js';

/** A person of the package: `dc:creator` for who wrote the book, `dc:contributor` for all others. */
export interface PackagePerson {
  readonly element: 'dc:creator' | 'dc:contributor';
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly fileAs: string | undefined;
}

/** Dublin Core metadata of the package, without empty entries: an empty element fails EPUBCheck. */
export interface PackageMetadata {
  readonly identifier: string;
  readonly title: string;
  readonly subtitle: string | undefined;
  readonly language: string;
  readonly people: readonly PackagePerson[];
  readonly publisher: string | undefined;
  readonly date: string | undefined;
  readonly rights: string | undefined;
  readonly description: string | undefined;
  /** The print edition, as `urn:isbn:` where it is an ISBN. */
  readonly source: string | undefined;
  /** The print edition, by its ISBN or a UUID of its own. */
  readonly printIdentifier: string;
  readonly series: Series | undefined;
  readonly subjects: readonly Subject[];
  /** What the publisher claims of the book's accessibility. */
  readonly claim: AccessibilityClaim;
  /** UTC to the second, as EPUB 3.3 (section 5.5.4) wants it: `2024-05-17T00:00:00Z`. */
  readonly modified: string;
}

/** MARC relator codes of those who made the text; where a book has none of them, all its people are creators. */
const creators = new Set(['aut', 'cre']);

export function packageMetadata(meta: BookMeta, modified: Date): PackageMetadata {
  const print = filled(meta.identifiers.print);
  return {
    identifier: ebookIdentifier(meta),
    title: filled(meta.title) ?? meta.id,
    subtitle: filled(meta.subtitle),
    language: meta.language,
    people: packagePeople(meta.authors),
    publisher: filled(meta.publisher),
    date: filled(meta.date),
    rights: filled(meta.rights),
    description: filled(meta.description),
    source: print && (isbnUrn(print) ?? print),
    printIdentifier: printIdentifier(meta),
    series: meta.series,
    subjects: meta.subjects ?? [],
    claim: meta.accessibility ?? {},
    modified: `${modified.toISOString().slice(0, 19)}Z`,
  };
}

function packagePeople(people: readonly Contributor[]): readonly PackagePerson[] {
  const named = people.filter((person) => filled(person.name) !== undefined);
  const hasCreator = named.some((person) => creators.has(person.role));
  return named.map((person, index) => ({
    element: !hasCreator || creators.has(person.role) ? 'dc:creator' : 'dc:contributor',
    id: `person-${index + 1}`,
    name: person.name.trim(),
    role: person.role,
    fileAs: filled(person.fileAs),
  }));
}

/** The text in one line, or undefined where it says nothing. */
function filled(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}

/** Scripts and languages that run from right to left; horizontal Chinese and Japanese run from left to right. */
const rightToLeft =
  /^(?:ar|arc|ckb|dv|fa|he|ks|ps|sd|syr|ug|ur|yi)\b(?!.*-latn)|-(?:arab|hebr|nkoo|syrc|thaa)\b/i;

/** How pages turn (EPUB 3.3, section 5.7.1), by the book's language. */
export function pageProgression(language: string): 'ltr' | 'rtl' {
  return rightToLeft.test(language) ? 'rtl' : 'ltr';
}
