import type { ChapterSource } from '../model/book.js';
import type { Place } from '../model/diagnostic.js';
import { displayPath } from './display-path.js';

/** Where a line of a chapter was written: in its own file, or in one that it includes. */
export function placeInSource({ file, stretches }: ChapterSource, line?: number): Place {
  if (line === undefined || line <= 0) return { file: displayPath(file) };
  const own = stretches?.findLast(({ from }) => from <= line);
  if (!own) return { file: displayPath(file), line };
  return { file: displayPath(own.file), line: own.line + line - own.from };
}
