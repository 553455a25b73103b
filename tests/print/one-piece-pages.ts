/** A page as it stands in the one document. */
export interface OnePage {
  /** The part it belongs to; a blank belongs to the part before it. */
  readonly part: string;
  readonly side: 'recto' | 'verso';
  readonly isBlank: boolean;
  /** Its number, counted from the first page on. */
  readonly label: string;
  /** Ids that begin on it. */
  readonly anchors: readonly string[];
}

/** What the pages of a part are dressed with. */
export interface Dress {
  readonly id: string;
  readonly numbering: 'roman' | 'arabic';
  readonly restarts: boolean;
  readonly heads: { readonly verso: string; readonly recto: string };
  /** Whether its notes are numbered anew on every page. */
  readonly renumbers: boolean;
}

/** Runs in the browser after a layout: writes on each page, as `data-of`, to which part it belongs. */
export function nameParts(): void {
  let current = '';
  for (const page of document.querySelectorAll<HTMLElement>('.pagedjs_page')) {
    current = page.querySelector<HTMLElement>('[data-part]')?.dataset.part ?? current;
    page.dataset.of = current;
  }
}

/**
 * Runs in the browser after `nameParts`: gives each page its running head and its folio (an opening, a blank and a leaf
 * show none), and the notes of a page their marks. Pages are counted here, from 1 where a part says so.
 */
export function dressPages(parts: readonly Dress[]): OnePage[] {
  const roman = (number: number): string => {
    const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'];
    return 'x'.repeat(Math.floor(number / 10)) + (units[number % 10] ?? '');
  };
  const renumber = (page: Element): void => {
    for (const [index, call] of page.querySelectorAll('.pagedjs_page_content [role=doc-noteref]').entries()) {
      const isFigure = /^\d+$/.test(call.textContent ?? '');
      const mark = isFigure ? String(index + 1) : ('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'[index] ?? String(index + 1));
      call.textContent = mark;
      const id = (call.getAttribute('href') ?? '').slice(1);
      const labels = document.querySelectorAll(
        `.pagedjs_footnote_area [data-id="${CSS.escape(id)}"] .note-mark`,
      );
      for (const label of labels) label.textContent = mark;
    }
  };
  // Paged.js gives the notes that it moves ids of its own.
  const restoreNoteIds = (page: Element): void => {
    for (const note of page.querySelectorAll('.footnote[data-id]:not([data-split-from])'))
      note.id = note.getAttribute('data-id') ?? '';
  };
  const seen = new Set<string>();
  let current: Dress | undefined;
  let number = 0;
  return [...document.querySelectorAll<HTMLElement>('.pagedjs_page')].map((page) => {
    const next = parts.find(({ id }) => id === page.dataset.of);
    if (!next) throw new Error(`no part ${page.dataset.of}`);
    number = next !== current && next.restarts ? 1 : number + 1;
    if (next !== current) page.classList.add('pagedjs_first_page');
    current = next;
    const side = page.classList.contains('pagedjs_right_page') ? 'recto' : 'verso';
    const label = next.numbering === 'roman' ? roman(number) : String(number);
    page.style.setProperty('--folio', `"${label}"`);
    page.style.setProperty('--head', `"${next.heads[side]}"`);
    for (const [place, of] of [
      ['afterbegin', 'running-head'],
      ['beforeend', 'folio'],
    ] as const) {
      page.insertAdjacentHTML(place, `<div class="${of}"></div>`);
    }
    // Paged.js leaves an empty link where a note stood. Banxin takes it out, and so it goes here: with it, Chromium ends
    // lines otherwise.
    for (const place of page.querySelectorAll('[data-footnote-call]')) place.remove();
    restoreNoteIds(page);
    if (next.renumbers) renumber(page);
    const anchors = [...page.querySelectorAll('[id]')].map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of anchors) seen.add(id);
    return {
      part: next.id,
      side,
      isBlank: page.classList.contains('pagedjs_blank_page'),
      label,
      anchors,
    };
  });
}
