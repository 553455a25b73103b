import type { Report } from '../library.js';
import { linesOf } from '../lines.js';

/** A field as written: TeX, the outer braces or quotes taken off, its parts joined. */
export interface BibtexField {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  /** Abbreviations in it that no `@string` explains. */
  readonly unexplained: readonly string[];
}

export interface BibtexEntry {
  /** In small letters. */
  readonly type: string;
  readonly key: string;
  readonly line: number;
  readonly fields: readonly BibtexField[];
}

/** The names of months that BibTeX itself explains; they stay words, and `readDate` reads them. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** An entry begins with `@word{` or `@word(`; all other text between entries is a comment. */
const opening = /@[ \t]*([A-Za-z]+)\s*([{(])/y;
/** A line that begins an entry; inside a value it shows that the value was never closed. */
const nextEntry = /^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*[^\s,={}()"]*\s*[,=]/gm;
const entryHere = new RegExp(nextEntry.source, 'my');

/**
 * Takes a BibTeX file apart. What cannot be read is reported, and reading goes on with the next entry that begins a
 * line, so that one lost brace costs one entry.
 */
export function scanBibtex(text: string, report: Report): readonly BibtexEntry[] {
  const scanner = new Scanner(text, report);
  return scanner.scan();
}

class Scanner {
  readonly #text: string;
  readonly #report: Report;
  readonly #lineAt: (offset: number) => number;
  readonly #abbreviations = new Map(months.map((month) => [month, month]));
  #at = 0;

  constructor(text: string, report: Report) {
    this.#text = text;
    this.#report = report;
    this.#lineAt = linesOf(text);
  }

  scan(): readonly BibtexEntry[] {
    const entries: BibtexEntry[] = [];
    for (let start = this.#text.indexOf('@'); start >= 0; start = this.#text.indexOf('@', this.#at)) {
      this.#at = start;
      const found = this.#take(opening);
      if (!found) this.#at = start + 1;
      else {
        const entry = this.#readObject(found[1]?.toLowerCase() ?? '', found[2] === '(' ? ')' : '}', start);
        if (entry === 'broken') this.#skipFrom(start);
        else if (entry) entries.push(entry);
      }
    }
    return entries;
  }

  /** Goes on after a fault where the next entry begins a line. */
  #skipFrom(start: number): void {
    nextEntry.lastIndex = start + 1;
    this.#at = nextEntry.exec(this.#text)?.index ?? this.#text.length;
  }

  #readObject(type: string, close: string, start: number): BibtexEntry | 'broken' | undefined {
    if (type === 'comment' || type === 'preamble') {
      const end = this.#endAt(close, this.#at, true);
      if (end === undefined)
        this.#report('library-entry-unclosed', { entry: `@${type}` }, this.#lineAt(start));
      else this.#at = end + 1;
      return end === undefined ? 'broken' : undefined;
    }
    if (type === 'string') return this.#readAbbreviations(close, start);
    const key = this.#take(/\s*([^\s,={}()"]*)\s*(?=[,})])/y)?.[1] ?? '';
    const line = this.#lineAt(start);
    if (key === '') this.#report('library-key-missing', {}, line);
    const fields = this.#readFields(close, key === '' ? `@${type}` : key, start);
    if (!fields) return 'broken';
    return key === '' ? undefined : { type, key, line, fields };
  }

  #readAbbreviations(close: string, start: number): 'broken' | undefined {
    const fields = this.#readFields(close, '@string', start);
    for (const { name, value } of fields ?? []) this.#abbreviations.set(name, value);
    return fields ? undefined : 'broken';
  }

  /** Fields up to the sign that closes the entry; undefined where that is not found. */
  #readFields(close: string, entry: string, start: number): readonly BibtexField[] | undefined {
    const fields: BibtexField[] = [];
    for (;;) {
      const hadComma = this.#take(/[\s,]*/y)?.[0].includes(',');
      if (this.#at >= this.#text.length) return this.#unclosed(entry, start);
      if (this.#text[this.#at] === close) {
        this.#at += 1;
        return fields;
      }
      const line = this.#lineAt(this.#at);
      const name = this.#take(/([^\s=,{}"#%()@]+)\s*=\s*/y)?.[1]?.toLowerCase();
      if (name === undefined && this.#beginsEntry(this.#at)) return this.#unclosed(entry, start);
      if (name === undefined) {
        this.#report('library-field-unreadable', { entry }, line);
        return undefined;
      }
      if (!hadComma && fields.length > 0) this.#report('library-comma-missing', { entry, field: name }, line);
      const value = this.#readValue();
      if (!value) return this.#unclosed(entry, start);
      fields.push({ name, line, ...value });
    }
  }

  #unclosed(entry: string, start: number): undefined {
    this.#report('library-entry-unclosed', { entry }, this.#lineAt(start));
  }

  /** Parts joined by `#`: `{…}`, `"…"`, a number, an abbreviation. */
  #readValue(): Pick<BibtexField, 'value' | 'unexplained'> | undefined {
    const unexplained: string[] = [];
    let value = '';
    do {
      const sign = this.#text[this.#at];
      if (sign === '{' || sign === '"') {
        const start = this.#at + 1;
        this.#at = start;
        const end = this.#endAt(sign === '{' ? '}' : '"', start);
        if (end === undefined) return undefined;
        value += this.#text.slice(start, end);
        this.#at = end + 1;
      } else {
        const word = this.#take(/[^\s,#{}"()=]+/y)?.[0] ?? '';
        const text = /^\d+$/.test(word) ? word : this.#abbreviations.get(word.toLowerCase());
        if (text === undefined && word !== '') unexplained.push(word);
        value += text ?? word;
      }
    } while (this.#take(/\s*#\s*/y));
    return { value, unexplained };
  }

  /**
   * Where a group or a quote ends that begins at an offset; undefined where it does not end before the next entry
   * begins. A comment may hold whole entries.
   */
  #endAt(close: string, start: number, isComment = false): number | undefined {
    let depth = 0;
    for (let at = start; at < this.#text.length; at += 1) {
      const sign = this.#text[at];
      if (depth === 0 && sign === close) return at;
      if (sign === '\\') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign === '\n' && !isComment && this.#beginsEntry(at + 1)) return undefined;
      if (depth < 0) return undefined;
    }
    return undefined;
  }

  #beginsEntry(offset: number): boolean {
    entryHere.lastIndex = offset;
    return entryHere.test(this.#text);
  }

  #take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found ?? undefined;
  }
}
