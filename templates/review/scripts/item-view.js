/** One item: what stands there, what was decided, and what else it could be. */

/** Places of the item in the list that are not to be settled with the others, by item. */
const leftOut = new Map();

function drawItem(item, items) {
  const view = document.getElementById('item');
  if (!view) return;
  if (!item) {
    view.replaceChildren(emptyList());
    return;
  }
  const at = items.indexOf(item);
  view.replaceChildren(
    h(
      'div',
      { class: 'item-bar' },
      button(t('item.list'), () => document.body.classList.remove('item-open'), { class: 'to-list quiet' }),
      h('span', { class: 'item-number' }, `${count(at + 1)} / ${count(items.length)}`),
      button([t('item.previous'), kbd('k')], () => stepItem(-1), { class: 'quiet', disabled: at === 0 }),
      button([t('item.next'), kbd('j')], () => stepItem(1), {
        class: 'quiet',
        disabled: at === items.length - 1,
      }),
    ),
    itemCard(item),
  );
  // What is in question stands in the middle of its context, however little room there is.
  const context = view.querySelector('.raw-figure .raw');
  const place = context?.querySelector('mark');
  if (place)
    context.scrollTop = place.offsetTop - context.offsetTop - (context.clientHeight - place.offsetHeight) / 2;
  if (view.dataset.item !== item.id) view.scrollTop = 0;
  view.dataset.item = item.id;
}

function emptyList() {
  const filtered = list.rule !== '' || list.chapter !== '' || list.query !== '';
  if (filtered)
    return h(
      'div',
      { class: 'empty' },
      h('p', {}, t('list.empty.filtered')),
      button(t('filter.clear'), clearFilters),
    );
  return h(
    'div',
    { class: 'empty' },
    h('p', {}, t(`list.empty.${list.state}`)),
    list.state === 'open' && h('p', { class: 'hint' }, t('list.empty.open-hint')),
  );
}

function clearFilters() {
  Object.assign(list, { rule: '', chapter: '', query: '' });
  draw();
}

/** The item by itself, for the list and for the text. */
function itemCard(item, inText = false) {
  const places = inText ? waitingPlaces(item) : chosenPlaces(item);
  const single = places.length === 1 && item.count === 1;
  return h(
    'article',
    { class: 'item' },
    itemHead(item, places),
    item.flags.map((flag) => {
      const [message, hint] = wordsOf(flag);
      return h(
        'div',
        { class: `note ${flag.severity}` },
        h('p', {}, withCode(message)),
        hint && h('p', { class: 'hint' }, withCode(hint)),
      );
    }),
    single &&
      !inText &&
      h('figure', { class: 'raw-figure' }, h('figcaption', {}, t('item.raw')), rawContext(places[0])),
    single ? outcomeCards(item, places[0], inText) : placeList(item, places),
    single && otherWays(item, places),
  );
}

function itemHead(item, places) {
  const place = places[0];
  return h(
    'header',
    { class: 'item-head' },
    h(
      'p',
      { class: 'eyebrow' },
      h('span', { class: 'rule-name' }, ruleName(item.rule)),
      h('span', {}, sureness(item)),
      place && item.count === 1 && h('span', {}, placeName(place.at)),
      place && item.count === 1 && manuscript('span', { class: 'in-chapter' }, chapterName(place.chapter)),
      place &&
        item.count === 1 &&
        button([t('item.read'), kbd('o')], () => readAt(place.chapter, place.start), {
          class: 'quiet to-text',
        }),
      place && item.count === 1 && pagesButton(place.chapter, () => place.start),
    ),
    h('h2', {}, question(item)),
  );
}

/** `12:3`, or `page.txt:12:3` where there are several files, in words. */
function placeName(at) {
  const [, file = '', line, column] = /^(?:(.*):)?(\d+):(\d+)$/.exec(at) ?? [];
  return `${file}${file && ' '}${t('item.line', { line, column })}`;
}

function sureness({ state, flags, confidence }) {
  if (state === 'decided') return t('item.decided');
  if (flags.length > 0) return t('item.flagged');
  return t('item.sure', { sure: Math.round(100 * confidence) });
}

