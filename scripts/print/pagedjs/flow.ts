import type { PageScope } from './page-scope.js';

/** What goes into one layout: the part's markup and the whole print style sheet. */
export interface FlowRequest {
  readonly html: string;
  readonly css: string;
  /** An address for the style sheet, against which its `url()`s count. */
  readonly cssUrl: string;
  /** Numbers of blocks that must stand on one page. */
  readonly whole: readonly string[];
}

/**
 * Runs in the browser: clears an earlier layout and flows the markup into pages. Blocks of text are numbered
 * by `data-block`, so that a later layout of the same markup can name them.
 */
export async function flow({ html, css, cssUrl, whole }: FlowRequest): Promise<void> {
  const scope = window as PageScope;
  if (!scope.Paged) throw new Error('Paged.js is not loaded');
  scope.banxinPreviewer?.chunker.destroy();
  scope.banxinPreviewer?.polisher.destroy();
  const source = document.createElement('template');
  source.innerHTML = html;
  for (const [index, block] of source.content.querySelectorAll('p, li, dd').entries()) {
    block.setAttribute('data-block', String(index));
    if (whole.includes(String(index))) block.setAttribute('data-whole', '');
  }
  const target = document.createElement('div');
  document.body.replaceChildren(target);
  scope.pagedjsIds = 0;
  scope.banxinPreviewer = new scope.Paged.Previewer();
  await scope.banxinPreviewer.preview(source.innerHTML, [{ [cssUrl]: css }], target);
}
