import { diagnose } from '../diagnostics/catalogue.js';
import { placeInSource } from '../files/source-place.js';
import { type Book, type Chapter, isListed } from '../model/book.js';
import type { CheckResult } from '../model/proof.js';
import { mergeTwins } from './glyph-twins.js';
import { readPdfContent } from './pdf-content.js';
import type { PrintedBook } from './pdf-text.js';

/**
 * Reads the contents page back: every chapter but those that no contents lists must stand on it, in order, with the
 * label of the page on which it really begins; a book that asks for no contents has nothing to list. The expected label comes from the pages as they were joined, not from what was printed.
 */
export async function checkPdfContents(
  { pdf, pages, trim, body, twins }: PrintedBook,
  book: Book,
): Promise<CheckResult> {
  const content = await readPdfContent(pdf, pages, new Set(['contents']), trim, body);
  const units = mergeTwins(content.units, twins);
  const compact = (text: string): string => mergeTwins(withoutSpaces(text), twins);
  const opens = (chapter: Chapter): string =>
    pages.find((page) => page.part === chapter.id && page.content)?.label ?? '';
  const titles = book.chapters
    .flatMap(({ title, headings }) => [title, ...headings.map(({ text }) => text)])
    .map(compact);
  const listable = book.contents === 'none' ? [] : book.chapters.filter(({ kind }) => isListed(kind));
  const diagnostics = [];
  let from = 0;
  for (const chapter of listable) {
    const page = opens(chapter);
    const end = entryEnd(units, from, compact(chapter.title), page, titles);
    if (end === undefined) {
      const place = placeInSource(chapter.source, chapter.headings[0]?.line ?? 1);
      diagnostics.push(diagnose('pdf-contents-entry', { title: chapter.title, page }, place));
    }
    from = end ?? from;
  }
  const [chapters, listed] = [listable.length, listable.length - diagnostics.length];
  return {
    check: 'pdf-contents',
    title: diagnose('check-pdf-contents', {}),
    status: diagnostics.length > 0 ? 'failed' : 'passed',
    note: diagnose('figures-of-contents', { chapters, listed }),
    figures: { chapters, listed },
    diagnostics,
  };
}

/** Where the entry ends that gives a title, a leader, and a page label; undefined if there is none. */
function entryEnd(
  units: string,
  from: number,
  title: string,
  page: string,
  titles: readonly string[],
): number | undefined {
  for (let at = units.indexOf(title, from); at >= 0; at = units.indexOf(title, at + 1)) {
    const leader = /^[·.…]*/u.exec(units.slice(at + title.length))?.[0].length ?? 0;
    const label = at + title.length + leader;
    if (!units.startsWith(page, label)) continue;
    // Page 1 must not be read from a printed 12: after the label comes another title, or nothing. Leaders are
    // drawn last on a page, so those of a whole page may stand between.
    const end = label + page.length;
    const rest = units.slice(end).replace(/^[·.…]+/u, '');
    if (rest === '' || titles.some((next) => rest.startsWith(next))) return end;
  }
  return undefined;
}

function withoutSpaces(text: string): string {
  return text.replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '');
}
