import { accents, secondOnly, signs, switches, wrappers } from './tex-signs.js';

/** TeX read as the rich text of CSL-JSON. */
export interface TexText {
  readonly text: string;
  /** Commands that mean nothing here; their names were taken out, what stood in their braces stays. */
  readonly unknown: readonly string[];
}

export interface TexOptions {
  /** Inner braces keep capitals from styles that change them, as in `{NASA}`. */
  readonly keepsCase?: boolean;
}

/** Reads accents, letters, signs, fonts and simple formulas of TeX. */
export function readTex(source: string, { keepsCase = false }: TexOptions = {}): TexText {
  const reader = new TexReader(source, keepsCase);
  const text = reader.read();
  return {
    text: text
      .replace(/[ \t\r\n]+/g, ' ')
      .trim()
      .normalize('NFC'),
    unknown: [...reader.unknown],
  };
}

/** Braces and commands inside each other; more are no work of an author. */
const deepest = 100;

class TexReader {
  readonly unknown = new Set<string>();
  readonly #source: string;
  readonly #keepsCase: boolean;
  #at = 0;
  #depth = 0;
  #nesting = 0;
  #isFormula = false;

  constructor(source: string, keepsCase: boolean) {
    this.#source = source;
    this.#keepsCase = keepsCase;
  }

  /** Reads to the end, or past the sign that closes the group. */
  read(close?: '}' | '$'): string {
    if (this.#nesting >= deepest) return this.#giveUp();
    return this.#nested(() => this.#readOn(close));
  }

  #giveUp(): string {
    this.unknown.add('{{{…');
    this.#at = this.#source.length;
    return '';
  }

  #readOn(close: '}' | '$' | undefined): string {
    let text = '';
    while (this.#at < this.#source.length) {
      const sign = this.#next();
      if (sign === close) return text;
      if (sign === '\\') {
        const name = this.#commandName();
        const change = switches.get(name);
        if (change) return `${text}${wrap(this.read(close), change)}`;
        text += this.#command(name);
      } else text += this.#plain(sign);
    }
    return text;
  }

  #plain(sign: string): string {
    if (sign === '{') return this.#group();
    if (sign === '}') return '';
    if (sign === '$') return this.#formula();
    if (sign === '~') return '\u00A0';
    if (this.#isFormula && sign === '^') return wrap(this.#argument(), ['<sup>', '</sup>']);
    if (this.#isFormula && sign === '_') return wrap(this.#argument(), ['<sub>', '</sub>']);
    if (sign === '-' && this.#follows('--')) return '—';
    if (sign === '-' && this.#follows('-')) return '–';
    if (sign === '`') return this.#follows('`') ? '“' : '‘';
    if (sign === "'") return this.#follows("'") ? '”' : '’';
    return sign;
  }

  #group(): string {
    const isCommand = this.#source[this.#at] === '\\';
    this.#depth += 1;
    const text = this.read('}');
    this.#depth -= 1;
    const isKept = this.#keepsCase && !isCommand && this.#depth === 0 && /[A-Za-z]/.test(text);
    return isKept ? `<span class="nocase">${text}</span>` : text;
  }

  #formula(): string {
    if (this.#isFormula) return '';
    this.#isFormula = true;
    const text = this.read('$');
    this.#isFormula = false;
    return text;
  }

  #command(name: string): string {
    const accent = accents.get(name);
    if (accent !== undefined) return accented(this.#argument(), accent);
    const sign = signs.get(name);
    if (sign !== undefined) return sign;
    const pair = wrappers.get(name);
    if (pair) return wrap(this.#argument(), pair);
    if (secondOnly.has(name)) {
      this.#argument();
      return this.#argument();
    }
    if (name !== '') this.unknown.add(`\\${name}`);
    return '';
  }

  /** A word of letters, with the space behind it, or one sign. */
  #commandName(): string {
    const word = /[A-Za-z]+/y;
    word.lastIndex = this.#at;
    const name = word.exec(this.#source)?.[0];
    if (name === undefined) return this.#next();
    this.#at = word.lastIndex;
    this.#skipSpace();
    return name;
  }

  #argument(): string {
    this.#skipSpace();
    const sign = this.#next();
    if (sign !== '{' && sign !== '\\') return sign;
    if (this.#nesting >= deepest) return this.#giveUp();
    if (sign === '\\') return this.#nested(() => this.#command(this.#commandName()));
    this.#depth += 1;
    const text = this.read('}');
    this.#depth -= 1;
    return text;
  }

  #nested(read: () => string): string {
    this.#nesting += 1;
    const text = read();
    this.#nesting -= 1;
    return text;
  }

  #skipSpace(): void {
    while (/\s/.test(this.#source[this.#at] ?? '')) this.#at += 1;
  }

  #follows(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** The next character, whole. */
  #next(): string {
    const sign = String.fromCodePoint(this.#source.codePointAt(this.#at) ?? 32);
    this.#at += sign.length;
    return sign;
  }
}

function wrap(text: string, [before, after]: readonly [string, string]): string {
  return text === '' ? '' : `${before}${text}${after}`;
}

/** Sets an accent on the first letter; on an i without dot it takes the dot's place. */
function accented(text: string, accent: string): string {
  const [first = ' ', ...rest] = text;
  const letter = first === 'ı' ? 'i' : first === 'ȷ' ? 'j' : first;
  return `${letter}${accent}${rest.join('')}`;
}
