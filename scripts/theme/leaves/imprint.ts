import type { BookMeta, Contributor } from '../../model/book.js';
import type { TrimSize } from '../../model/theme.js';
import { labelLanguage } from '../role-labels.js';
import { type EditionWords, editionWords } from './edition-words.js';
import { type Labels, labelsFor } from './labels.js';

/** The imprint (版权页, 奥付, copyright page) as data: what the facts are and in what order, not how they look. */
export interface Imprint {
  /** Title and subtitle, where no row bears them. */
  readonly heading?: string;
  /** When it was published, where that stands by itself under the title (奥付). */
  readonly issued?: string;
  /** Facts with a label each, as Chinese and Japanese imprints have them (GB/T 12450). */
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** Facts in words, a line each, as Latin imprints have them; elsewhere the lines that bear no label. */
  readonly statements: readonly string[];
  readonly cip: Cip | undefined;
  readonly rights: readonly string[];
  readonly disclaimer: readonly string[];
  /** As it is printed, with its hyphens. */
  readonly isbn: string | undefined;
}

/** Cataloguing in publication: its heading, and its groups of lines. */
export interface Cip {
  readonly heading: string;
  readonly groups: readonly (readonly string[])[];
}

/** What only the printed book has. */
export interface PrintFacts {
  readonly trim: TrimSize;
  /** 印张 of a book whose sheet gives `kai` leaves, as it is printed. */
  readonly sheets: (kai: number) => string;
}

/** What is known of an edition besides `book.yaml`. */
export interface EditionFacts {
  /** Characters of the text. */
  readonly characters: number;
  /** Not there for an e-book. */
  readonly print?: PrintFacts;
}

interface Ingredients {
  readonly meta: BookMeta;
  readonly facts: EditionFacts;
  readonly labels: Labels;
  readonly edition: EditionWords;
  readonly isbn: string | undefined;
}

/** The imprint of the printed book or of the e-book. What `book.yaml` does not say leaves no hole. */
export function imprintOf(meta: BookMeta, facts: EditionFacts): Imprint {
  const labels = labelsFor(meta.language);
  const isbn = facts.print ? meta.identifiers.print : withoutUuid(meta.identifiers.ebook);
  const ingredients = { meta, facts, labels, edition: editionWords(editionOf(meta, facts)), isbn };
  const own = labelLanguage(meta.language);
  const record = own === 'en' ? english : own === 'ja' ? japanese : chinese;
  return {
    ...record(ingredients),
    cip: meta.cip && toCip(meta.cip),
    rights: linesOf(meta.rights),
    disclaimer: linesOf(meta.disclaimer),
    isbn,
  };
}

/** An e-book is not printed. */
function editionOf({ printing, ...meta }: BookMeta, { print }: EditionFacts): BookMeta {
  return print && printing !== undefined ? { ...meta, printing } : meta;
}

type Facts = Pick<Imprint, 'heading' | 'issued' | 'rows' | 'statements'>;
type Row = readonly [label: string, value: string | undefined];

/** The order of GB/T 12450: title, makers, publisher, form, edition, number, price. */
function chinese({ meta, facts, labels, edition, isbn }: Ingredients): Facts {
  const { publisher, price } = meta;
  const { labelled, bare } = colophonOf(meta);
  return recordOf(
    [
      [labels.title, wholeTitle(meta, '：')],
      ...peopleRows(meta.authors, labels),
      [labels.publisher, publisher],
      ...labelled,
      ...formRows(facts.print, labels),
      [labels.characters, thousands(facts.characters)],
      [labels.date, edition.date],
      [labels.edition, edition.edition],
      [labels.printing, edition.printing],
      [labels.isbn, isbn && `ISBN ${isbn}`],
      [labels.price, facts.print && price],
    ],
    bare,
  );
}

