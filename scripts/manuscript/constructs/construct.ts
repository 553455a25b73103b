import type { Element, ElementContent, ElementData, Root } from 'hast';
import type { MarkdownIt, Token } from 'markdown-it';
import type { Findings } from '../findings.js';

/**
 * One construct of the manuscript language: how it is written, and what becomes of it. Knows nothing of pages: what
 * differs between print and e-book is CSS, or a node that each medium's stage handles.
 */
export interface Construct {
  /** Its name in the table and in the guide. */
  readonly name: string;
  /** How it is written: a short example for the syntax reference. */
  readonly syntax: string;
  readonly about: { readonly en: string; readonly 'zh-CN': string };
  /** Rules for the Markdown parser. */
  readonly markdown?: (markdown: MarkdownIt) => void;
  /** Nodes for the tokens that its rules make, by the token's type. */
  readonly tokens?: Readonly<Record<string, TokenReader>>;
  /** Loads what the texts of a book need, before any of them is parsed. */
  readonly prepare?: (texts: readonly string[]) => Promise<void>;
  /** Changes a chapter's tree in place, before its elements get ids. */
  readonly tree?: (root: Root, context: TreeContext) => void;
}

export type TokenReaders = Readonly<Record<string, TokenReader>>;

export type TokenReader = (token: Token, context: TokenContext) => readonly ElementContent[];

export interface TokenContext {
  readonly findings: Findings;
  /** Line of the token in the chapter's file, from 1. */
  readonly line: number;
}

export interface TreeContext {
  readonly findings: Findings;
  /** The chapter's language. */
  readonly language: string;
}

declare module 'hast' {
  interface ElementData {
    /** `key=value` of the author's attributes, for the construct that knows the key. */
    values?: Readonly<Record<string, string>>;
  }
}

declare module 'hast' {
  interface ElementData {
    /** Pandoc's place for the bibliography, `::: {#refs}`. */
    isReferences?: boolean;
  }
}

/** Notes something on an element for a later step; it is gone when the tree leaves this room. */
export function mark(element: Element, data: Partial<ElementData>): void {
  // A package's types ask for positions that this room never has.
  element.data = { ...element.data, ...data } as ElementData;
}

/** The author's `key=value`s of an element. */
export function valuesOf(element: Element): Readonly<Record<string, string>> {
  return element.data?.values ?? {};
}

export function classesOf({ properties: { className } }: Element): readonly string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

/** Calls `visit` for every element, outer ones first, with the line where it stands. */
export function everyElement(
  parent: Root | Element,
  visit: (element: Element, line: number, parent: Root | Element) => void,
  line = 1,
): void {
  for (const child of [...parent.children]) {
    if (child.type !== 'element') continue;
    const here = child.position?.start.line ?? line;
    visit(child, here, parent);
    everyElement(child, visit, here);
  }
}
