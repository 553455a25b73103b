import type { PageScope, TextRun, TextStreams } from './page-scope.js';

/**
 * Runs in the browser once, when Paged.js is loaded: from now on the text of each part is read as soon as it is
 * parsed, before anything has been done to it, and kept on the window as `banxinSource`.
 */
export function installTextReader(): void {
  const scope = window as PageScope;
  if (!scope.Paged) throw new Error('Paged.js is not loaded');
  const readRuns = (root: Node, page: number, except: string): TextRun[] => {
    const runs: { text: string; line: number; page: number }[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches(except) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '').replace(/\s+/g, '') : '';
      if (text === '') continue;
      const line = Number(node.parentElement?.closest('[data-line]')?.getAttribute('data-line') ?? 0);
      const last = runs.at(-1);
      if (last?.line === line) last.text += text;
      else runs.push({ text, line, page });
    }
    return runs;
  };
  scope.banxinReadRuns = readRuns;
  scope.Paged.registerHandlers(
    class extends scope.Paged.Handler {
      afterParsed(parsed: DocumentFragment): void {
        const notes = [...parsed.querySelectorAll('[data-note]')].flatMap((note) =>
          readRuns(note, 0, ':not(*)'),
        );
        scope.banxinSource = { main: readRuns(parsed, 0, '[data-note]'), notes };
      }
    },
  );
}

/** Runs in the browser after `flow`: the text as it was given, and as it stands on the pages. */
export function readTexts(): { readonly source: TextStreams; readonly pages: TextStreams } {
  const { banxinReadRuns: readRuns, banxinSource: source } = window as PageScope;
  if (!readRuns || !source) throw new Error('nothing was laid out');
  const read = (selector: string): TextRun[] =>
    [...document.querySelectorAll('.pagedjs_page')].flatMap((page, index) => {
      const box = page.querySelector(selector);
      return box ? readRuns(box, index + 1, '[data-repeated]') : [];
    });
  return {
    source,
    pages: { main: read('.pagedjs_page_content'), notes: read('.pagedjs_footnote_inner_content') },
  };
}
