import type { Block } from './blocks.js';

/** A block's text with its line ends rejoined, and where it stands in the source. */
export interface BlockText {
  readonly text: string;
  /** Source offset of a code unit of the text; -1 where a join put a space. */
  readonly offsetAt: (index: number) => number;
}

/** Lays the segments of a block end to end; `glue` says what stands between two of them. */
export function blockText(block: Block, glue: (offset: number) => string): BlockText {
  /** Where each segment begins in the text, and in the source. */
  const begins: { readonly index: number; readonly start: number; readonly length: number }[] = [];
  let text = '';
  for (const [i, segment] of block.segments.entries()) {
    const before = block.segments[i - 1];
    if (before) text += glue(before.end);
    begins.push({ index: text.length, start: segment.start, length: segment.text.length });
    text += segment.text;
  }
  return {
    text,
    offsetAt: (index) => {
      const begin = begins.findLast((one) => one.index <= index);
      return begin && index < begin.index + begin.length ? begin.start + index - begin.index : -1;
    },
  };
}
