/** The list of places, and which of them is looked at. */
const list = {
  state: 'open',
  rule: '',
  chapter: '',
  query: '',
  order: recall('order') ?? 'doubt',
  /** Id of the item that is looked at, and where it stood in the list, for when it is settled. */
  current: undefined,
  index: 0,
  rows: new Map(),
};

/** The items of the list, with the places that still wait, filtered and in order. */
function listedItems() {
  const query = list.query.trim();
  const items = store.review.items.filter((item) => item.state === list.state && matches(item, query));
  if (list.order !== 'text' || list.state !== 'open') return items;
  return [...items].sort((a, b) => firstStart(a) - firstStart(b));
}

function firstStart(item) {
  return waitingPlaces(item)[0]?.start ?? Infinity;
}

function matches(item, query) {
  if (list.rule !== '' && item.rule !== list.rule) return false;
  const places = waitingPlaces(item);
  if (places.length === 0) return false;
  if (list.chapter !== '' && !places.some(({ chapter }) => chapter === Number(list.chapter))) return false;
  return query === '' || places.some((place) => holds(place, query));
}

function holds({ raw, at }, query) {
  const flat = (raw.before + raw.place + raw.after).replace(/\s+/g, '');
  return flat.includes(query.replace(/\s+/g, '')) || at === query;
}

/** The places of an item that wait and pass the filters. */
function chosenPlaces(item) {
  const query = list.query.trim();
  return waitingPlaces(item).filter(
    (place) =>
      (list.chapter === '' || place.chapter === Number(list.chapter)) &&
      (query === '' || holds(place, query)),
  );
}

/** The item that is looked at; where it is gone, the one that came into its place. */
function currentItem(items = listedItems()) {
  const at = items.findIndex(({ id }) => id === list.current);
  list.index = at >= 0 ? at : Math.min(list.index, items.length - 1);
  const item = items[Math.max(0, list.index)];
  list.current = item?.id;
  return item;
}

function selectItem(id) {
  list.current = id;
  drawItems();
  document.querySelector('.item-view')?.focus({ preventScroll: true });
}

/** Goes to the next item, or the one before; tells where there is none. */
function stepItem(by) {
  const items = listedItems();
  currentItem(items);
  const next = items[list.index + by];
  if (!next) {
    tell(t('say.finished'), false);
    return;
  }
  selectItem(next.id);
  list.rows.get(next.id)?.scrollIntoView({ block: 'nearest' });
}

function itemsView() {
  return h(
    'main',
    { class: 'items', id: 'view' },
    h(
      'nav',
      { class: 'sidebar', 'aria-label': t('list.label') },
      listTabs(),
      filterBar(),
      h('ol', { class: 'rows', id: 'rows' }),
    ),
    h('section', { class: 'item-view', id: 'item', tabindex: '-1', 'aria-live': 'off' }),
  );
}

function listTabs() {
  const counts = { open: 0, decided: 0, changed: 0 };
  for (const item of store.review.items)
    counts[item.state] += item.state === 'changed' ? item.count : waitingPlaces(item).length;
  counts.decided += store.review.stale.length;
  return h(
    'div',
    { class: 'tabs', id: 'list-tabs' },
    ['open', 'decided', 'changed'].map((state) =>
      button(
        [t(`list.${state}`), h('span', { class: 'number' }, count(counts[state]))],
        () => showList(state),
        {
          'aria-pressed': String(list.state === state),
        },
      ),
    ),
  );
}

function showList(state) {
  Object.assign(list, { state, rule: '', current: undefined, index: 0 });
  draw();
}

