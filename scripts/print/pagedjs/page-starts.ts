import type { PageStart } from '../../model/page-start.js';

/**
 * Runs in the browser after `flow`: where in the part's running text each page begins, and the marks that the notes at the
 * foot have in the end. Left out is what is not running text in every edition: calls of notes, readings, numbers of pages,
 * what is repeated. Pictures, drawings and formulas count as one character (see model/page-start.ts).
 */
export function readPageStarts(): { readonly starts: PageStart[]; readonly noteMarks: [string, string][] } {
  const excerpt = 16;
  const left = '[role=doc-noteref], [role=doc-backlink], .note-mark, .page-number, rt, rp, [data-repeated]';
  const textOf = (page: Element): string => {
    const parts: string[] = [];
    const add = (node: Node): void => {
      if (node.nodeType === Node.TEXT_NODE) {
        parts.push((node.nodeValue ?? '').replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, ''));
      } else if (node instanceof Element) {
        if (/^(?:img|svg|math)$/i.test(node.tagName)) parts.push('\ufffc');
        else if (!node.matches(left)) node.childNodes.forEach(add);
      }
    };
    const content = page.querySelector('.pagedjs_page_content');
    if (content) add(content);
    return parts.join('');
  };
  let at = 0;
  const starts = [...document.querySelectorAll('.pagedjs_page')].map((page) => {
    const text = textOf(page);
    const start = { at, text: text.slice(0, excerpt) };
    at += text.length;
    return start;
  });
  const calls = document.querySelectorAll('.pagedjs_page_content [role=doc-noteref]');
  const noteMarks = [...calls].map((call): [string, string] => [
    (call.getAttribute('href') ?? '').slice(1),
    call.textContent?.trim() ?? '',
  ]);
  return { starts, noteMarks };
}
