/** The text, chapter by chapter, to read through; any place in it can be corrected. */
const reading = {
  chapter: 0,
  size: Number(recall('size') ?? 0),
  marks: recall('marks') === 'yes',
  /** The open place that is looked at in the text, if any. */
  item: undefined,
  place: undefined,
  /** What the reader has chosen in the text. */
  picked: undefined,
  sheet: undefined,
  scroll: undefined,
};

/** Opens a chapter, at a source offset if one is given. */
function readAt(chapter, offset) {
  Object.assign(reading, { chapter, item: undefined, place: undefined, picked: undefined, scroll: offset === undefined ? undefined : { offset } });
  const hit = offset === undefined ? undefined : doubtsOf(chapter).find(({ place }) => place.start === offset);
  if (hit) Object.assign(reading, hit);
  show('read');
}

function readingView() {
  const sheet = manuscript('article', {
    class: `sheet${reading.marks ? ' with-marks' : ''}`,
    id: 'sheet',
    'aria-label': chapterName(reading.chapter),
  });
  sheet.style.setProperty('--step', reading.size);
  reading.sheet = sheet;
  const main = h(
    'main',
    { class: 'reading', id: 'view' },
    h('nav', { class: 'sidebar contents', 'aria-label': t('view.chapters') }, contentsList()),
    h('section', { class: 'page' }, readingBar(), sheet),
    h('aside', { class: 'inspector', id: 'inspector', 'aria-live': 'polite' }),
  );
  void fillSheet(sheet, reading.chapter);
  return main;
}

function contentsList() {
  const doubts = store.review.chapters.map(() => 0);
  for (const item of store.review.items)
    if (item.state === 'open') for (const { chapter } of waitingPlaces(item)) doubts[chapter]++;
  return h(
    'ol',
    { class: 'rows', id: 'contents' },
    store.review.chapters.map((_, i) =>
      h(
        'li',
        {},
        button(
          [manuscript('span', { class: 'row-text' }, chapterName(i)), doubts[i] > 0 && h('span', { class: 'number' }, count(doubts[i]))],
          () => readAt(i),
          { class: 'row', 'aria-current': String(i === reading.chapter) },
        ),
      ),
    ),
  );
}

function readingBar() {
  const last = store.review.chapters.length - 1;
  const chapters = store.review.chapters.map((_, i) => [String(i), chapterName(i)]);
  return h(
    'div',
    { class: 'reading-bar' },
    button('‹', () => readAt(reading.chapter - 1), { class: 'quiet', disabled: reading.chapter === 0, 'aria-label': t('read.before'), title: t('read.before') }),
    picker(t('read.chapter'), String(reading.chapter), chapters, (event) => readAt(Number(event.target.value))),
    button('›', () => readAt(reading.chapter + 1), { class: 'quiet', disabled: reading.chapter === last, 'aria-label': t('read.after'), title: t('read.after') }),
    h('span', { class: 'stretch-space' }),
    button([t('read.next-doubt'), kbd('j')], () => stepDoubt(1), { class: 'quiet next-doubt' }),
    button('⏎', () => setMarks(!reading.marks), { class: 'quiet', 'aria-pressed': String(reading.marks), 'aria-label': t('read.marks'), title: t('read.marks') }),
    button('A−', () => setSize(-1), { class: 'quiet', 'aria-label': t('read.smaller'), title: t('read.smaller') }),
    button('A+', () => setSize(1), { class: 'quiet', 'aria-label': t('read.larger'), title: t('read.larger') }),
  );
}

function setSize(by) {
  reading.size = Math.max(-2, Math.min(5, reading.size + by));
  remember('size', reading.size);
  reading.sheet.style.setProperty('--step', reading.size);
  placeCaret();
}

function setMarks(on) {
  reading.marks = on;
  remember('marks', on ? 'yes' : 'no');
  reading.sheet.classList.toggle('with-marks', on);
  document.querySelector('.reading-bar')?.replaceWith(readingBar());
  placeCaret();
}

async function fillSheet(sheet, chapter) {
  sheet.replaceChildren(h('p', { class: 'hint' }, t('read.loading')));
  const blocks = await blocksOf(chapter);
  if (reading.sheet !== sheet || !sheet.isConnected) return;
  if (!blocks) {
    sheet.replaceChildren(h('p', { class: 'hint too-long' }, t(store.lost ? 'say.lost' : 'read.too-long')));
    return;
  }
  drawBlocks(sheet, blocks, chapter, reading.scroll?.offset);
  restoreScroll(sheet);
  reading.scroll = undefined;
  drawInspector();
}

