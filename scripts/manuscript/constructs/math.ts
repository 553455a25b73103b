import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { StateBlock, StateInline, Token } from 'markdown-it';
import { type Attributes, attributesAt } from '../markdown/attributes.js';
import { positionOf } from '../position.js';
import type { Construct, TokenContext } from './construct.js';

/** `$…$` and `$$…$$`: LaTeX, made MathML by Temml. */
export const math: Construct = {
  name: 'math',
  syntax: '质能关系 $E = mc^2$\n\n$$\n\\int_0^1 x\\,dx = \\frac12\n$$ {#eq:half}',
  about: {
    en: 'LaTeX in a line or by itself; `#eq:…` numbers an equation; `\\$` is a dollar sign',
    'zh-CN': '行内或独立的 LaTeX 公式；`#eq:…` 则编号；`\\$` 为美元符号',
  },
  markdown: (markdown) => {
    markdown.inline.ruler.before('escape', 'math_inline', inlineMath);
    markdown.block.ruler.before('fence', 'math_block', mathBlock, {
      alt: ['paragraph', 'reference', 'blockquote', 'list'],
    });
  },
  tokens: { math_inline: readInline, math_block: readBlock },
  prepare: async (texts) => {
    if (texts.some((text) => text.includes('$'))) temml ??= renderer(await import('temml'));
  },
};

/** Loaded for the first book that has a dollar sign. */
let temml: Renderer | undefined;

interface Renderer {
  readonly renderToString: (latex: string, options: Readonly<Record<string, boolean | number>>) => string;
}

/** Temml's types say that its functions are exported one by one; its code exports one object. */
function renderer(module: { readonly default: object }): Renderer | undefined {
  const { default: found } = module;
  return 'renderToString' in found
    ? { renderToString: found.renderToString as Renderer['renderToString'] }
    : undefined;
}
/**
 * Pandoc's rule: no space behind the first dollar sign and none before the second, and no figure behind that: `$5 and
 * $10` are prices.
 */
const written =
  /\$\$(?=\S)((?:[^$\\]|\\[\s\S])+?)\$\$|\$(?![\s$])((?:[^$\\]|\\[\s\S])*?(?:[^$\\\s]|\\\S))\$(?!\d)/y;

function inlineMath(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '$') return false;
  written.lastIndex = state.pos;
  const match = written.exec(state.src);
  const content = match?.[1] ?? match?.[2];
  if (!match || content === undefined || written.lastIndex > state.posMax || isProse(content)) return false;
  if (!silent) {
    const token = state.push('math_inline', 'math', 0);
    token.content = content.trim();
    token.meta = { isDisplay: match[1] !== undefined };
  }
  state.pos += match[0].length;
  return true;
}

/** Chinese words outside `\text{…}` stand between two prices, not in a formula. */
function isProse(content: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。；：、]/u.test(
    content.replace(/\\(?:text|mbox|mathrm)\s*\{[^{}]*\}/g, ''),
  );
}

/** From a line that begins with `$$` to one that ends with it, attributes behind it allowed. */
function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const found = readFormula(state, startLine, endLine);
  if (!found) return false;
  if (!silent) pushBlock(state, found.content, [startLine, found.end], found.attributes);
  return true;
}

interface Formula {
  readonly content: string;
  readonly end: number;
  readonly attributes?: Attributes;
}

const lastLine = /^(?<last>.*?)\$\$[ \t]*(?<rest>\{.*\})?[ \t]*$/;

function readFormula(state: StateBlock, startLine: number, endLine: number): Formula | undefined {
  const first = lineAt(state, startLine);
  if (!first.startsWith('$$')) return undefined;
  const lines: string[] = [];
  for (let line = startLine; line < endLine && !(line > startLine && state.isEmpty(line)); line++) {
    const text = line === startLine ? first.slice(2) : lineAt(state, line);
    const { last, rest } = lastLine.exec(text)?.groups ?? {};
    lines.push(last ?? text);
    if (last !== undefined) return formulaOf(lines.join('\n').trim(), line + 1, rest);
  }
  return undefined;
}

function formulaOf(content: string, end: number, rest: string | undefined): Formula | undefined {
  const attributes = rest === undefined ? undefined : attributesAt(rest, 0)?.attributes;
  if (content === '' || (rest !== undefined && !attributes)) return undefined;
  return { content, end, ...(attributes && { attributes }) };
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

function pushBlock(state: StateBlock, content: string, map: [number, number], attributes?: Attributes): void {
  const token = state.push('math_block', 'math', 0);
  token.block = true;
  token.content = content;
  token.map = map;
  token.meta = { id: attributes?.id, classes: attributes?.classes ?? [] };
  state.line = map[1];
}

function readInline(token: Token, context: TokenContext): readonly ElementContent[] {
  return [mathOf(token.content, (token.meta as { isDisplay: boolean }).isDisplay, context)];
}

function readBlock(token: Token, context: TokenContext): readonly ElementContent[] {
  const { id, classes } = token.meta as { readonly id?: string; readonly classes: readonly string[] };
  const equation: Element = {
    type: 'element',
    tagName: 'div',
    properties: { className: ['equation', ...classes], ...(id !== undefined && { id }) },
    children: [mathOf(token.content, true, context)],
    position: positionOf(context.line),
  };
  return [equation];
}

/** The formula as MathML; one that LaTeX does not know is reported, and printed as it was written. */
function mathOf(latex: string, displayMode: boolean, { findings, line }: TokenContext): ElementContent {
  try {
    const markup =
      temml?.renderToString(latex, { displayMode, throwOnError: true, trust: false, maxExpand: 1000 }) ?? '';
    const [element] = fromHtml(markup, { fragment: true }).children;
    if (element?.type === 'element' && element.tagName === 'math')
      return withPlace(cleaned(element), latex, line);
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(/[\u0300-\u036f]/g, '');
    findings.report(
      'math-unreadable',
      {
        formula: latex.slice(0, 60),
        reason: (reason.split('\n')[0] ?? '').replace(/ at position \d+:?\s*$/, '').trim(),
      },
      line,
    );
  }
  return { type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: latex }] };
}

function withPlace(element: Element, latex: string, line: number): Element {
  const properties = { ...element.properties, alttext: latex.replace(/\s+/g, ' ') };
  return { ...element, properties, position: positionOf(line) };
}

/** Styles and classes are for Temml's own style sheet; what MathML Core can say is in other attributes. */
function cleaned(element: Element): Element {
  const { style: _style, className: _className, xmlns: _namespace, ...properties } = element.properties;
  const children = element.children.flatMap((child): ElementContent[] => {
    if (child.type === 'element') return [cleaned(child)];
    return child.type === 'text' ? [{ type: 'text', value: child.value }] : [];
  });
  return { type: 'element', tagName: element.tagName, properties, children };
}
