/** The review of the raw text lies beside the pages; it opens at the chapter that is looked at. */
function openReview() {
  if (!shown.state.hasReview) return;
  const { index } = placeNow();
  const chapter = shown.state.headings.findLast(({ depth, page }) => depth === 1 && page <= index);
  location.href = chapter ? `review/#read=${encodeURIComponent(chapter.title)}` : 'review/';
}

/** From the review one comes back to where a text stands in the pages. */
async function followHash() {
  const [, text] = /^#text=(.+)$/.exec(location.hash) ?? [];
  if (!text || !shown.state?.pages) return;
  history.replaceState(undefined, '', location.pathname);
  const sought = decodeURIComponent(text);
  const { hits } = await ask('search', { text: sought });
  // The contents has the headings too.
  const [first] = shown.state.headings;
  const hit = hits.find(({ page }) => page >= (first?.page ?? 0));
  if (!hit) return say(t('notFound', { text: sought }), true);
  query = sought;
  moveTo(hit.page);
  paintFound();
}

/** The page that is looked at is there again when the reader comes back. */
function rememberPlace() {
  if (shown.state?.pages) sessionStorage.setItem('banxin-preview-place', JSON.stringify(placeNow()));
}

function recallPlace() {
  try {
    const { index, offset } = JSON.parse(sessionStorage.getItem('banxin-preview-place') ?? '{}');
    return index > 0 && index < shown.state.pages.length ? { index, offset } : undefined;
  } catch {
    return undefined;
  }
}
