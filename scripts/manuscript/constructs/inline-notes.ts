import type { StateInline } from 'markdown-it';
import type { Construct } from './construct.js';

/** `^[the note itself]`: a note that is written where it is called (pandoc, VFM). */
export const inlineNotes: Construct = {
  name: 'inline-notes',
  syntax: '正文^[注文写在这里。]',
  about: {
    en: 'a note written where it is called; numbered with the others',
    'zh-CN': '注文直接写在引用处，与其他注释一起编号',
  },
  markdown: (markdown) => {
    markdown.inline.ruler.before('link', 'inline_note', inlineNote);
  },
};

function inlineNote(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('^[', state.pos)) return false;
  const end = state.md.helpers.parseLinkLabel(state, state.pos + 1);
  if (end < 0 || end === state.pos + 2) return false;
  if (!silent) {
    const token = state.push('inline_note', '', 0);
    const text = new state.Token('inline', '', 0);
    text.content = state.src.slice(state.pos + 2, end);
    text.children = [];
    state.md.inline.parse(text.content, state.md, state.env, text.children);
    // The note is a paragraph, as those are that stand elsewhere.
    const opening = new state.Token('paragraph_open', 'p', 1);
    token.meta = { tokens: [opening, text, new state.Token('paragraph_close', 'p', -1)] };
  }
  state.pos = end + 1;
  return true;
}
