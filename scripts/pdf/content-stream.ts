/** One operation of a content stream (ISO 32000-1, section 7.8.2): its operands as written, and its operator. */
export interface Operation {
  readonly operands: readonly string[];
  readonly operator: string;
  /** Where it stands in the stream, bytes; the end is that of the operator. */
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a decoded content stream. Strings, names, arrays and dictionaries come as they are written, in Latin-1, one
 * operand each; an inline image (BI … EI) is one operation of that name with its whole text as the operand. What ends in the
 * middle of an operation is left out, as a viewer would.
 */
export function readOperations(stream: Uint8Array): readonly Operation[] {
  const reader = new Reader(
    Buffer.from(stream.buffer, stream.byteOffset, stream.byteLength).toString('latin1'),
  );
  const operations: Operation[] = [];
  let operands: string[] = [];
  let first = -1;
  for (let token = reader.next(); token !== undefined; token = reader.next()) {
    if (first < 0) first = reader.start;
    if (!reader.isOperator) {
      operands.push(token);
      continue;
    }
    const start = reader.start;
    const end = token === 'BI' ? reader.skipInlineImage() : reader.at;
    if (token === 'BI') operands = [reader.slice(start, end)];
    operations.push({ operands, operator: token, start: first, end });
    [operands, first] = [[], -1];
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

/** What a byte is to the reader of a stream (ISO 32000-1, section 7.2.2, tables 1 and 2). */
const [regular, space, delimiter] = [0, 1, 2];
const kinds = new Uint8Array(256).fill(regular);
for (const code of [0, 9, 10, 12, 13, 32]) kinds[code] = space;
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter;

const constants = new Set(['true', 'false', 'null']);

/** Reads tokens from a stream's text, a character for each byte: a string is read faster than its bytes are copied. */
class Reader {
  /** Where the token begins that was read last, and where it ends. */
  start = 0;
  at = 0;
  isOperator = false;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start, end);
  }

  /** The next token, or nothing at the end. */
  next(): string | undefined {
    this.#skipSpace();
    this.start = this.at;
    if (this.start >= this.#text.length) return undefined;
    const mayBeOperator = this.#skipToken();
    const token = this.#text.slice(this.start, this.at);
    this.isOperator = mayBeOperator && !constants.has(token);
    return token;
  }

  /** Moves behind `EI`, which stands alone after the image's data (section 8.9.7). */
  skipInlineImage(): number {
    for (let end = this.#text.indexOf('EI', this.at); end >= 0; end = this.#text.indexOf('EI', end + 1)) {
      if (this.#kindAt(end - 1) !== space) continue;
      if (end + 2 < this.#text.length && this.#kindAt(end + 2) !== space) continue;
      this.at = end + 2;
      return this.at;
    }
    this.at = this.#text.length;
    return this.at;
  }

  #kindAt(index: number): number {
    return kinds[this.#text.charCodeAt(index)] ?? regular;
  }

  #skipSpace(): void {
    for (; this.at < this.#text.length; this.at += 1) {
      if (this.#text.charCodeAt(this.at) === 0x25) this.#skipComment();
      else if (this.#kindAt(this.at) !== space) return;
    }
  }

  /** Stops at the end of the line or at its last character: the space that follows is skipped with the rest. */
  #skipComment(): void {
    for (; this.at + 1 < this.#text.length; this.at += 1) {
      const code = this.#text.charCodeAt(this.at + 1);
      if (code === 10 || code === 13) return;
    }
  }

  /** Whether what was passed may be an operator: it is a word and neither a name nor a number. */
  #skipToken(): boolean {
    const code = this.#text.charCodeAt(this.at);
    if (code === 0x28) return this.#skipString();
    if (code === 0x3c && this.#text.charCodeAt(this.at + 1) !== 0x3c) return this.#skipTo('>');
    if (code === 0x3c || code === 0x5b) return this.#skipNested(code === 0x3c ? '>>' : ']');
    this.at += 1;
    const isName = code === 0x2f;
    if (kinds[code] === delimiter && !isName) return false;
    while (this.at < this.#text.length && this.#kindAt(this.at) === regular) this.at += 1;
    const isNumber = (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e;
    return !isName && !isNumber;
  }

  #skipTo(end: string): boolean {
    const at = this.#text.indexOf(end, this.at);
    this.at = at < 0 ? this.#text.length : at + end.length;
    return false;
  }

  /** A string in parentheses, which may hold balanced ones and escaped ones (section 7.3.4.2). */
  #skipString(): boolean {
    let depth = 0;
    for (; this.at < this.#text.length; this.at += 1) {
      const code = this.#text.charCodeAt(this.at);
      if (code === 0x5c) this.at += 1;
      else if (code === 0x28) depth += 1;
      else if (code === 0x29) depth -= 1;
      if (depth === 0) break;
    }
    this.at += 1;
    return false;
  }

  /** An array or a dictionary with all that is in it. */
  #skipNested(end: ']' | '>>'): boolean {
    this.at += end.length;
    for (this.#skipSpace(); this.at < this.#text.length; this.#skipSpace()) {
      if (this.#text.startsWith(end, this.at)) break;
      this.#skipToken();
    }
    this.at += end.length;
    return false;
  }
}
