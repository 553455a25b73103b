import type { StateInline } from 'markdown-it';
import type { Construct } from './construct.js';

/** `{{name}}`: a word that `book.yaml` says, under `variables` or as one of its own keys. */
export const variables: Construct = {
  name: 'variables',
  syntax: '{{title}}   {{press}}',
  about: {
    en: 'prints `title`, `subtitle`, `author`, `publisher`, `date`, `edition`, or a key of `variables` in book.yaml; code is left alone',
    'zh-CN':
      '印出 book.yaml 的 `title`、`subtitle`、`author`、`publisher`、`date`、`edition`，或 `variables` 下的值；代码中不替换',
  },
  markdown: (markdown) => {
    markdown.inline.ruler.before('link', 'variable', variable);
  },
};

/** What a book's text may name, handed to the parser with the text. */
export type Variables = Readonly<Record<string, string>>;

const written = /\{\{[ \t]*([\p{L}_][\p{L}\p{N}_-]*)[ \t]*\}\}/uy;

function variable(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('{{', state.pos)) return false;
  written.lastIndex = state.pos;
  const match = written.exec(state.src);
  const values = (state.env as { readonly variables?: Variables }).variables ?? {};
  const value = match?.[1] !== undefined && Object.hasOwn(values, match[1]) ? values[match[1]] : undefined;
  if (!match || value === undefined || written.lastIndex > state.posMax) return false;
  if (!silent) state.pending += value;
  state.pos = written.lastIndex;
  return true;
}
