/** One operation of a content stream (ISO 32000-1, section 7.8.2): its operands as written, and its operator. */
export interface Operation {
  readonly operands: readonly string[];
  readonly operator: string;
  /** Where it stands in the stream, bytes; the end is that of the operator. */
  readonly start: number;
  readonly end: number;
}

const whiteSpace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/**
 * Reads a decoded content stream. Strings, names, arrays and dictionaries come as they are written, in Latin-1, one
 * operand each; an inline image (BI … EI) is one operation of that name with its whole text as the operand. What ends in the
 * middle of an operation is left out, as a viewer would.
 */
export function readOperations(stream: Uint8Array): readonly Operation[] {
  const reader = new Reader(stream);
  const operations: Operation[] = [];
  let operands: string[] = [];
  let start = -1;
  for (let token = reader.next(); token; token = reader.next()) {
    if (start < 0) start = token.start;
    if (!token.isOperator) {
      operands.push(token.text);
      continue;
    }
    const end = token.text === 'BI' ? reader.skipInlineImage() : reader.at;
    if (token.text === 'BI') operands = [reader.slice(token.start, end)];
    operations.push({ operands, operator: token.text, start, end });
    [operands, start] = [[], -1];
  }
  return operations;
}

/** A content stream of operations, each on a line of its own. */
export function writeOperations(operations: Iterable<Pick<Operation, 'operands' | 'operator'>>): Uint8Array {
  const lines: string[] = [];
  for (const { operands, operator } of operations)
    lines.push(operator === 'BI' ? (operands[0] ?? '') : [...operands, operator].join(' '));
  return Buffer.from(`${lines.join('\n')}\n`, 'latin1');
}

interface Token {
  readonly text: string;
  readonly start: number;
  readonly isOperator: boolean;
}

class Reader {
  at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  slice(start: number, end: number): string {
    return this.#bytes.toString('latin1', start, end);
  }

  next(): Token | undefined {
    this.#skipSpace();
    const start = this.at;
    if (start >= this.#bytes.length) return undefined;
    const isOperator = this.#skipToken();
    return { text: this.slice(start, this.at), start, isOperator };
  }

  /** Moves behind `EI`, which stands alone after the image's data (section 8.9.7). */
  skipInlineImage(): number {
    for (let end = this.#bytes.indexOf('EI', this.at); end >= 0; end = this.#bytes.indexOf('EI', end + 1)) {
      const [before, after] = [this.#bytes[end - 1], this.#bytes[end + 2]];
      if (before === undefined || !whiteSpace.has(before)) continue;
      if (after !== undefined && !whiteSpace.has(after)) continue;
      this.at = end + 2;
      return this.at;
    }
    this.at = this.#bytes.length;
    return this.at;
  }

  #skipSpace(): void {
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at] ?? 0;
      if (byte === 0x25) this.#skipComment();
      else if (!whiteSpace.has(byte)) return;
    }
  }

  #skipComment(): void {
    while (this.at + 1 < this.#bytes.length && !/[\r\n]/.test(this.slice(this.at + 1, this.at + 2)))
      this.at += 1;
  }

  /** Whether what was passed is an operator. */
  #skipToken(): boolean {
    const start = this.at;
    const byte = this.#bytes[this.at] ?? 0;
    const character = String.fromCharCode(byte);
    if (character === '(') return this.#skipString();
    if (character === '<' && this.#bytes[this.at + 1] !== 0x3c) return this.#skipTo('>');
    if (character === '<' || character === '[') return this.#skipNested();
    this.at += 1;
    if (delimiters.has(byte) && character !== '/') return false;
    while (this.at < this.#bytes.length && !this.#endsWord(this.#bytes[this.at] ?? 0)) this.at += 1;
    return (
      character !== '/' &&
      !/[0-9+\-.]/.test(character) &&
      !/^(?:true|false|null)$/.test(this.slice(start, this.at))
    );
  }

  #endsWord(byte: number): boolean {
    return whiteSpace.has(byte) || delimiters.has(byte);
  }

  #skipTo(end: string): boolean {
    const at = this.#bytes.indexOf(end, this.at);
    this.at = at < 0 ? this.#bytes.length : at + end.length;
    return false;
  }

  /** A string in parentheses, which may hold balanced ones and escaped ones (section 7.3.4.2). */
  #skipString(): boolean {
    let depth = 0;
    for (; this.at < this.#bytes.length; this.at += 1) {
      const byte = this.#bytes[this.at];
      if (byte === 0x5c) this.at += 1;
      else if (byte === 0x28) depth += 1;
      else if (byte === 0x29) depth -= 1;
      if (depth === 0) break;
    }
    this.at += 1;
    return false;
  }

  /** An array or a dictionary with all that is in it. */
  #skipNested(): boolean {
    const isDictionary = this.#bytes[this.at] === 0x3c;
    const end = isDictionary ? '>>' : ']';
    this.at += end.length;
    for (this.#skipSpace(); this.at < this.#bytes.length; this.#skipSpace()) {
      if (this.slice(this.at, this.at + end.length) === end) break;
      this.#skipToken();
    }
    this.at += end.length;
    return false;
  }
}
