/** What a line is moved by, in pixels, and what is left of a window full when the next is shown, as a part of it. */
const line = 60;
const kept = 0.1;

/** Moves the pages as the browser does when they have the keys. */
function scrollPages(lines, windows = 0) {
  const { clientHeight } = frame;
  frame.contentWindow.scrollBy(0, lines * line + windows * (1 - kept) * clientHeight);
}

const actions = {
  ArrowLeft: () => turn(-1),
  ArrowRight: () => turn(1),
  PageUp: () => turn(-1),
  PageDown: () => turn(1),
  Home: () => goToPage(0),
  End: () => goToPage(shown.state.pages.length - 1),
  '-': () => zoomBy(1 / 1.15),
  '+': () => zoomBy(1.15),
  '=': () => zoomBy(1.15),
  0: () => zoomTo(0),
  g: () => document.getElementById('number').select(),
  s: () => toggle('isSpread', 'spread'),
  b: () => toggle('hasGrid', 'grid'),
  a: () => toggle('hasArea', 'area'),
  e: nextView,
  c: () => togglePanel('contents'),
  t: () => togglePanel('thumbs'),
  '/': openSearch,
  f: () => togglePanel('findings'),
  r: openReview,
  // Nothing is sought any more: also not what the review led to.
  Escape: () => void seek(''),
  '?': openHelp,
};

/** There is something to do with them where no pages are. */
const pageless = new Set(['f', '?']);

function onKey(event) {
  const { key, target } = event;
  const isTyping = /^(?:INPUT|SELECT)$/.test(target.tagName ?? '');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || document.getElementById('help').open) return;
  if (isScroll(event)) return scrollByKey(event);
  const act = ebookAction(key) ?? actions[key];
  if (!act || !(shown.state?.pages || (shown.state && pageless.has(key)))) return;
  event.preventDefault();
  act();
}

/** Keys that the browser moves a page by. */
function isScroll({ key }) {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === ' ';
}

/** Where the keys are with nothing that wants them itself, they move the pages: a button wants the space bar. */
function scrollByKey(event) {
  const isFree = event.target === document.body || (event.key !== ' ' && event.target.closest('header'));
  if (!isFree || !shown.state?.pages || reading.view === 'ebook') return;
  event.preventDefault();
  const way = event.key === 'ArrowUp' || event.shiftKey ? -1 : 1;
  if (event.key === ' ') scrollPages(0, way);
  else scrollPages(way);
}

let isByPointer = false;

function notePointer({ target }) {
  isByPointer = target.closest('select') !== null;
}

/** Who chose from a list by hand is done with it: an arrow key turns pages again. By keys one goes on through the list. */
function giveKeysBack({ target }) {
  if (isByPointer && target.tagName === 'SELECT' && !target.closest('dialog')) target.blur();
  isByPointer = false;
}
