import type { Block } from '../breaks/blocks.js';
import { isSalutation } from './newspaper/line-forms.js';

/** Most paragraphs of a letter. */
const longest = 60;

/** Marks letters: from a salutation on a line of its own to the sign-off, where both are there. */
export function markLetters(blocks: readonly Block[]): void {
  for (const [i, block] of blocks.entries()) {
    const [line] = block.segments;
    if (line?.role !== 'body' || block.segments.length > 1 || !isSalutation(line.text)) continue;
    const end = blocks.findIndex(({ segments: [first] }, k) => k > i && first?.role !== 'body');
    if (end < 0 || end - i > longest || blocks[end]?.segments[0]?.role !== 'signoff') continue;
    for (const { segments } of blocks.slice(i, end))
      Object.assign(segments[0] ?? {}, { role: 'letter', rule: 'letter', confidence: 0.8 });
  }
}
