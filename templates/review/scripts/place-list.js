/** An item of many places that are alike: one below the other, the places aligned, so that the eye finds the odd one. */

/** Rows that are drawn at once. */
const rowsAtOnce = 150;

function isLeftOut(item, place) {
  return leftOut.get(item.id)?.has(placeKey(item.kind, place.anchor)) ?? false;
}

function placeList(item, brought) {
  const box = h('div', { class: 'places' });
  const drawWith = (places, rows = rowsAtOnce) => {
    const waiting = places.filter((place) => !isPending(item, place));
    const parts = placeListParts(item, waiting, rows, () => drawWith(places, rows + 1000));
    box.replaceChildren(...parts.filter(isShown));
  };
  drawWith(brought);
  if (brought.length < item.count && item.state === 'changed' && store.served)
    placesOf(item).then((places) => box.isConnected && drawWith(places));
  return box;
}

function placeListParts(item, places, rows, showMore) {
  const out = leftOut.get(item.id) ?? new Set();
  leftOut.set(item.id, out);
  const keyOf = (place) => placeKey(item.kind, place.anchor);
  const chosen = () => places.filter((place) => !out.has(keyOf(place)));
  const tally = h('p', { class: 'tally', 'aria-live': 'polite' });
  const refresh = () => {
    const number = chosen().length;
    tally.textContent =
      number === places.length
        ? t('item.for-all', { count: count(places.length) })
        : t('item.for-chosen', { chosen: count(number), count: count(places.length) });
  };
  const setAll = (take) => {
    for (const place of places)
      if (take) out.delete(keyOf(place));
      else out.add(keyOf(place));
    for (const box of table.querySelectorAll('input')) box.checked = take;
    refresh();
  };
  const table = h(
    'ol',
    { class: 'concordance' },
    places.slice(0, rows).map((place) => placeRow(item, place, out, refresh)),
  );
  refresh();
  const total = item.state === 'changed' ? item.count : places.length;
  return [
    h('div', { class: 'outcomes-many' }, manyOutcomes(item, chosen), otherWaysMany(item, chosen)),
    h(
      'div',
      { class: 'places-head' },
      tally,
      button(t('item.all'), () => setAll(true), { class: 'quiet' }),
      button(t('item.none'), () => setAll(false), { class: 'quiet' }),
    ),
    table,
    places.length > rows &&
      button(t('item.show-more', { count: count(places.length - rows) }), showMore, { class: 'quiet' }),
    total > places.length &&
      !store.served &&
      h(
        'p',
        { class: 'hint' },
        withCode(t('item.only-some', { shown: count(places.length), count: count(total) })),
      ),
  ];
}

function placeRow(item, place, out, refresh) {
  const key = placeKey(item.kind, place.anchor);
  const box = h('input', {
    type: 'checkbox',
    checked: !out.has(key),
    'aria-label': `${t('item.choose-place')} ${place.at}`,
    on: {
      change: () => {
        if (box.checked) out.delete(key);
        else out.add(key);
        refresh();
      },
    },
  });
  const { before, place: here, after } = place.raw;
  return h(
    'li',
    {},
    h('label', {}, box),
    manuscript('span', { class: 'left' }, h('bdi', {}, rawNodes(before.slice(-26), true))),
    manuscript(
      'span',
      { class: 'middle' },
      h('mark', {}, here === '' ? h('span', { class: 'seam' }) : rawNodes(here, true)),
    ),
    manuscript('span', { class: 'right' }, rawNodes(after.slice(0, 26), true)),
    button(place.at, () => readAt(place.chapter, place.start), { class: 'quiet at', title: t('item.read') }),
  );
}

function manyOutcomes(item, chosen) {
  return h(
    'ol',
    { class: 'outcomes compact' },
    item.outcomes.map((outcome, i) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            class: outcome.current ? 'outcome current' : 'outcome',
            disabled: !outcome.choice || (item.state === 'decided' && outcome.current),
            on: { click: () => settle(item, outcome, chosen()) },
          },
          h(
            'span',
            { class: 'outcome-head' },
            kbd(String(i + 1)),
            h('span', { class: 'outcome-name' }, choiceName(outcome.choice, item)),
            outcome.current &&
              h('span', { class: 'now' }, item.state === 'decided' ? t('item.decided') : t('item.now')),
          ),
          item.change &&
            item.change.before !== outcome.text &&
            h(
              'span',
              { class: 'change' },
              shownCharacters(item.change.before),
              ' → ',
              outcome.text === '¶' ? h('span', { class: 'pilcrow marked' }) : shownCharacters(outcome.text),
            ),
        ),
      ),
    ),
  );
}

function otherWaysMany(item, chosen) {
  return [
    item.replaces !== undefined && item.state !== 'decided' && replaceForm(item, chosen),
    item.state === 'decided' &&
      button(t('item.take-back-many', { count: count(chosen().length) }), () => takeBack(item, chosen())),
  ];
}
