/** Runs in the browser after `flow`: a page's end that was tried and given up leaves the mark of a divided word, which goes. */
export function settleDividedWords(): void {
  for (const part of document.querySelectorAll('.pagedjs_hyphen'))
    part.classList.toggle('pagedjs_hyphen', /\u00ad$/.test(part.textContent ?? ''));
}
