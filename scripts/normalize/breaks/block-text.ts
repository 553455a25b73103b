import type { Block } from './blocks.js';

/** A block's text with its line ends rejoined, and where each of its code units stands in the source. */
export interface BlockText {
  readonly text: string;
  /** Source offset of each code unit; -1 where a join put a space. */
  readonly offsets: readonly number[];
}

/** Lays the segments of a block end to end; `glue` says what stands between two of them. */
export function blockText(block: Block, glue: (offset: number) => string): BlockText {
  const offsets: number[] = [];
  let text = '';
  for (const [i, segment] of block.segments.entries()) {
    const before = block.segments[i - 1];
    const between = before ? glue(before.end) : '';
    text += between + segment.text;
    if (between) offsets.push(-1);
    for (let k = 0; k < segment.text.length; k++) offsets.push(segment.start + k);
  }
  return { text, offsets };
}
