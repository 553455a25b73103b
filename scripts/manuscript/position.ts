import type { ElementContent } from 'hast';

type Position = NonNullable<ElementContent['position']>;

/** A block's place in its file, by lines from 1; Markdown's parser knows no columns. */
export function positionOf(line: number, lastLine = line): Position {
  return { start: { line, column: 1 }, end: { line: lastLine, column: 1 } };
}
