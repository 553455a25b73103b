/**
 * Runs in the browser after `flow`: numbers the notes at the foot anew on every page, by the order of their
 * calls. Where a note is called twice the numbers run on through the chapter, as one note cannot have two.
 */
export function renumberNotes(): void {
  const calls = [...document.querySelectorAll<HTMLAnchorElement>('.pagedjs_page_content [role=doc-noteref]')];
  const hrefs = calls.map((call) => call.getAttribute('href') ?? '');
  if (new Set(hrefs).size < hrefs.length) return;
  const markOf = (old: string, number: number): string =>
    /^\d+$/.test(old) || number > 20 ? String(number) : String.fromCodePoint(0x2460 + number - 1);
  const marks = new Map<string, string>();
  for (const page of document.querySelectorAll('.pagedjs_page')) {
    let number = 0;
    for (const call of page.querySelectorAll('.pagedjs_page_content [role=doc-noteref]')) {
      number += 1;
      const mark = markOf(call.textContent ?? '', number);
      call.textContent = mark;
      marks.set(call.getAttribute('href') ?? '', mark);
    }
  }
  for (const note of document.querySelectorAll('.pagedjs_footnote_inner_content .footnote')) {
    const mark = marks.get(`#${note.getAttribute('data-id') ?? ''}`);
    const label = note.querySelector('.note-mark');
    if (mark && label) label.textContent = mark;
  }
}
