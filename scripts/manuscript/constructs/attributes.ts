import type { StateCore, StateInline, Token } from 'markdown-it';
import { type Attributes, attributesAt } from '../markdown/attributes.js';
import type { Construct } from './construct.js';

/** `[words]{.class}`, and attributes behind links, pictures, code and headings. */
export const attributes: Construct = {
  name: 'attributes',
  syntax: '[words]{.class lang=la}   ## Heading {#name}   ![alt](a.png){width=60%}',
  about: {
    en: 'id, classes and values for the span, link, picture, code or heading before the braces',
    'zh-CN': '给花括号前的文字、链接、图片、代码或标题加上 id、类名和值',
  },
  markdown: (markdown) => {
    markdown.inline.ruler.after('image', 'bracketed_span', bracketedSpan);
    markdown.inline.ruler.push('attributes', behindInline);
    markdown.core.ruler.before('inline', 'heading_attributes', behindHeadings);
  },
};

/** Writes the author's attributes on a token: id and classes as its own, values for the construct that knows them. */
export function setAttributes(token: Token, { id, classes, values }: Attributes): void {
  if (id !== undefined) token.attrSet('id', id);
  for (const name of classes) token.attrJoin('class', name);
  if (Object.keys(values).length > 0) token.meta = { ...token.meta, values };
}

function bracketedSpan(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos);
  const found = end < 0 ? undefined : attributesAt(state.src, end + 1);
  if (!found) return false;
  if (!silent) {
    const { posMax } = state;
    state.pos += 1;
    state.posMax = end;
    setAttributes(state.push('span_open', 'span', 1), found.attributes);
    state.md.inline.tokenize(state);
    state.push('span_close', 'span', -1);
    state.posMax = posMax;
  }
  state.pos = found.end;
  return true;
}

const bearers: ReadonlySet<string> = new Set(['image', 'code_inline', 'link_close']);

function behindInline(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '{' || state.pending !== '') return false;
  const bearer = state.tokens.at(-1);
  if (!bearer || !bearers.has(bearer.type)) return false;
  const found = attributesAt(state.src, state.pos);
  if (!found) return false;
  if (!silent) {
    const isLink = bearer.type === 'link_close';
    const opening = state.tokens.findLast(
      ({ type, level }) => type === 'link_open' && level === bearer.level,
    );
    setAttributes(isLink ? (opening ?? bearer) : bearer, found.attributes);
  }
  state.pos = found.end;
  return true;
}

function behindHeadings(state: StateCore): void {
  for (const [index, token] of state.tokens.entries()) {
    const content = state.tokens[index + 1];
    if (token.type !== 'heading_open' || !content) continue;
    const start = content.content.lastIndexOf('{');
    const found = start < 0 ? undefined : attributesAt(content.content, start);
    if (found?.end !== content.content.trimEnd().length || content.content[start - 1] === '\\') continue;
    setAttributes(token, found.attributes);
    content.content = content.content.slice(0, start).trimEnd();
  }
}
