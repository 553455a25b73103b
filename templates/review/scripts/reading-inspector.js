/** What stands beside the text. */

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
      h(
        'button',
        {
          type: 'button',
          class: 'quiet close',
          'aria-label': t('read.close'),
          on: { click: () => closeMenu() },
        },
        '×',
      ),
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
    h('p', { class: 'hint' }, t(store.review.kind === 'markdown' ? 'read.markdown' : 'read.pick')),
    h(
      'dl',
      { class: 'legend' },
      h('div', {}, h('dt', {}, sample('edited')), h('dd', {}, t('read.legend-edited'))),
      h('div', {}, h('dt', {}, sample('doubt')), h('dd', {}, t('read.legend-doubt'))),
      h('div', {}, h('dt', {}, h('span', { class: 'dot' })), h('dd', {}, t('read.legend-odd'))),
    ),
    odd.length > 0 &&
      h('section', { class: 'chapter-odd' }, h('h3', {}, t('read.odd-here')), odd.map(noteWords)),
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
