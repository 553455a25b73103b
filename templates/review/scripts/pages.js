/** The preview whose pages show what the text becomes, where this page lies beside one. */
const besidePages = store.served && location.pathname.endsWith('/review/');

/** Leads from a place of the raw text to the page on which its paragraph is printed. */
async function goToPages(chapter, offset) {
  const blocks = (await blocksOf(chapter)) ?? [];
  const block = blocks[offset === undefined ? 0 : blockIndexAt(blocks)(offset)];
  const text = (block?.pieces ?? [])
    .map((piece) => (piece.markup ? piece.text.replace(/<rt>.*?<\/rt>|<[^>]*>/g, '') : piece.text))
    .join('');
  location.href = text ? `../#text=${encodeURIComponent(text.trim().slice(0, 24))}` : '../';
}

function pagesButton(chapter, offset) {
  return besidePages && button([t('page.pages'), kbd('p')], () => void goToPages(chapter, offset()), { class: 'quiet to-pages' });
}

/** Where the reader is in the text: what is picked, else the first paragraph that is seen. */
function offsetInSight() {
  const picked = reading.item ? reading.place.start : reading.picked?.blocks[0]?.start;
  if (picked !== undefined) return picked;
  const blocks = [...(reading.sheet?.querySelectorAll('.block') ?? [])];
  const top = blocks.find((block) => block.getBoundingClientRect().bottom > 120);
  return top && Number(top.dataset.at);
}

/** Opens the chapter that the preview came from. */
function followReadHash() {
  const [, title] = /^#read=(.+)$/.exec(location.hash) ?? [];
  const chapter = title && store.review.chapters.findIndex((each) => each.title === decodeURIComponent(title));
  if (title) history.replaceState(undefined, '', location.pathname);
  if (chapter >= 0) readAt(chapter);
}

/** The key does what the button does that is shown. */
function pressPages() {
  document.querySelector('.to-pages')?.click();
}