/** Brings a source offset to where it was on the screen, or into the middle of it. */
function restoreScroll(sheet) {
  if (!reading.scroll) {
    window.scrollTo(0, 0);
    return;
  }
  const { offset, top } = reading.scroll;
  const target = doubtElement() ?? elementAt(sheet, offset);
  if (!target) return;
  const now = target.getBoundingClientRect().top;
  window.scrollBy(0, now - (top ?? window.innerHeight * 0.35));
}

/** The element that prints a source offset. */
function elementAt(sheet, offset) {
  let found;
  for (const block of sheet.querySelectorAll('.block')) {
    if (Number(block.dataset.at) > offset) break;
    found = block;
  }
  let inner;
  for (const piece of found?.querySelectorAll('.stretch') ?? []) {
    if (Number(piece.dataset.o) > offset) break;
    inner = piece;
  }
  return inner ?? found;
}

function doubtElement() {
  if (!reading.place) return undefined;
  return [...reading.sheet.querySelectorAll('.doubt')].find(({ doubt }) => doubt.place.start === reading.place.start && doubt.item.kind === reading.item.kind);
}

/** After a decision the text is another one: the same place stays where it was on the screen. */
async function redrawReading() {
  const top = [...reading.sheet.querySelectorAll('.block')].find((block) => block.getBoundingClientRect().bottom > 120);
  if (top) {
    const offset = Number(top.dataset.at);
    reading.chapter = chapterAt(offset) ?? reading.chapter;
    reading.scroll = { offset, top: top.getBoundingClientRect().top };
  }
  const { item, place } = reading;
  await blocksOf(reading.chapter);
  if (shownView !== 'read') return;
  draw();
  const still = item && doubtsOf(reading.chapter).find((doubt) => doubt.place.start === place.start && doubt.item.rule === item.rule);
  Object.assign(reading, { item: still?.item, place: still?.place });
}

/** The chapter that a source offset lies in. */
function chapterAt(offset) {
  const at = store.review.chapters.findIndex(({ ranges }) => ranges.some(({ start, end }) => start <= offset && offset < end));
  return at < 0 ? undefined : at;
}

/** What is shown beside the text: the open place that is looked at, or what can be done at the caret. */
function drawInspector() {
  const inspector = document.getElementById('inspector');
  if (!inspector) return;
  for (const mark of reading.sheet.querySelectorAll('.doubt.in-hand')) mark.classList.remove('in-hand');
  markPicked();
  document.body.classList.toggle('picking', reading.item !== undefined || reading.picked !== undefined);
  if (reading.item) {
    doubtElement()?.classList.add('in-hand');
    inspector.replaceChildren(
      h('button', { type: 'button', class: 'quiet close', 'aria-label': t('read.close'), on: { click: () => closeMenu() } }, '×'),
      placeCard(reading.item, reading.place),
    );
  } else if (reading.picked) inspector.replaceChildren(textMenu(reading.picked));
  else inspector.replaceChildren(...legend());
  placeCaret();
}

/** Marks the paragraphs that the reader has chosen. */
function markPicked() {
  const starts = new Set(reading.picked?.blocks.map(({ start }) => String(start)));
  for (const block of reading.sheet.querySelectorAll('.block'))
    block.classList.toggle('picked-block', starts.has(block.dataset.at));
}

/** What the marks in the text mean, and what is odd in the chapter. */
function legend() {
  const { odd } = store.review.chapters[reading.chapter];
  const sample = (className) => h('span', { class: className }, t('read.sample'));
  return [
    h('p', { class: 'hint' }, t('read.pick')),
    h(
      'dl',
      { class: 'legend' },
      h('div', {}, h('dt', {}, sample('edited')), h('dd', {}, t('read.legend-edited'))),
      h('div', {}, h('dt', {}, sample('doubt')), h('dd', {}, t('read.legend-doubt'))),
      h('div', {}, h('dt', {}, h('span', { class: 'dot' })), h('dd', {}, t('read.legend-odd'))),
    ),
    odd.length > 0 && h('section', { class: 'chapter-odd' }, h('h3', {}, t('read.odd-here')), odd.map(noteWords)),
  ].filter(Boolean);
}

/** One place of an item, as it is shown beside the text. */
function placeCard(item, place) {
  return itemCard({ ...item, places: [place], count: 1 }, true);
}

