import type { Element, ElementContent } from 'hast';
import type { Token } from 'markdown-it';
import type { Findings } from '../findings.js';
import { positionOf } from '../position.js';

/** A call to a note: the link inside its `sup` gets number and target when ids are given. */
export interface NoteCall {
  readonly line: number;
  readonly link: Element;
}

/** A note that is called, with its text and its calls; its number is its place in the list. */
export interface CalledNote {
  readonly line: number;
  readonly content: readonly ElementContent[];
  readonly calls: readonly NoteCall[];
}

interface Definition {
  readonly label: string;
  readonly line: number;
  readonly tokens: readonly Token[];
}

interface Entry {
  readonly definition: Definition;
  readonly calls: NoteCall[];
}

/**
 * The notes of a chapter: numbered by their first calls in reading order, calls in the text before calls in other
 * notes. A note that nobody calls, or a second one of the same label, would be lost: both are errors.
 */
export class NoteBook {
  readonly #findings: Findings;
  readonly #definitions = new Map<string, Definition>();
  readonly #lengths = new Map<Token, number>();
  readonly #called = new Map<string, Entry>();

  constructor(tokens: readonly Token[], findings: Findings) {
    this.#findings = findings;
    const open: { readonly token: Token; readonly index: number }[] = [];
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'footnote_reference_open') open.push({ token, index });
      const start = token.type === 'footnote_reference_close' ? open.pop() : undefined;
      if (start) this.#define(start.token, tokens.slice(start.index + 1, index));
    }
  }

  /** How many tokens after its opening one belong to a definition, the closing one included. */
  lengthOf(opening: Token): number {
    return this.#lengths.get(opening) ?? 0;
  }

  /** Counts a call and gives its element; `undefined` if no note has this label. */
  call(label: string, line: number): Element | undefined {
    const definition = this.#definitions.get(label);
    if (!definition) return undefined;
    return this.#callOf(definition, line);
  }

  /** Takes a note that is written in its place, and gives its call. */
  write(note: Token, line: number): Element {
    const { tokens } = note.meta as { readonly tokens: readonly Token[] };
    for (const token of tokens) token.map = [line - 1, line];
    // No label that an author writes holds a space.
    return this.#callOf({ label: `written here ${this.#called.size}`, line, tokens }, line);
  }

  #callOf(definition: Definition, line: number): Element {
    const entry = this.#called.get(definition.label) ?? { definition, calls: [] };
    this.#called.set(definition.label, entry);
    const link: Element = {
      type: 'element',
      tagName: 'a',
      properties: { role: 'doc-noteref' },
      children: [],
      position: positionOf(line),
    };
    entry.calls.push({ line, link });
    return { type: 'element', tagName: 'sup', properties: { className: ['noteref'] }, children: [link] };
  }

  /** Reads the called notes in order; their own calls add to the list while it is read. */
  readAll(read: (tokens: readonly Token[]) => ElementContent[]): readonly CalledNote[] {
    const notes: CalledNote[] = [];
    for (const { definition, calls } of this.#called.values()) {
      notes.push({ line: definition.line, content: read(definition.tokens), calls });
    }
    for (const { label, line } of this.#definitions.values()) {
      if (!this.#called.has(label)) this.#findings.report('note-not-called', { label }, line);
    }
    return notes;
  }

  #define(opening: Token, tokens: readonly Token[]): void {
    this.#lengths.set(opening, tokens.length + 1);
    const label = String(opening.meta?.label);
    const map = tokens.find((token) => token.map)?.map;
    const line = map ? map[0] + 1 : 1;
    const first = this.#definitions.get(label);
    if (first) this.#findings.report('note-duplicate', { label }, line, [first.line]);
    else this.#definitions.set(label, { label, line, tokens });
  }
}
