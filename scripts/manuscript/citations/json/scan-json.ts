/** Where the values of a list begin, or where a text stops being JSON (RFC 8259); offsets in UTF-16 code units. */
export type ScannedJson = { readonly starts: readonly number[] } | { readonly fault: number };

/**
 * Walks a JSON text without making values of it: `JSON.parse` tells neither where an item stands, nor (in most
 * versions of Node) where its text went wrong. No recursion: a text of a million `[` is no fault of the stack.
 */
export function scanJson(text: string): ScannedJson {
  return new JsonScanner(text).scan();
}

const space = /[ \t\n\r]*/y;
const string = /"(?:[^"\\]|\\.)*"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may come next inside the innermost list or map. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'end or comma';

class JsonScanner {
  readonly #text: string;
  readonly #open: ('[' | '{')[] = [];
  readonly #starts: number[] = [];
  #expected: Expected = 'value';
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): ScannedJson {
    for (;;) {
      this.#take(space);
      if (this.#at === this.#text.length && this.#open.length === 0 && this.#expected === 'end or comma') {
        return { starts: this.#starts };
      }
      if (!this.#step(this.#text[this.#at])) return { fault: this.#at };
    }
  }

  #step(sign: string | undefined): boolean {
    if (this.#expected === 'end or comma') return this.#end(sign);
    if (this.#expected === 'key' || this.#expected === 'first key') return this.#key(sign);
    return this.#value(sign);
  }

  #end(sign: string | undefined): boolean {
    const container = this.#open.at(-1);
    if (container === undefined) return false;
    if (sign === (container === '[' ? ']' : '}')) return this.#close();
    if (sign !== ',') return false;
    return this.#go(container === '[' ? 'value' : 'key');
  }

  #key(sign: string | undefined): boolean {
    if (sign === '}' && this.#expected === 'first key') return this.#close();
    if (!this.#string()) return false;
    this.#take(space);
    return this.#text[this.#at] === ':' && this.#go('value');
  }

  #value(sign: string | undefined): boolean {
    if (sign === ']' && this.#expected === 'first value') return this.#close();
    if (this.#open.length === 1 && this.#open[0] === '[') this.#starts.push(this.#at);
    if (sign === '[' || sign === '{') {
      this.#open.push(sign);
      return this.#go(sign === '[' ? 'first value' : 'first key');
    }
    this.#expected = 'end or comma';
    return this.#string() || this.#take(scalar);
  }

  #close(): boolean {
    this.#open.pop();
    return this.#go('end or comma');
  }

  /** Steps over one sign. */
  #go(expected: Expected): true {
    this.#at += 1;
    this.#expected = expected;
    return true;
  }

  /** A text of quotes whose escapes and characters JSON allows. */
  #string(): boolean {
    const start = this.#at;
    if (!this.#take(string)) return false;
    try {
      JSON.parse(this.#text.slice(start, this.#at));
      return true;
    } catch {
      this.#at = start;
      return false;
    }
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found !== undefined;
  }
}
