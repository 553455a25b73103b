import type { ElementContent } from 'hast';
import type { Findings } from '../findings.js';
import { endsBefore, optionalEnd } from './nesting-rules.js';
import { blockElements, safeElements, voidElements } from './safe-html.js';
import { type HtmlPiece, scanHtml } from './scan-html.js';

/** Raw HTML as the author wrote it, with the line (from 1) on which it begins. */
export interface RawHtml {
  readonly type: 'html';
  readonly value: string;
  readonly line: number;
}

/** What stands in one block or paragraph, in order: finished nodes, and raw HTML around them. */
export type MixedContent = ElementContent | RawHtml;

/** HTML in which every tag is closed and safe; finished nodes are comments that hold their index. */
export interface RepairedHtml {
  readonly html: string;
  readonly nodes: readonly ElementContent[];
  /** Line of each start tag, by its offset in `html`. */
  readonly lines: ReadonlyMap<number, number>;
}

type Piece = HtmlPiece | { readonly kind: 'node'; readonly node: ElementContent };

/** Elements that hold no text of the book: taken out with what is in them. */
const withoutText: ReadonlySet<string> = new Set(['script', 'style']);
const drawings: ReadonlySet<string> = new Set(['svg', 'math']);

/**
 * Repairs raw HTML within one block: tags that are not safe go, their text stays; what is left open is closed at
 * the block's end, so that a forgotten `</b>` does not make the rest of the book bold. Everything that is
 * taken out or mended is reported. `room` is how many levels may still be nested.
 */
export function repairHtml(content: readonly MixedContent[], findings: Findings, room: number): RepairedHtml {
  const repair = new Repair(findings, room);
  const pieces = content.flatMap((item): Piece[] =>
    item.type === 'html' ? scanHtml(item.value, item.line) : [{ kind: 'node', node: item }],
  );
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece?.kind === 'open' && !safeElements.has(piece.name)) i = repair.refuse(piece, pieces, i);
    else if (piece) repair.take(piece);
  }
  return repair.finish();
}

type Opening = Extract<HtmlPiece, { kind: 'open' }>;

class Repair {
  readonly #findings: Findings;
  readonly #room: number;
  readonly #open: { readonly name: string; readonly line: number }[] = [];
  readonly #parts: string[] = [];
  readonly #nodes: ElementContent[] = [];
  readonly #lines = new Map<number, number>();
  readonly #openCounts = new Map<string, number>();
  /** Elements of `withoutText` that are not closed any more after here. */
  readonly #unclosed = new Set<string>();
  #length = 0;

  constructor(findings: Findings, room: number) {
    this.#findings = findings;
    this.#room = room;
  }

  take(piece: Piece): void {
    switch (piece.kind) {
      case 'text':
        this.#write(piece.value.replaceAll('<', '&lt;'));
        break;
      case 'node':
        this.#write(`<!--${this.#nodes.push(piece.node) - 1}-->`);
        break;
      case 'open':
        this.#start(piece);
        break;
      case 'close':
        this.#end(piece.name, piece.line);
        break;
      case 'markup':
        this.#findings.report('html-markup-refused', { markup: shorten(piece.value) }, piece.line);
        break;
      case 'half-tag':
        this.#findings.report('html-half-tag', {}, piece.line);
        break;
      case 'open-comment':
        this.#findings.report('html-comment-open', {}, piece.line);
        break;
    }
  }

  /** Takes out an element that is not safe; returns the index of the last piece that went with it. */
  refuse(piece: Opening, pieces: readonly Piece[], index: number): number {
    const element = piece.name;
    const isDrawing = drawings.has(element);
    if (!withoutText.has(element) && !isDrawing) {
      this.#findings.report('html-element-refused', { element }, piece.line);
      return index;
    }
    const end = piece.selfClosing ? index : this.#endOf(element, pieces, index);
    if (end === undefined) this.#findings.report('html-element-open', { element }, piece.line);
    else if (isDrawing) this.#findings.report('html-drawing-refused', { element }, piece.line);
    else this.#findings.report('html-code-removed', { element }, piece.line);
    return end ?? index;
  }

  finish(): RepairedHtml {
    this.#closeDownTo(0);
    return { html: this.#parts.join(''), nodes: this.#nodes, lines: this.#lines };
  }

  #endOf(name: string, pieces: readonly Piece[], from: number): number | undefined {
    if (this.#unclosed.has(name)) return undefined;
    for (let i = from + 1; i < pieces.length; i++) {
      const piece = pieces[i];
      if (piece?.kind === 'close' && piece.name === name) return i;
    }
    this.#unclosed.add(name);
    return undefined;
  }

  #start({ name, attributes, selfClosing, line }: Opening): void {
    const ended = endsBefore(name, blockElements.has(name));
    while (ended.includes(this.#open.at(-1)?.name ?? '')) this.#pop();
    if (this.#open.length >= this.#room) {
      this.#findings.report('nesting-too-deep', {}, line);
      return;
    }
    this.#lines.set(this.#length, line);
    this.#write(`<${name}${attributes}>`);
    if (voidElements.has(name)) return;
    // `<span id="a"/>` means an empty element to its author; to HTML it would swallow what follows.
    if (selfClosing) this.#write(`</${name}>`);
    else this.#push(name, line);
  }

  #end(name: string, line: number): void {
    // What was refused at its start is dropped silently at its end.
    if (!safeElements.has(name)) return;
    if ((this.#openCounts.get(name) ?? 0) === 0) {
      this.#findings.report('html-end-without-start', { element: name }, line);
      return;
    }
    const depth = this.#open.findLastIndex((element) => element.name === name);
    this.#closeDownTo(depth + 1);
    this.#pop();
  }

  /** Closes what the author left open, with a warning where HTML does not allow it to be left open. */
  #closeDownTo(depth: number): void {
    while (this.#open.length > depth) {
      const { name, line } = this.#pop();
      if (!optionalEnd.has(name)) this.#findings.report('html-not-closed', { element: name }, line);
    }
  }

  #push(name: string, line: number): void {
    this.#open.push({ name, line });
    this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) + 1);
  }

  #pop(): { readonly name: string; readonly line: number } {
    const element = this.#open.pop() ?? { name: '', line: 0 };
    this.#openCounts.set(element.name, (this.#openCounts.get(element.name) ?? 1) - 1);
    this.#write(`</${element.name}>`);
    return element;
  }

  #write(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
