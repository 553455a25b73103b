import type { Element, ElementContent, Root } from 'hast';
import type { Token } from 'markdown-it';
import { codeBlock } from '../constructs/code-blocks.js';
import type { TokenReaders } from '../constructs/construct.js';
import type { Findings } from '../findings.js';
import { maxNesting, type ParsedMarkdown } from '../markdown/parse-markdown.js';
import { positionOf } from '../position.js';
import { inlineContent } from './inline-content.js';
import { type CalledNote, NoteBook } from './note-book.js';
import { saidOf } from './said-of.js';
import { TreeBuilder } from './tree-builder.js';

/** A chapter's text as a tree, before ids, links and images are settled. */
export interface ChapterTree {
  readonly root: Root;
  /** The notes in the order of their first calls; they stand at the end of the tree later. */
  readonly notes: readonly CalledNote[];
  /** Targets of all links and images, as the Markdown parser gave them. */
  readonly targets: ReadonlySet<string>;
}

/** Turns a chapter's tokens into hast; blocks carry their lines, and notes are read after the text that calls them. */
export function chapterTree(parsed: ParsedMarkdown, findings: Findings, readers: TokenReaders): ChapterTree {
  const notes = new NoteBook(parsed.tokens, findings);
  const targets = new Set<string>();
  const context: BlockContext = { findings, notes, targets, readers };
  const root: Root = { type: 'root', children: blocks(parsed.tokens, context) };
  const called = notes.readAll((tokens) => blocks(tokens, context, 3));
  return { root, notes: called, targets };
}

interface BlockContext {
  readonly findings: Findings;
  readonly notes: NoteBook;
  readonly targets: Set<string>;
  readonly readers: TokenReaders;
}

function blocks(tokens: readonly Token[], context: BlockContext, depth = 0): ElementContent[] {
  const builder = new TreeBuilder(context.findings, depth);
  let line = 1;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) continue;
    line = token.map ? token.map[0] + 1 : line;
    if (token.level >= maxNesting - 1) context.findings.report('nesting-too-deep', {}, line);
    // A definition's text is read when the note is called.
    if (token.type === 'footnote_reference_open') i += context.notes.lengthOf(token);
    else addBlock(builder, token, line, context);
  }
  return builder.finish();
}

function addBlock(builder: TreeBuilder, token: Token, line: number, context: BlockContext): void {
  if (token.meta?.unclosed === true) {
    context.findings.report('container-not-closed', { name: String(token.attrGet('class')) }, line);
  }
  // The paragraphs of a tight list have no element of their own.
  if (token.hidden) return;
  if (token.nesting === 1) builder.open(blockElement(token, line), line);
  else if (token.nesting === -1) builder.close();
  else addLeaf(builder, token, line, context);
}

function addLeaf(builder: TreeBuilder, token: Token, line: number, context: BlockContext): void {
  switch (token.type) {
    case 'inline': {
      const { findings, notes, targets, readers } = context;
      const callNote = (label: string, at: number) => notes.call(label, at);
      const writeNote = (note: Token, at: number) => notes.write(note, at);
      const useTarget = (href: string) => targets.add(href);
      const tools = { findings, callNote, writeNote, useTarget, readers };
      const content = inlineContent(token, line, builder.depth, tools);
      for (const node of content) builder.add(node);
      break;
    }
    case 'fence':
    case 'code_block':
      builder.add(codeBlock(token, line, context.findings));
      break;
    case 'hr':
      builder.add({
        type: 'element',
        tagName: 'hr',
        properties: {},
        children: [],
        position: positionOf(line),
      });
      break;
    case 'html_block':
      builder.add({ type: 'html', value: token.content.replace(/\n$/, ''), line });
      break;
    default: {
      const read = context.readers[token.type];
      if (read) {
        for (const node of read(token, { findings: context.findings, line })) builder.add(node);
        break;
      }
      throw new Error(`markdown-it made a block token that the manuscript room does not know: ${token.type}`);
    }
  }
}

function blockElement(token: Token, line: number): Element {
  const position = positionOf(line, token.map ? token.map[1] : line);
  return { type: 'element', tagName: token.tag, ...saidOf(token), children: [], position };
}
