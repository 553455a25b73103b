/** The page that the reader went to last. */
let sought = 0;

function placeOf(index) {
  const box = slots[index].getBoundingClientRect();
  return { index, offset: -box.top / box.height };
}

/** Whether a third of a page is seen, or of the window filled with it. */
function isSeen(slot) {
  const height = frame?.clientHeight ?? 0;
  const box = slot.getBoundingClientRect();
  const least = Math.min(box.height, height) / 3;
  return box.height > 0 && box.bottom > least && height - box.top > least;
}

/** The page that is looked at, the one sought or else the first that is seen, and how far it has been moved up, as a part of its height. */
function placeNow() {
  if (slots[sought] && isSeen(slots[sought])) return placeOf(sought);
  const index = slots.findIndex(isSeen);
  return index < 0 ? { index: sought, offset: 0 } : placeOf(index);
}

/** The text that is looked at as long as nobody turns a page: trying a look and going back to the old one leads back to it. */
let held;

/** The page of the new state that is the one of the old: the same page, or the one with the text that the old began with. */
function samePage(old, index) {
  const page = old?.pages?.[index];
  if (!page) return 0;
  if (held?.index !== index || held.part !== page.part) held = { part: page.part, at: page.at };
  const found = pageOf(page, index);
  held.index = found;
  return found;
}

function pageOf(page, index) {
  const { pages } = shown.state;
  const inPart = (candidate) => candidate.part === page.part;
  const sameKey = pages.findIndex((other) => inPart(other) && other.key === page.key && other.index === page.index);
  if (sameKey >= 0) return sameKey;
  const at = held.at ?? page.at;
  const isBefore = (other) => (at === undefined ? other.index <= page.index : other.at <= at);
  const before = pages.findLastIndex((other) => inPart(other) && isBefore(other));
  return before >= 0 ? before : Math.min(index, pages.length - 1);
}

function moveTo(index, offset = 0) {
  const slot = slots[index];
  if (!slot) return;
  sought = index;
  const { defaultView: view } = frame.contentDocument;
  const box = slot.getBoundingClientRect();
  const margin = offset === 0 ? 8 : 0;
  view.scrollTo(view.scrollX, view.scrollY + box.top + offset * box.height - margin);
  showNumber();
}

/** Pages that lie beside each other are turned together. */
function turn(step) {
  const { index, offset } = placeNow();
  const { pages } = shown.state;
  const isRight = shown.isSpread && pages[index].side === 'recto' && pages[index - 1]?.side === 'verso';
  let next = isRight && step < 0 ? index - 1 : index;
  if (step < 0 && offset > 0.05) return goToPage(next);
  do next += step;
  while (shown.isSpread && pages[next] && pages[next].side === 'recto' && next > 0 && pages[next - 1]?.side === 'verso');
  goToPage(Math.max(0, Math.min(pages.length - 1, next)));
}

/** A page by what it shows, `iv` or `12`; of equal ones the first. */
function goToLabel(label) {
  const index = shown.state.pages.findIndex((page) => page.label === label.trim());
  if (index >= 0) goToPage(index);
  return index >= 0;
}

/** The page, and the one that lies beside it, in the order of reading. */
function pagesSeenWith(index) {
  const { pages } = shown.state;
  const left = shown.isSpread && pages[index]?.side === 'recto' ? index - 1 : index;
  const isPair = shown.isSpread && pages[left]?.side === 'verso' && pages[left + 1]?.side === 'recto';
  return isPair ? [left, left + 1] : [index];
}

/** Tells in all panels which page is looked at; they move only when the reader does. */
function showNumber(isMove = true) {
  const { index } = placeNow();
  const number = document.getElementById('number');
  const page = shown.state?.pages?.[index];
  if (number && page && document.activeElement !== number) number.value = page.label;
  showCurrentThumb(index);
  if (!page) return;
  followContents(index, isMove);
  followFindings(index, isMove);
}
