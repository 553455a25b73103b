import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { packageRoot } from '../../files/package-root.js';
import { readOwnText } from '../../files/read.js';
import type { ChapterKind, Matter } from '../../model/book.js';
import type { NoteStyle } from '../../model/theme.js';
import { relatorCode } from './contributor-role.js';
import { isbnFault, isUuidUrn } from './isbn.js';
import { canonicalLanguage } from './language-tag.js';
import { isPublicationDate } from './publication-date.js';

/** A chapter as `book.yaml` lists it. */
export type ChapterEntry = string | { readonly file: string; readonly matter?: Matter };
/** A person as `book.yaml` lists one. */
export type ContributorEntry =
  | string
  | { readonly name: string; readonly role: string; readonly 'file-as'?: string };

/** Text line by line: as one text, or as a list. */
export type Lines = string | readonly string[];

/** `book.yaml` after validation, with the schema's defaults filled in. */
export interface BookFile {
  readonly id?: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly authors?: readonly ContributorEntry[];
  readonly language: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly identifiers?: { readonly print?: string; readonly ebook?: string };
  readonly rights?: string;
  readonly description?: string;
  readonly series?: string | { readonly title: string; readonly number?: string };
  readonly subjects?: readonly (
    | string
    | { readonly term: string; readonly scheme?: string; readonly code?: string }
  )[];
  readonly accessibility?: {
    readonly 'conforms-to'?: string;
    readonly 'certified-by'?: string;
    readonly 'certifier-credential'?: string;
    readonly 'certifier-report'?: string;
    readonly summary?: string;
  };
  readonly edition?: string;
  readonly printing?: string;
  readonly price?: string;
  readonly cip?: Lines;
  readonly colophon?: Lines;
  readonly disclaimer?: string;
  readonly dedication?: Lines;
  readonly epigraph?: Lines | { readonly text: Lines; readonly source?: string };
  readonly contents?: 'false' | { readonly depth: string };
  readonly trim: string;
  readonly theme: string;
  readonly notes?: Partial<NoteStyle>;
  readonly numbering?: { readonly figures?: 'book' | 'chapter'; readonly sections?: string };
  readonly cover?: string;
  readonly ebook?: { readonly fonts?: 'true' | 'false'; readonly svg?: 'keep' | 'fallback' };
  readonly wrap?: {
    readonly paper?: string;
    readonly caliper?: string;
    readonly 'cover-caliper'?: string;
    readonly flaps?: string;
    readonly bleed?: string;
    readonly front?: string;
    readonly back?: string;
    readonly blurb?: Lines;
    readonly 'add-on'?: string;
  };
  readonly for?: string;
  readonly press?: {
    readonly standard?: 'x-4' | 'x-1a' | 'x-1a:2001';
    readonly bleed?: string;
    readonly marks?: 'true' | 'false';
    readonly colour?: 'colour' | 'grey';
    readonly condition?: string;
    readonly profile?: string;
    readonly ink?: string;
    readonly signature?: string;
    readonly fill?: 'blank' | 'none';
    readonly colours?: Readonly<Record<string, string>>;
  };
  readonly quotes?: 'keep' | 'typographic';
  readonly bibliography?: string | readonly string[];
  readonly csl?: string;
  readonly nocite?: string | readonly string[];
  readonly variables?: Readonly<Record<string, string>>;
  readonly chapters?: string | readonly ChapterEntry[] | { readonly [M in Matter]?: readonly string[] };
}

/** The front matter of a chapter's file after validation. */
export interface FrontMatter {
  readonly title?: string;
  readonly 'short-title'?: string;
  readonly matter?: Matter;
  readonly kind?: ChapterKind;
  readonly lang?: string;
  readonly 'continued-from'?: string;
  readonly 'continued-on'?: string;
}

/** The validators of `templates/book.schema.json`; they fill in defaults. */
export interface BookSchema {
  readonly book: ValidateFunction<BookFile>;
  /** The same, with no key required: for what is sound in a faulty file. */
  readonly partOfBook: ValidateFunction<Partial<BookFile>>;
  readonly frontMatter: ValidateFunction<FrontMatter>;
}

/** The formats that the schema names and JSON Schema does not know. */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  words: (text) => text.trim() !== '',
  // A final dot or a name such as `..` would not do as the name of a file.
  'book-id': (text) => /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?$/.test(text),
  'style-name': (text) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text),
  'publication-date': isPublicationDate,
  'language-tag': (text) => canonicalLanguage(text) !== undefined,
  isbn: (text) => isbnFault(text) === undefined,
  'isbn-or-uuid': (text) => isUuidUrn(text) || isbnFault(text) === undefined,
  'contributor-role': (text) => relatorCode(text) !== undefined,
};

let compiled: Promise<BookSchema> | undefined;

/** Reads and compiles the schema that editors complete `book.yaml` by, so that it and the code cannot drift. */
export function bookSchema(): Promise<BookSchema> {
  compiled ??= compile();
  return compiled;
}

async function compile(): Promise<BookSchema> {
  const text = await readOwnText(join(packageRoot, 'templates', 'book.schema.json'));
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    useDefaults: true,
    strictTypes: false,
    allowUnionTypes: true,
  });
  for (const [name, validate] of Object.entries(formats)) ajv.addFormat(name, validate);
  const schema: Record<string, unknown> = JSON.parse(text);
  ajv.addSchema(schema, 'book').addSchema({ ...schema, required: [] }, 'part-of-book');
  return {
    book: ajv.compile<BookFile>({ $ref: 'book' }),
    partOfBook: ajv.compile<Partial<BookFile>>({ $ref: 'part-of-book' }),
    frontMatter: ajv.compile<FrontMatter>({ $ref: 'book#/$defs/frontMatter' }),
  };
}