function question(item) {
  if (item.state === 'decided')
    return `${t('question.decided')}${language === 'zh' ? '：' : ': '}${choiceName(item.outcomes[0].choice, item)}`;
  if (item.flags.length > 0) return t('question.flag');
  if (item.change && item.change.before === item.change.after) return t('question.characters-kept');
  return t(`question.${item.kind}`);
}

/** The outcomes of one place, side by side, each with the text that it prints. */
function outcomeCards(item, place, inText) {
  return [
    h(
      'ol',
      { class: `outcomes of-${item.outcomes.length}` },
      item.outcomes.map((outcome, i) =>
        h(
          'li',
          {},
          h(
            'button',
            {
              type: 'button',
              class: outcome.current ? 'outcome current' : 'outcome',
              disabled: !outcome.choice,
              on: { click: () => settle(item, outcome, [place]) },
            },
            h(
              'span',
              { class: 'outcome-head' },
              kbd(String(i + 1)),
              h('span', { class: 'outcome-name' }, choiceName(outcome.choice, item)),
              outcome.current &&
                h('span', { class: 'now' }, item.state === 'decided' ? t('item.decided') : t('item.now')),
              outcome.current &&
                outcome.choice &&
                item.state !== 'decided' &&
                h('span', { class: 'enter' }, kbd('Enter'), t('item.accept')),
            ),
            preview(item, outcome, place, inText),
          ),
        ),
      ),
    ),
    item.state === 'decided' &&
      h(
        'p',
        { class: 'actions' },
        button(t('item.take-back'), () => takeBack(item, [place])),
      ),
  ];
}

/** Settles an item as the editor wants it; a decision that holds already is not written again. */
function settle(item, outcome, places) {
  if (!outcome?.choice || (item.state === 'decided' && outcome.current)) return;
  choose(item, outcome.choice, places);
}

/** What else can be said: other characters, or anything that a line can be. */
function otherWays(item, places) {
  const forms = [];
  if (item.replaces !== undefined) forms.push(replaceForm(item, () => places));
  if (item.kind !== 'characters') forms.push(lineMenu(item, places));
  return forms.length > 0 && h('div', { class: 'other-ways' }, forms);
}

/** A form for other characters; `places` gives those that are chosen when it is sent. */
function replaceForm(item, places) {
  const input = h('input', {
    type: 'text',
    class: 'instead',
    'aria-label': t('item.instead-label'),
    placeholder: t('item.instead'),
    lang: store.review.language,
    autocomplete: 'off',
    spellcheck: 'false',
  });
  const submit = (event) => {
    event.preventDefault();
    const to = input.value;
    const from = item.replaces;
    choose(item, to === from ? { do: 'keep', from } : { do: 'replace', from, to }, places());
  };
  return h(
    'form',
    { class: 'replace-form', on: { submit } },
    input,
    h('button', { type: 'submit' }, t('item.write')),
    kbd('r'),
  );
}

function lineMenu(item, places) {
  const lines = item.line?.lines ?? 1;
  const shown = new Set(item.outcomes.map(({ choice }) => JSON.stringify({ ...choice, lines: undefined })));
  const others = store.review.lineChoices.filter((choice) => !shown.has(JSON.stringify(choice)));
  return h(
    'details',
    { class: 'line-menu' },
    h('summary', {}, t('item.more')),
    h(
      'div',
      { class: 'chips' },
      others.map((choice) =>
        button(choiceName(choice), () => choose(item, lines > 1 ? { ...choice, lines } : choice, places), {
          class: 'chip',
        }),
      ),
    ),
  );
}

/** The item that keys speak to, with its places: in the list, or in the text. */
function itemInHand() {
  if (shownView === 'read') return reading.item && { item: reading.item, places: [reading.place] };
  if (shownView !== 'items') return undefined;
  const item = currentItem();
  return item && { item, places: chosenPlaces(item).filter((place) => !isLeftOut(item, place)) };
}

/** Chooses an outcome by its number; 0 accepts what stands. */
function chooseOutcome(index) {
  const hand = itemInHand();
  if (!hand) return;
  const { item, places } = hand;
  const outcome = index < 0 ? item.outcomes.find(({ current }) => current) : item.outcomes[index];
  settle(item, outcome, places);
}
