import { type Operation, readOperations } from '../../pdf/content-stream.js';
import { shownText } from './drawn-pieces.js';
import type { Decoder } from './unicode-map.js';

/** How a page's content is marked (ISO 32000-1, section 14.6). */
export interface ContentFacts {
  /** The text of each marked content by its number; an empty one for a drawing. */
  readonly texts: ReadonlyMap<number, string>;
  /** What is painted neither in a numbered mark nor in an artifact. */
  readonly unmarked: number;
  /** Artifacts in numbered marks, and numbered marks in artifacts. */
  readonly artifactsInContent: number;
  readonly contentInArtifacts: number;
}

const painting = /^(?:[fF]\*?|[bB]\*?|[sS]|Do|sh|BI|Tj|TJ|'|")$/;
const showing = /^(?:Tj|TJ|'|")$/;

interface OpenMark {
  readonly mcid: number | undefined;
  readonly isArtifact: boolean;
  /** What stands for the text in it, until it is said. */
  replacement: string | undefined;
}

/** Reads how a page is marked from its decoded content. */
export function readContent(stream: Uint8Array, decoderOf: (font: string) => Decoder): ContentFacts {
  const reader = new ContentReader(decoderOf);
  for (const operation of readOperations(stream)) reader.read(operation);
  return reader;
}

class ContentReader implements ContentFacts {
  readonly texts = new Map<number, string>();
  unmarked = 0;
  artifactsInContent = 0;
  contentInArtifacts = 0;
  readonly #open: OpenMark[] = [];
  #decode: Decoder = () => '';

  constructor(readonly decoderOf: (font: string) => Decoder) {}

  read(operation: Operation): void {
    const { operator, operands } = operation;
    if (operator === 'BDC' || operator === 'BMC') this.#begin(operands);
    else if (operator === 'EMC') this.#open.pop();
    else if (operator === 'Tf') this.#decode = this.decoderOf(operands[0] ?? '');
    if (painting.test(operator)) this.#paint(operation);
  }

  #begin([tag, properties = '']: readonly string[]): void {
    const number = /\/MCID\s+(\d+)/.exec(properties)?.[1];
    const mcid = number === undefined ? undefined : Number(number);
    const isArtifact = tag === '/Artifact';
    if (isArtifact && this.#content() !== undefined) this.artifactsInContent += 1;
    if (mcid !== undefined && this.#open.some((mark) => mark.isArtifact)) this.contentInArtifacts += 1;
    if (mcid !== undefined) this.texts.set(mcid, this.texts.get(mcid) ?? '');
    const replacement = /\/ActualText\s*<\s*FEFF([0-9A-F\s]*)>/i.exec(properties)?.[1];
    this.#open.push({ mcid, isArtifact, replacement: replacement && utf16(replacement) });
  }

  #paint(operation: Operation): void {
    const mcid = this.#content();
    if (mcid === undefined) {
      if (!this.#open.some((mark) => mark.isArtifact)) this.unmarked += 1;
      return;
    }
    if (!showing.test(operation.operator)) return;
    const replaced = this.#open.find(({ replacement }) => replacement !== undefined);
    const text = replaced ? (replaced.replacement ?? '') : shownText(operation, this.#decode);
    if (replaced) replaced.replacement = '';
    this.texts.set(mcid, (this.texts.get(mcid) ?? '') + text);
  }

  #content(): number | undefined {
    return this.#open.findLast((mark) => mark.mcid !== undefined)?.mcid;
  }
}

function utf16(hex: string): string {
  return Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le');
}
