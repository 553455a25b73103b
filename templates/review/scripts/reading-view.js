/** The text, chapter by chapter, to read through; any place in it can be corrected. */
const reading = {
  chapter: 0,
  size: Number(recall('size') ?? 0),
  marks: recall('marks') === 'yes',
  /** The open place that is looked at in the text, if any. */
  item: undefined,
  place: undefined,
  /** Where the place was that was settled last. */
  left: undefined,
  /** What the reader has chosen in the text. */
  picked: undefined,
  sheet: undefined,
  scroll: undefined,
};

/** Opens a chapter, at a source offset if one is given. */
function readAt(chapter, offset) {
  Object.assign(reading, {
    chapter,
    item: undefined,
    place: undefined,
    picked: undefined,
    left: undefined,
    scroll: offset === undefined ? undefined : { offset },
  });
  const hit =
    offset === undefined ? undefined : doubtsOf(chapter).find(({ place }) => place.start === offset);
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
          [
            manuscript('span', { class: 'row-text' }, chapterName(i)),
            doubts[i] > 0 && h('span', { class: 'number' }, count(doubts[i])),
          ],
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
    button('‹', () => readAt(reading.chapter - 1), {
      class: 'quiet',
      disabled: reading.chapter === 0,
      'aria-label': t('read.before'),
      title: t('read.before'),
    }),
    picker(t('read.chapter'), String(reading.chapter), chapters, (event) =>
      readAt(Number(event.target.value)),
    ),
    button('›', () => readAt(reading.chapter + 1), {
      class: 'quiet',
      disabled: reading.chapter === last,
      'aria-label': t('read.after'),
      title: t('read.after'),
    }),
    h('span', { class: 'stretch-space' }),
    pagesButton(reading.chapter, offsetInSight),
    button([t('read.next-doubt'), kbd('j')], () => stepDoubt(1), { class: 'quiet next-doubt' }),
    button('⏎', () => setMarks(!reading.marks), {
      class: 'quiet',
      'aria-pressed': String(reading.marks),
      'aria-label': t('read.marks'),
      title: t('read.marks'),
    }),
    button('A−', () => setSize(-1), {
      class: 'quiet',
      'aria-label': t('read.smaller'),
      title: t('read.smaller'),
    }),
    button('A+', () => setSize(1), {
      class: 'quiet',
      'aria-label': t('read.larger'),
      title: t('read.larger'),
    }),
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
  const block = sheet.querySelectorAll('.block')[blockIndexAt(sheet.blocks)(offset)];
  const pieces = [...(block?.querySelectorAll('.stretch') ?? [])];
  return pieces.findLast((piece) => Number(piece.dataset.o) <= offset) ?? block;
}

/** After a decision the text is another one: the same place stays where it was on the screen. */
async function redrawReading() {
  const top = [...reading.sheet.querySelectorAll('.block')].find(
    (block) => block.getBoundingClientRect().bottom > 120,
  );
  if (top) {
    const offset = Number(top.dataset.at);
    reading.chapter = chapterAt(offset) ?? reading.chapter;
    reading.scroll = { offset, top: top.getBoundingClientRect().top };
  }
  const { item, place } = reading;
  await blocksOf(reading.chapter);
  if (shownView !== 'read') return;
  draw();
  const still =
    item &&
    doubtsOf(reading.chapter).find(
      (doubt) => doubt.place.start === place.start && doubt.item.rule === item.rule,
    );
  Object.assign(reading, { item: still?.item, place: still?.place });
}

/** The chapter that a source offset lies in. */
function chapterAt(offset) {
  const at = store.review.chapters.findIndex(({ ranges }) =>
    ranges.some(({ start, end }) => start <= offset && offset < end),
  );
  return at < 0 ? undefined : at;
}
