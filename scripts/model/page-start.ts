import type { Element, Nodes, Root, Text } from 'hast';

/**
 * Where a printed page begins in the running text of its part. The running text is what every edition has in the same order:
 * without white space and invisible characters, calls of notes, readings (ruby) and numbers of pages, and with U+FFFC for
 * each picture, drawing and formula.
 */
export interface PageStart {
  /** UTF-16 code units of running text before it. */
  readonly at: number;
  /** The running text that the page begins with, 16 code units at most; less where the page has less. */
  readonly text: string;
}

/** The pages of the print edition as an e-book of the same text needs them, in order, without blanks. */
export interface PrintPagination {
  readonly pages: readonly PrintedPage[];
  /** The mark of each note as it was printed, by the note's id. */
  readonly noteMarks: Readonly<Record<string, string>>;
}

export interface PrintedPage {
  /** What the page shows: `iii`, `12`. */
  readonly label: string;
  /** The chapter's id, or the name of a part that Banxin makes (`title-leaves`, `contents` …). */
  readonly part: string;
  readonly start: PageStart;
  /** The first of its links that leads into the book: what the page of a table of contents begins with. */
  readonly firstTarget?: string;
}

/** A piece of running text: of a text node, or an element that counts as one character. */
export interface RunningPiece {
  /** Place of its first character in the running text. */
  readonly at: number;
  readonly node: Text | Element;
  /** The elements around it, outermost first. */
  readonly around: readonly (Root | Element)[];
}

export interface RunningText {
  readonly text: string;
  readonly pieces: readonly RunningPiece[];
}

const objects = new Set(['img', 'svg', 'math']);
const ignored = /[\s\p{Default_Ignorable_Code_Point}]/u;
const allIgnored = new RegExp(ignored, 'gu');

/** The running text of a tree. */
export function runningText(tree: Root): RunningText {
  const pieces: RunningPiece[] = [];
  const parts: string[] = [];
  let at = 0;
  const add = (node: Text | Element, around: RunningPiece['around'], text: string): void => {
    if (text === '') return;
    pieces.push({ at, node, around });
    parts.push(text);
    at += text.length;
  };
  const walk = (node: Nodes, around: RunningPiece['around']): void => {
    if (node.type === 'text') add(node, around, node.value.replace(allIgnored, ''));
    else if (node.type === 'element' && objects.has(node.tagName)) add(node, around, '\ufffc');
    else if (node.type === 'root' || (node.type === 'element' && !isLeftOut(node)))
      for (const child of node.children) walk(child, [...around, node]);
  };
  walk(tree, []);
  return { text: parts.join(''), pieces };
}

/** Index in a text node's value of the character that has so many characters of running text before it in the node. */
export function indexInNode(value: string, count: number): number {
  let before = 0;
  let index = 0;
  for (const character of value) {
    if (!ignored.test(character)) {
      if (before >= count) break;
      before += character.length;
    }
    index += character.length;
  }
  return index;
}

function isLeftOut({ tagName, properties: { role, className } }: Element): boolean {
  if (tagName === 'rt' || tagName === 'rp' || role === 'doc-noteref' || role === 'doc-backlink') return true;
  return Array.isArray(className) && className.includes('page-number');
}