/** 奥付: title, date and printing, people, publisher, price and number. */
function japanese({ meta, facts, labels, edition, isbn }: Ingredients): Facts {
  const { labelled, bare } = colophonOf(meta);
  const issued = edition.edition ?? (edition.date && `${edition.date}　発行`);
  const record = recordOf(
    [
      ...peopleRows(meta.authors, labels),
      [labels.publisher, meta.publisher],
      ...labelled,
      [labels.price, facts.print && meta.price],
      [labels.isbn, isbn],
    ],
    bare,
  );
  return { heading: wholeTitle(meta, '　'), ...(issued && { issued }), ...record };
}

/** A copyright page says it in words; the author stands in the rights and on the title page. */
function english({ meta, facts, labels, edition, isbn }: Ingredients): Facts {
  const issued = [meta.publisher && `${labels.publisher} ${meta.publisher}`, edition.date];
  const statements = [
    ...meta.authors.filter(({ role }) => role !== 'aut').map((person) => said(person, labels)),
    issued.filter(Boolean).join(', '),
    edition.edition,
    edition.printing,
    ...(meta.colophon ?? []),
    isbn && `ISBN ${isbn}`,
    facts.print && meta.price,
  ];
  return {
    heading: wholeTitle(meta, ': '),
    rows: [],
    statements: statements.filter((line): line is string => Boolean(line)),
  };
}

function wholeTitle({ title, subtitle }: BookMeta, between: string): string {
  return subtitle ? `${title}${between}${subtitle}` : title;
}

function said({ name, role }: Contributor, labels: Labels): string {
  return `${labels.persons[role] ?? labels.otherPerson} ${name}`;
}

function recordOf(rows: readonly Row[], statements: readonly string[]): Facts {
  return {
    rows: rows.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
    statements,
  };
}

/** One row a role, its names side by side. */
function peopleRows(people: readonly Contributor[], labels: Labels): readonly Row[] {
  const rows = new Map<string, string[]>();
  for (const { name, role } of people) {
    const label = labels.persons[role] ?? labels.otherPerson;
    rows.set(label, [...(rows.get(label) ?? []), name]);
  }
  return [...rows].map(([label, names]) => [label, names.join('　')]);
}

/** 开本 by the sheet and its division where they are known, and the page in mm. */
function formRows(print: PrintFacts | undefined, labels: Labels): readonly Row[] {
  if (!print) return [];
  const { label, width, height, kai, sheet } = print.trim;
  const inMm = (across: number, down: number): string => `${across}${labels.mm}×${down}${labels.mm}`;
  const size = inMm(width, height);
  if (kai === undefined || !sheet) return [[labels.format, `${label}（${size}）`]];
  return [
    [labels.format, `${inMm(...sheet)}　1/${kai}`],
    [labels.size, size],
    [labels.sheets, print.sheets(kai)],
  ];
}

/** 字数 in thousands, 千字; a very short text has one. */
function thousands(characters: number): string {
  return `${Math.max(1, Math.round(characters / 1000))}千字`;
}

/** `印刷：某某印刷厂` is a row; a line without such a label stands by itself. */
function colophonOf({ colophon = [] }: BookMeta): {
  readonly labelled: readonly Row[];
  readonly bare: readonly string[];
} {
  const labelled: Row[] = [];
  const bare: string[] = [];
  for (const line of colophon) {
    const [, label, value] = /^([^\s：:]{1,6})(?:：|: )\s*(.+)$/u.exec(line) ?? [];
    if (label !== undefined && value !== undefined) labelled.push([label, value]);
    else if (line !== '') bare.push(line);
  }
  return { labelled, bare };
}

function toCip([heading = '', ...lines]: readonly string[]): Cip {
  const groups: string[][] = [[]];
  for (const line of lines) {
    if (line === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return { heading, groups: groups.filter((group) => group.length > 0) };
}

function withoutUuid(identifier: string | undefined): string | undefined {
  return identifier?.startsWith('urn:') ? undefined : identifier;
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}
