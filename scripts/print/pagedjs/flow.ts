import type { PageScope } from './page-scope.js';

/** What goes into one layout: the part's markup and the whole print style sheet. */
export interface FlowRequest {
  readonly html: string;
  readonly css: string;
  /** An address for the style sheet, against which its `url()`s count. */
  readonly cssUrl: string;
  /** Numbers of blocks that must stand on one page. */
  readonly whole: readonly string[];
  /** Longest note that is set at the foot of its page, in characters. */
  readonly longestNote: number;
}

/**
 * Runs in the browser: clears an earlier layout and flows the markup into pages. Blocks of text are numbered
 * by `data-block`, so that a later layout of the same markup can name them. Notes go behind their calls, from
 * where Paged.js takes them to the foot of the page; gives the ids of those that stay behind the chapter.
 */
export async function flow({ html, css, cssUrl, whole, longestNote }: FlowRequest): Promise<string[]> {
  const scope = window as PageScope;
  if (!scope.Paged) throw new Error('Paged.js is not loaded');
  scope.banxinPreviewer?.chunker.destroy();
  scope.banxinPreviewer?.polisher.destroy();
  const source = document.createElement('template');
  source.innerHTML = html;
  for (const [index, block] of source.content.querySelectorAll('p, li, dd, pre').entries()) {
    block.setAttribute('data-block', String(index));
    if (whole.includes(String(index))) block.setAttribute('data-whole', '');
  }
  const content = document.importNode(source.content, true);
  // Paged.js waits for a picture in mid-page, and what the browser does meanwhile differs from run to run: so all are there.
  const loaded = async (address: string): Promise<void> => {
    const picture = new Image();
    picture.src = address;
    await picture.decode().catch(() => undefined);
    pictures.push(picture);
  };
  const pictures: HTMLImageElement[] = [];
  const left: string[] = [];
  for (const note of content.querySelectorAll('[data-footnotes] > .footnote')) {
    const section = note.parentElement;
    const call = content.querySelector(`[role=doc-noteref][href="#${CSS.escape(note.id)}"]`);
    // A call in another note has no foot of its own; a note of half a page would push its text away.
    const isInNote = call?.closest('.footnote, .note') !== null;
    if (!call || isInNote || (note.textContent ?? '').length > longestNote) {
      note.classList.replace('footnote', 'note');
      left.push(note.id);
    } else (call.closest('.noteref') ?? call).after(note);
    if (section?.children.length === 0) section.remove();
  }
  await Promise.all([...content.querySelectorAll('img')].map((picture) => loaded(picture.src)));
  const target = document.createElement('div');
  document.body.replaceChildren(target);
  scope.pagedjsIds = 0;
  scope.banxinPreviewer = new scope.Paged.Previewer();
  await scope.banxinPreviewer.preview(content, [{ [cssUrl]: css }], target);
  pictures.length = 0;
  return left;
}