function filterBar() {
  const rules = [
    ...new Set(store.review.items.filter(({ state }) => state === list.state).map(({ rule }) => rule)),
  ];
  const set =
    (name, after = () => {}) =>
    (event) => {
      list[name] = event.target.value;
      after(event.target.value);
      drawItems();
    };
  return h(
    'div',
    { class: 'filters', role: 'search' },
    h('input', {
      type: 'search',
      id: 'query',
      placeholder: t('filter.query'),
      'aria-label': t('filter.query'),
      value: list.query,
      on: { input: set('query') },
    }),
    h(
      'div',
      { class: 'selects' },
      picker(
        t('filter.rule-label'),
        list.rule,
        [['', t('filter.rule')], ...rules.map((rule) => [rule, ruleName(rule)])],
        set('rule'),
      ),
      picker(
        t('filter.chapter-label'),
        list.chapter,
        [['', t('filter.chapter')], ...store.review.chapters.map((_, i) => [String(i), chapterName(i)])],
        set('chapter'),
      ),
      list.state === 'open' &&
        picker(
          t('filter.order-label'),
          list.order,
          ['doubt', 'text'].map((order) => [order, t(`filter.order.${order}`)]),
          set('order', (order) => remember('order', order)),
        ),
    ),
  );
}

function picker(label, value, options, onPick) {
  const select = h(
    'select',
    { 'aria-label': label, on: { change: onPick } },
    options.map(([key, text]) => h('option', { value: key }, text)),
  );
  select.value = value;
  return select;
}

function chapterName(index) {
  const chapter = store.review.chapters[index];
  return chapter?.title ?? `${t('chapters.untitled')} ${index + 1}`;
}

/** Draws the rows of the list and the item that is looked at. */
function drawItems() {
  const rows = document.getElementById('rows');
  if (!rows) return;
  const items = listedItems();
  const item = currentItem(items);
  const known = new Map(list.rows);
  list.rows.clear();
  for (const one of items) {
    const waiting = waitingPlaces(one).length;
    const key = `${one.id}|${waiting}|${language}`;
    const old = known.get(one.id);
    const row = old?.dataset.key === key && old.item === one ? old : itemRow(one, key);
    row.firstChild.setAttribute('aria-current', String(one === item));
    list.rows.set(one.id, row);
  }
  const stale = list.state === 'decided' ? staleRows() : [];
  rows.replaceChildren(...stale, ...list.rows.values());
  document.getElementById('list-tabs')?.replaceWith(listTabs());
  drawItem(item, items);
}

function itemRow(item, key) {
  const places = waitingPlaces(item);
  const row = h(
    'li',
    { data: { key } },
    h(
      'button',
      { type: 'button', class: 'row', on: { click: () => openItem(item.id) } },
      h(
        'span',
        { class: 'row-head' },
        h('span', { class: 'row-rule' }, rowName(item)),
        h(
          'span',
          { class: 'row-at' },
          places.length > 1
            ? `×${count(item.state === 'changed' ? item.count : places.length)}`
            : places[0].at,
        ),
      ),
      rowSnippet(item, places[0]),
    ),
  );
  row.item = item;
  return row;
}

/** A row's name: the rule, or what the editor decided. */
function rowName(item) {
  return item.state === 'decided' ? choiceName(item.outcomes[0].choice, item) : ruleName(item.rule);
}

function rowSnippet(item, { raw }) {
  if (item.change && item.count > 1)
    return h(
      'span',
      { class: 'row-text change' },
      shownCharacters(item.change.before),
      item.change.before !== item.change.after && [' → ', shownCharacters(item.change.after)],
    );
  const before = raw.before.slice(-9);
  const place = raw.place.length > 18 ? `${raw.place.slice(0, 18)}…` : raw.place;
  return manuscript(
    'span',
    { class: 'row-text' },
    item.kind === 'line' ? '' : rawNodes(before, true),
    h('mark', {}, place === '' ? h('span', { class: 'seam' }) : rawNodes(place, true)),
    rawNodes(raw.after.slice(0, item.kind === 'line' ? 6 : 14), true),
  );
}

/** On a narrow screen the list gives way to the item. */
function openItem(id) {
  selectItem(id);
  document.body.classList.add('item-open');
  window.scrollTo(0, 0);
}

function staleRows() {
  return store.review.stale.map(({ decision, note }) => {
    const [message, hint] = wordsOf(note);
    const { choice, before, after, nth } = decision;
    const entry = { ...choice, before, after, ...(nth !== undefined && { nth }) };
    return h(
      'li',
      { class: 'stale' },
      h('p', {}, withCode(message)),
      h('p', { class: 'hint' }, withCode(hint)),
      store.served &&
        button(t('list.stale-forget'), () => decide({ unset: [entry], what: t('list.stale-forget') })),
    );
  });
}