function closeMenu() {
  Object.assign(reading, { item: undefined, place: undefined, picked: undefined });
  document.getSelection()?.removeAllRanges();
  if (reading.sheet?.isConnected) drawInspector();
}

/** Goes to the next open place of the text, or the one before, into the next chapter if need be. */
function stepDoubt(by) {
  const from = reading.place?.start ?? reading.picked?.from ?? topOffset() - 1;
  const inChapter = doubtsOf(reading.chapter);
  const next = by > 0 ? inChapter.find(({ place }) => place.start > from) : inChapter.findLast(({ place }) => place.start < from);
  if (next) {
    lookAt(next);
    return;
  }
  for (let chapter = reading.chapter + by; chapter >= 0 && chapter < store.review.chapters.length; chapter += by) {
    const doubts = doubtsOf(chapter);
    const there = by > 0 ? doubts[0] : doubts.at(-1);
    if (there) {
      readAt(chapter, there.place.start);
      return;
    }
  }
  tell(t('say.finished'), false);
}

function topOffset() {
  const top = [...reading.sheet.querySelectorAll('.block')].find((block) => block.getBoundingClientRect().bottom > 100);
  return top ? Number(top.dataset.at) : 0;
}

function lookAt({ item, place }) {
  Object.assign(reading, { item, place, picked: undefined });
  document.getSelection()?.removeAllRanges();
  if (!doubtElement()) {
    readAt(reading.chapter, place.start);
    return;
  }
  drawInspector();
  doubtElement().scrollIntoView({ block: 'center' });
}

/** A click into the text: an open place is looked at, any other place gets the caret. */
function clickText(event) {
  const { doubt } = event.target.closest('.doubt') ?? {};
  const selection = document.getSelection();
  if (doubt && selection.isCollapsed) {
    lookAtQuietly(doubt);
    return;
  }
  if (!selection.isCollapsed) return;
  const place = caretFromPoint(event.clientX, event.clientY);
  if (place && reading.sheet.contains(place.node)) {
    selection.collapse(place.node, place.index);
    pickSelection();
  }
}

function lookAtQuietly(doubt) {
  Object.assign(reading, { item: doubt.item, place: doubt.place, picked: undefined });
  document.getSelection()?.removeAllRanges();
  drawInspector();
}

function caretFromPoint(x, y) {
  if (document.caretPositionFromPoint) {
    const place = document.caretPositionFromPoint(x, y);
    return place && { node: place.offsetNode, index: place.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range && { node: range.startContainer, index: range.startOffset };
}

/** Takes what is selected in the text for what the reader has chosen. */
function pickSelection() {
  const selection = document.getSelection();
  if (!selection.anchorNode || !reading.sheet?.contains(selection.anchorNode) || !reading.sheet.contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  const [from, to] = [offsetAt(range.startContainer, range.startOffset), offsetAt(range.endContainer, range.endOffset)];
  if (from === undefined || to === undefined) return;
  const blocks = reading.sheet.blocks.filter((block) => block.start <= Math.max(from, to - 1) && endOf(block) >= from && (from === to || endOf(block) > from));
  if (blocks.length === 0) return;
  Object.assign(reading, { item: undefined, place: undefined, picked: { blocks: from === to ? blocks.slice(-1) : blocks, from, to } });
  drawInspector();
}

/** The caret is drawn by the page: the text is not a field that can be typed into. */
function placeCaret() {
  document.querySelector('.caret')?.remove();
  const selection = document.getSelection();
  if (!reading.picked || !selection?.isCollapsed || !reading.sheet.contains(selection.anchorNode)) return;
  const rect = caretRect(selection);
  const frame = reading.sheet.getBoundingClientRect();
  const caret = h('span', { class: 'caret', 'aria-hidden': 'true' });
  Object.assign(caret.style, { left: `${rect.left - frame.left}px`, top: `${rect.top - frame.top}px`, height: `${rect.height}px` });
  reading.sheet.append(caret);
}

function caretRect(selection) {
  const range = selection.getRangeAt(0);
  const [rect] = range.getClientRects();
  if (rect) return rect;
  const element = range.startContainer.nodeType === Node.TEXT_NODE ? range.startContainer.parentElement : range.startContainer;
  return element.getBoundingClientRect();
}

/** Moves the caret by a character, a line, or a paragraph. */
function moveCaret(direction, granularity, extend) {
  const selection = document.getSelection();
  if (!reading.picked || !selection.modify) return false;
  selection.modify(extend ? 'extend' : 'move', direction, granularity);
  pickSelection();
  return true;
}
