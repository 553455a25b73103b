import { nearest } from '../../../model/nearest.js';
import type { CslDate, CslItem, CslName, CslValue } from '../csl-item.js';
import { readEdtf } from '../edtf.js';
import type { Report } from '../library.js';
import { entryTypes, genres } from './entry-types.js';
import { languageTag } from './language-names.js';
import { readYear } from './read-date.js';
import { readNames } from './read-names.js';
import { readTex } from './read-tex.js';
import type { BibtexEntry, BibtexField } from './scan-bibtex.js';

/** Texts of one field each; of several names the first that an entry has. */
const texts: readonly (readonly [variable: string, ...names: string[]])[] = [
  ['title-short', 'shorttitle'],
  ['collection-title', 'series'],
  ['volume', 'volume'],
  ['number-of-volumes', 'volumes'],
  ['edition', 'edition'],
  ['number-of-pages', 'pagetotal'],
  ['publisher', 'publisher', 'institution', 'school', 'organization'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['chapter-number', 'chapter'],
  ['version', 'version'],
  ['status', 'pubstate'],
  ['note', 'note'],
];

/** Fields that are no TeX: only what must be escaped in TeX is freed. */
const literals: readonly (readonly [variable: string, name: string])[] = [
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['PMID', 'pmid'],
];

const names: readonly (readonly [variable: string, name: string])[] = [
  ['author', 'author'],
  ['editor', 'editor'],
  ['translator', 'translator'],
  ['container-author', 'bookauthor'],
  ['director', 'director'],
  ['compiler', 'compiler'],
  ['illustrator', 'illustrator'],
];

/** Makes an item of an entry and of what it inherited. */
export function readEntry(entry: BibtexEntry, fields: readonly BibtexField[], report: Report): CslItem {
  const reader = new EntryReader(entry, fields, report);
  return reader.read();
}

class EntryReader {
  readonly #entry: BibtexEntry;
  readonly #fields: ReadonlyMap<string, BibtexField>;
  readonly #report: Report;
  readonly #item: Record<string, CslValue> = {};

  constructor(entry: BibtexEntry, fields: readonly BibtexField[], report: Report) {
    this.#entry = entry;
    this.#fields = new Map(fields.map((field) => [field.name, field]));
    this.#report = report;
  }

  read(): CslItem {
    const type = this.#type();
    for (const [variable, name] of names) this.#set(variable, this.#names(name));
    this.#set('title', this.#title('title', 'subtitle', 'titleaddon'));
    this.#set('container-title', this.#containerTitle(type));
    for (const [variable, ...from] of texts) this.#set(variable, this.#text(...from));
    for (const [variable, name] of literals) this.#set(variable, this.#literal(name));
    this.#set('page', this.#text('pages')?.replace(/\s*[-–—]+\s*/g, '-'));
    this.#set('publisher-place', this.#place());
    this.#set('genre', this.#genre());
    this.#setNumber(type);
    this.#setWays();
    this.#set('issued', this.#date('date') ?? this.#year());
    this.#set('accessed', this.#date('urldate'));
    this.#set('original-date', this.#date('origdate'));
    this.#set('event-date', this.#date('eventdate'));
    this.#set('language', this.#language());
    if (/proceedings$/.test(this.#entry.type) && type === 'book')
      this.#item['event-title'] ??= this.#item.title ?? '';
    return { ...this.#item, id: this.#entry.key, type };
  }

  #type(): string {
    const { type, key, line } = this.#entry;
    const known = entryTypes.get(type);
    if (known === undefined) {
      this.#report(
        'library-type-unknown',
        { key, type: `@${type}`, nearest: `@${nearest(type, [...entryTypes.keys()])}` },
        line,
      );
    }
    const subtype = this.#literal('entrysubtype');
    if (known === 'article-journal' && subtype === 'newspaper') return 'article-newspaper';
    if (known === 'article-journal' && subtype === 'magazine') return 'article-magazine';
    if (type === 'misc' && this.#fields.has('url')) return 'webpage';
    return known ?? 'document';
  }

  #containerTitle(type: string): string | undefined {
    const journal = this.#title('journaltitle', 'journalsubtitle') ?? this.#text('journal');
    const book = this.#title('booktitle', 'booksubtitle', 'booktitleaddon');
    if (type === 'book') return undefined;
    return journal ?? book ?? this.#title('maintitle', 'mainsubtitle');
  }

  /** `number` is the issue of a journal, the place in a series, or the number of a report, a patent, a standard. */
  #setNumber(type: string): void {
    const number = this.#text('number');
    const issue = this.#text('issue');
    if (/^(?:article|periodical|review)/.test(type)) this.#set('issue', number ?? issue);
    else if (/^(?:report|patent|standard|legislation|legal_case)$/.test(type)) this.#set('number', number);
    else this.#set('collection-number', number);
  }

  #setWays(): void {
    this.#set('DOI', this.#literal('doi')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''));
    const stated = this.#literal('howpublished');
    const isAddress = stated !== undefined && /^(?:\\url\s*)?https?:\/\//.test(stated);
    this.#set('URL', this.#literal('url') ?? (isAddress ? stated.replace(/^\\url\s*/, '') : undefined));
    if (stated !== undefined && !isAddress) this.#item.publisher ??= this.#text('howpublished') ?? '';
    const arxiv = /^arxiv$/i.test(this.#literal('eprinttype') ?? this.#literal('archiveprefix') ?? '');
    const number = this.#literal('eprint');
    if (arxiv && number) this.#item.URL ??= `https://arxiv.org/abs/${number}`;
  }

  /** Of several places the first (GB/T 7714—2015, 8.4, and Chicago); only BibLaTeX has lists of them. */
  #place(): string | undefined {
    return this.#text('location', 'address')?.split(/ and /)[0];
  }

  #genre(): string | undefined {
    const type = this.#text('type');
    const words = genres.get(type ?? (this.#entry.type === 'techreport' ? '' : this.#entry.type));
    if (!words) return type;
    const [english, chinese] = words;
    return /\p{Script=Han}/u.test(this.#text('title') ?? '') ? chinese : english;
  }

  #language(): string | undefined {
    return languageTag(this.#literal('langid') ?? '') ?? languageTag(this.#literal('language') ?? '');
  }

  /** Title and subtitle, parted as GB/T 7714—2015 (8.2) and most others part them. */
  #title(...fields: readonly string[]): string | undefined {
    const [title, subtitle, addition] = fields.map((name) => this.#text(name));
    if (title === undefined) return undefined;
    const whole = subtitle === undefined ? title : `${title}: ${subtitle}`;
    return addition === undefined ? whole : `${whole}. ${addition}`;
  }

  #text(...from: readonly string[]): string | undefined {
    const name = from.find((one) => this.#fields.get(one)?.value.trim());
    const field = name === undefined ? undefined : this.#fields.get(name);
    if (!field) return undefined;
    this.#tellUnexplained(field);
    const text = this.#read(field, field.value, /title|series/.test(field.name));
    return text === '' ? undefined : text;
  }

  #names(name: string): readonly CslName[] | undefined {
    const field = this.#fields.get(name);
    if (!field?.value.trim()) return undefined;
    this.#tellUnexplained(field);
    return readNames(field.value, (tex) => this.#read(field, tex, false));
  }

  #read(field: BibtexField, tex: string, keepsCase: boolean): string {
    const { text, unknown } = readTex(tex, { keepsCase });
    for (const command of unknown) {
      this.#report(
        'library-command-unknown',
        { key: this.#entry.key, command, field: field.name },
        field.line,
      );
    }
    return text;
  }

  #literal(name: string): string | undefined {
    const value = this.#fields.get(name)?.value.trim();
    if (!value) return undefined;
    return value.replace(/\\([_%&#~{}$])/g, '$1').replace(/[{}]/g, '');
  }

  #date(name: string): CslDate | undefined {
    const field = this.#fields.get(name);
    const value = this.#literal(name);
    if (!field || value === undefined) return undefined;
    const date = readEdtf(value);
    if (!date)
      this.#report('library-date-unreadable', { key: this.#entry.key, field: name, value }, field.line);
    return date ?? { literal: value };
  }

  #year(): CslDate | undefined {
    const year = this.#text('year');
    return year === undefined ? undefined : readYear(year, this.#text('month'), this.#literal('day'));
  }

  #tellUnexplained({ name, line, unexplained }: BibtexField): void {
    for (const word of unexplained) {
      this.#report('library-abbreviation-unknown', { key: this.#entry.key, field: name, word }, line);
    }
  }

  #set(variable: string, value: CslValue | undefined): void {
    if (value !== undefined && value !== '') this.#item[variable] = value;
  }
}
