import type { MarkdownIt, StateInline } from 'markdown-it';

const call = /\[\^([^\s[\]\\]+)\]/y;

/**
 * markdown-it plug-in: `[^label]` becomes a `note_call`, defined or not, so that a call without its note can be
 * reported. It stands in for the rules of markdown-it-footnote, which number notes before the text's order
 * is known, leave out an uncalled note's text without a word, and are slow on long runs of `[^`.
 */
export function noteCalls(markdown: MarkdownIt): void {
  markdown.inline.ruler.at('footnote_ref', noteCall);
  markdown.inline.ruler.disable('footnote_inline');
  markdown.core.ruler.disable('footnote_tail');
}

function noteCall(state: StateInline, silent: boolean): boolean {
  call.lastIndex = state.pos;
  const match = call.exec(state.src);
  const label = match?.[1];
  if (!match || label === undefined || call.lastIndex > state.posMax) return false;
  if (!silent) {
    const token = state.push('note_call', '', 0);
    token.content = match[0];
    token.meta = { label };
  }
  state.pos += match[0].length;
  return true;
}
