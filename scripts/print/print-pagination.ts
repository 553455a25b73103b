import type { PrintPagination } from '../model/page-start.js';
import type { PaginatedBook } from '../model/pages.js';

/** How the finished pages divide the book's text; blanks and empty backs of leaves are left out, for nothing begins on them. */
export function printPagination({ pages, noteMarks }: PaginatedBook): PrintPagination {
  return {
    noteMarks,
    pages: pages.flatMap(({ content, label, part }) => {
      if (!content || content.start.text === '') return [];
      const firstTarget = /\shref="#([^"]+)"/.exec(content.html)?.[1];
      return [{ label, part, start: content.start, ...(firstTarget !== undefined && { firstTarget }) }];
    }),
  };
}
