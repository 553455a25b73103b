import type { Element, ElementContent } from 'hast';
import type { Token } from 'markdown-it';
import type { TokenReaders } from '../constructs/construct.js';
import type { Findings } from '../findings.js';
import { plainText } from '../markdown/parse-markdown.js';
import { positionOf } from '../position.js';
import { saidOf } from './said-of.js';
import { TreeBuilder } from './tree-builder.js';

/** What the text of a block may lead to, besides nodes. */
export interface InlineContext {
  readonly findings: Findings;
  /** Gives the nodes for a call, or `undefined` if no note has this label. */
  readonly callNote: (label: string, line: number) => Element | undefined;
  /** Gives the call of a note that is written in its place. */
  readonly writeNote: (note: Token, line: number) => Element;
  /** What constructs make of their own tokens. */
  readonly readers: TokenReaders;
  /** Told of every target of a link or image. */
  readonly useTarget: (href: string) => void;
}

/** The nodes of an `inline` token whose first line is `firstLine` (from 1) and which will lie `depth` levels deep. */
export function inlineContent(
  token: Token,
  firstLine: number,
  depth: number,
  context: InlineContext,
): ElementContent[] {
  const builder = new TreeBuilder(context.findings, depth);
  let line = firstLine;
  for (const child of token.children ?? []) {
    addToken(builder, child, line, context);
    if (child.type === 'softbreak' || child.type === 'hardbreak') line += 1;
    else if (child.type === 'html_inline') line += child.content.split('\n').length - 1;
  }
  return builder.finish();
}

function addToken(builder: TreeBuilder, token: Token, line: number, context: InlineContext): void {
  if (token.nesting === 1) {
    const said = token.type === 'link_open' ? linkSaid(token, context) : saidOf(token);
    builder.open(
      { type: 'element', tagName: token.tag, ...said, children: [], position: positionOf(line) },
      line,
    );
  } else if (token.nesting === -1) {
    builder.close();
  } else {
    addLeaf(builder, token, line, context);
  }
}

function addLeaf(builder: TreeBuilder, token: Token, line: number, context: InlineContext): void {
  switch (token.type) {
    case 'text':
    case 'text_special':
      if (token.content !== '') builder.add({ type: 'text', value: token.content });
      break;
    // Whether a line break is a space depends on what stands around it; see join-lines.ts.
    case 'softbreak':
      builder.add({ type: 'text', value: '\n' });
      break;
    case 'hardbreak':
      builder.add({ type: 'element', tagName: 'br', properties: {}, children: [] });
      break;
    case 'code_inline':
      builder.add({
        type: 'element',
        tagName: 'code',
        ...saidOf(token),
        children: [{ type: 'text', value: token.content }],
      });
      break;
    case 'html_inline':
      builder.add({ type: 'html', value: token.content, line });
      break;
    case 'image':
      builder.add(image(token, line, context));
      break;
    case 'note_call':
      addNoteCall(builder, token, line, context);
      break;
    case 'inline_note':
      builder.add(context.writeNote(token, line));
      break;
    default:
      addOwnToken(builder, token, line, context);
  }
}

function addNoteCall(builder: TreeBuilder, token: Token, line: number, context: InlineContext): void {
  const label = String(token.meta?.label);
  const call = context.callNote(label, line);
  if (!call) context.findings.report('note-undefined', { label }, line);
  builder.add(call ?? { type: 'text', value: token.content });
}

function addOwnToken(builder: TreeBuilder, token: Token, line: number, context: InlineContext): void {
  const read = context.readers[token.type];
  if (!read)
    throw new Error(`markdown-it made an inline token that the manuscript room does not know: ${token.type}`);
  for (const node of read(token, { findings: context.findings, line })) builder.add(node);
}

function linkSaid(token: Token, context: InlineContext): Pick<Element, 'properties' | 'data'> {
  context.useTarget(String(token.attrGet('href') ?? ''));
  return saidOf(token);
}

function image(token: Token, line: number, context: InlineContext): Element {
  const src = String(token.attrGet('src') ?? '');
  context.useTarget(src);
  const { properties, ...data } = saidOf(token);
  const { alt: _alt, className, ...said } = properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const kept = classes.filter((name) => name !== decorative);
  const alt = altOf(token, { said: data.data?.values?.alt, decorative: classes.includes(decorative) });
  return {
    type: 'element',
    tagName: 'img',
    properties: {
      ...said,
      src,
      ...(kept.length > 0 && { className: kept }),
      ...(alt !== undefined && { alt }),
    },
    ...data,
    children: [],
    position: positionOf(line),
  };
}

/** The class of a picture that says nothing to those who do not see it. */
const decorative = 'decorative';

/**
 * `![](…)` may mean that a picture says nothing, or that its words were forgotten: without words its alt is missing.
 * Empty on purpose is `![](…){.decorative}`, or `{alt=""}`; `{alt="words"}` wins over the words in brackets.
 */
function altOf(
  token: Token,
  given: { readonly said: string | undefined; readonly decorative: boolean },
): string | undefined {
  if (given.said !== undefined) return given.said.trim();
  const words = plainText(token.children ?? []);
  if (words.trim() !== '') return words;
  return given.decorative ? '' : undefined;
}
