import { stringify } from 'yaml';

/** What a raw text itself says of the book; nothing else goes into a new `book.yaml`. */
export interface BookFacts {
  /** Name of the book's folder; the id is made from it. */
  readonly folderName: string;
  /** The first heading, or nothing where the text shows none. */
  readonly title: string | undefined;
  /** File name of the raw text without its ending; stands in for a title. */
  readonly rawName: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** ISO 8601 date that the text is signed with. */
  readonly date?: string;
}

/** A first `book.yaml` for a new book: the facts of the text, and a word on what to add. */
export function firstBookYaml(facts: BookFacts): string {
  const note = facts.title === undefined ? '# The text shows no title; this is the name of its file.\n' : '';
  const data = {
    id: bookId(facts.folderName),
    title: facts.title ?? facts.rawName,
    language: facts.language,
    ...(facts.date !== undefined && { date: facts.date }),
  };
  return `# Made by banxin normalize from what the text itself says. Add authors, publisher, rights, trim …\n${note}${stringify(data, { lineWidth: 0 })}`;
}

/** The ASCII letters, digits and marks of a folder name; `book` if it has none. */
export function bookId(name: string): string {
  const id = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return id === '' ? 'book' : id;
}
