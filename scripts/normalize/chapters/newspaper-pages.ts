import type { RawPart } from '../encoding/raw-text.js';
import { firstFrom } from '../text/edits.js';
import { type PageOf, pageName } from './stitch-articles.js';

/** A line that says which page it stands on: 2022年3月31日 星期四 第3版, A03 要闻. A jump line says it of another. */
const folio =
  /^(?!.*[上下紧緊][接转轉])(?=.{1,40}$).*?(第\s*[一二三四五六七八九十0-9０-９]{1,3}\s*版|[A-Z]?[0-9０-９]{1,2}\s*版|^[A-Z]\s?[0-9]{1,2}(?=\s))/gmu;

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
  return [...text.matchAll(folio)].map((match) => ({
    start: match.index,
    page: pageName(/版/u.test(match[1] ?? '') ? (match[1] ?? '') : `${match[1]}版`),
  }));
}
