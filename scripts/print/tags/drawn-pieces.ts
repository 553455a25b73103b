import type { Operation } from '../../pdf/content-stream.js';
import type { Decoder } from './unicode-map.js';

/** A stretch of a page's operations that paints something: a text object, a path, a picture. */
export interface DrawnPiece {
  /** Indexes of its first operation and of the one behind its last. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'text' | 'other';
  readonly text: string;
  /** The marked content that the browser put it in. */
  readonly mcid: number | undefined;
}

/** A page taken apart: its operations without the browser's marks, and what they paint. */
export interface DrawnPage {
  readonly operations: readonly Operation[];
  readonly pieces: readonly DrawnPiece[];
}

const pathStart = /^(?:m|re)$/;
const painting = /^(?:[fF]\*?|[bB]\*?|[sS])$/;
const alone = /^(?:Do|sh|BI)$/;
const showing = /^(?:Tj|TJ|'|")$/;

/**
 * Takes the operations of a page apart (ISO 32000-1, sections 8.2 and 14.6). What the browser marked is remembered and
 * its marks are left out; marks without an MCID (replacement texts) stay.
 */
export function readDrawnPage(
  operations: readonly Operation[],
  decoderOf: (font: string) => Decoder,
): DrawnPage {
  const reader = new PieceReader(decoderOf);
  for (const operation of operations) reader.read(operation);
  return reader;
}

interface OpenMark {
  readonly mcid: number | undefined;
  readonly isKept: boolean;
  /** Index of its operation, and how many strings had been shown before. */
  readonly operation: number;
  readonly shown: number;
}

class PieceReader implements DrawnPage {
  readonly operations: Operation[] = [];
  readonly pieces: DrawnPiece[] = [];
  readonly #marks: OpenMark[] = [];
  /** Where what is being drawn began. */
  #from: number | undefined;
  #shown: string[] = [];
  #decode: Decoder = () => '';

  constructor(readonly decoderOf: (font: string) => Decoder) {}

  read(operation: Operation): void {
    const { operator, operands } = operation;
    if (/^(?:BDC|BMC|EMC)$/.test(operator)) {
      if (this.#keepsMark(operation)) this.operations.push(operation);
      return;
    }
    this.operations.push(operation);
    if (operator === 'Tf') this.#decode = this.decoderOf(operands[0] ?? '');
    else if (showing.test(operator)) this.#shown.push(shownText(operation, this.#decode));
    else if (operator === 'BT') this.#beginText();
    else if (operator === 'ET') this.#add('text', this.#shown.join(''));
    else this.#readPath(operator);
  }

  #readPath(operator: string): void {
    if (pathStart.test(operator)) this.#from ??= this.operations.length - 1;
    else if (painting.test(operator) || alone.test(operator)) this.#add('other');
    else if (operator === 'n') this.#from = undefined;
  }

  #beginText(): void {
    this.#from = this.operations.length - 1;
    this.#shown = [];
  }

  #keepsMark({ operator, operands }: Operation): boolean {
    if (operator === 'EMC') return this.#endMark();
    const mcid = /\/MCID\s+(\d+)/.exec(operands[1] ?? '')?.[1];
    const isKept = mcid === undefined && operands[0] !== '/Artifact';
    this.#marks.push({
      mcid: mcid === undefined ? undefined : Number(mcid),
      isKept,
      operation: this.operations.length,
      shown: this.#shown.length,
    });
    return isKept;
  }

  /**
   * The browser gives a glyph that stands for two characters (the dash of two em) the first of them as its replacement
   * text; then the font's own map says what is shown.
   */
  #endMark(): boolean {
    const mark = this.#marks.pop();
    const begun = mark?.isKept ? this.operations[mark.operation] : undefined;
    const replacement = /^<<\s*\/ActualText\s*<FEFF([0-9A-F]*)>/i.exec(begun?.operands[1] ?? '')?.[1];
    if (mark && begun && replacement) {
      const shown = Buffer.from(this.#shown.slice(mark.shown).join(''), 'utf16le').swap16().toString('hex');
      const isCut = shown.length > replacement.length && shown.startsWith(replacement.toLowerCase());
      const operands = ['/Span', `<</ActualText <FEFF${shown.toUpperCase()}> >>`];
      if (isCut) this.operations[mark.operation] = { ...begun, operands };
    }
    return mark?.isKept ?? false;
  }

  #add(kind: DrawnPiece['kind'], text = ''): void {
    const mcid = this.#marks.findLast((mark) => mark.mcid !== undefined)?.mcid;
    const from = this.#from ?? this.operations.length - 1;
    this.pieces.push({ from, to: this.operations.length, kind, text, mcid });
    this.#from = undefined;
  }
}

/** The text that one operation shows. */
export function shownText({ operands, operator }: Operation, decode: Decoder): string {
  const last = operands.at(-1) ?? '';
  if (operator !== 'TJ') return decode(last);
  const strings = last.match(/<[^>]*>|\((?:\\.|[^\\()])*\)/gs) ?? [];
  return strings.map((string) => decode(string)).join('');
}
