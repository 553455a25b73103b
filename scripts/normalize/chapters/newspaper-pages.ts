import { readPageHead } from '../breaks/newspaper-furniture.js';
import type { RawPart } from '../encoding/raw-text.js';
import { firstFrom } from '../text/edits.js';
import { type PageOf, pageName } from './stitch-articles.js';

/**
 * Tells on which page of a newspaper an offset stands: by the last line that names a page before it (or,
 * in a file of its own, anywhere in that file), else by the number in the file's name.
 */
export function makePageOf(text: string, parts: readonly RawPart[]): PageOf {
  let found: readonly PageMark[] | undefined;
  return (offset) => {
    found ??= pageMarks(text);
    const marks = found;
    const part = parts.findLast(({ start }) => start <= offset);
    const inPart = marks.filter(({ start }) => part && part.start <= start && start < part.end);
    if (parts.length > 1) {
      const named = /([A-Z]?\d{1,3})\D*$/u.exec(part?.name.replace(/\.[^.]*$/, '') ?? '')?.[1];
      return inPart[0]?.page ?? (named && pageName(`${named}版`));
    }
    return marks[firstFrom(marks, offset + 1) - 1]?.page;
  };
}

interface PageMark {
  readonly start: number;
  readonly page: string;
}

function pageMarks(text: string): readonly PageMark[] {
  return [...text.matchAll(/.+/gu)].flatMap((match) => {
    const page = readPageHead(match[0].trim())?.page;
    return page === undefined
      ? []
      : [{ start: match.index, page: pageName(/版/u.test(page) ? page : `${page}版`) }];
  });
}
