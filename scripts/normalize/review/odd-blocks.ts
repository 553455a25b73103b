import { endsSentence } from '../text/characters.js';
import type { ReviewBlock } from './review.js';

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '（': '）',
  '(': ')',
  '《': '》',
  '【': '】',
  '〔': '〕',
  '［': '］',
  '[': ']',
};
const closers: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(pairs).map(([open, close]) => [close, open]),
);

const paired = /[“”「」『』（）()《》【】〔〕［］[\]]/g;

/** Marks that a paragraph may end with although its sentence goes on: what follows is announced or broken off. */
const announces = /[：:—―;；]$/u;

/** Blocks with what is odd in them: quotes or brackets that do not pair, a paragraph without a mark at its end. */
export function withOdd(blocks: readonly ReviewBlock[]): readonly ReviewBlock[] {
  return blocks.map((block, i) => {
    const text = textOf(block);
    const odd: ('unpaired' | 'open-end')[] = [];
    if (isUnpaired(text, textOf(blocks[i + 1]))) odd.push('unpaired');
    if (block.role === 'body' && !endsSentence(text) && !announces.test(text)) odd.push('open-end');
    return odd.length > 0 ? { ...block, odd } : block;
  });
}

/** The text of a block as printed. */
export function textOf(block: ReviewBlock | undefined): string {
  return block?.pieces.map(({ text }) => text).join('') ?? '';
}

/** Whether marks of a block lack their partner. A speech of several paragraphs opens anew with each and closes once. */
function isUnpaired(text: string, next: string): boolean {
  const { open, closed } = unpaired(text);
  const goesOn = open.length === 1 && closed === 0 && next.startsWith(open[0] ?? '');
  if (open.length + closed > 0 && !goesOn) return true;
  return (text.split('"').length - 1) % 2 === 1 && !next.startsWith('"');
}

/** The marks of a text that were not closed, and how many were not opened. */
function unpaired(text: string): { readonly open: readonly string[]; readonly closed: number } {
  const open: string[] = [];
  let closed = 0;
  for (const [char] of text.matchAll(paired)) {
    if (pairs[char] !== undefined) open.push(char);
    else if (open.at(-1) === closers[char]) open.pop();
    else closed++;
  }
  return { open, closed };
}
