/**
 * Runs in the browser after `flow`. Where a paragraph or a listing of three lines meets the page's end, Chromium can keep
 * neither two lines before the break nor two after it, and leaves one alone. If that happened, gives the
 * numbers of all blocks of up to three lines: kept whole, none of them can strand a line. Else none. Looks at the
 * blocks in `area` (a selector).
 */
export function strandedShortBlocks(area = '.pagedjs_page_content'): string[] {
  const most = 3;
  const lines = new Map<string, number>();
  const stranded: string[] = [];
  for (const block of document.querySelectorAll(`${area} [data-block]`)) {
    const number = block.getAttribute('data-block') ?? '';
    const height = Number.parseFloat(getComputedStyle(block).lineHeight);
    const own = Math.round(block.getBoundingClientRect().height / height);
    lines.set(number, (lines.get(number) ?? 0) + own);
    const isPart = block.hasAttribute('data-split-to') || block.hasAttribute('data-split-from');
    if (isPart && own === 1) stranded.push(number);
  }
  if (!stranded.some((number) => (lines.get(number) ?? 0) <= most)) return [];
  return [...lines].filter(([, count]) => count <= most).map(([number]) => number);
}
