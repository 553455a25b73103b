/** Keys. None is taken from a field that is typed into. */

function isTyping({ target }) {
  return target.closest('input:not([type=checkbox]), textarea, select') !== null;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector('dialog[open]')) return;
  if (isTyping(event)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  const act = keyOfView(event) ?? commonKeys[event.key];
  if (!act) return;
  // A button that has the focus is pressed by Enter and the space bar, as everywhere.
  if (
    (event.key === 'Enter' || event.key === ' ') &&
    event.target.closest('button, summary, a, [role=button]')
  )
    return;
  event.preventDefault();
  act(event);
}

const commonKeys = {
  u: () => void undoLast(),
  '?': () => openHelp(),
  g: () => stepView(),
  p: () => pressPages(),
  '/': () => {
    if (shownView !== 'items') show('items');
    document.getElementById('query').focus();
  },
};

function stepView() {
  const order = ['items', 'read', 'chapters'];
  show(order[(order.indexOf(shownView) + 1) % order.length]);
}

const itemKeys = {
  j: () => stepItem(1),
  k: () => stepItem(-1),
  ArrowDown: () => stepItem(1),
  ArrowUp: () => stepItem(-1),
  Enter: () => chooseOutcome(-1),
  r: () => document.querySelector('.instead')?.focus(),
  o: () => openInText(),
  Escape: () => document.body.classList.remove('item-open'),
};

const readingKeys = {
  j: () => stepDoubt(1),
  k: () => stepDoubt(-1),
  Escape: () => closeMenu(),
  r: () => document.querySelector('.inspector input')?.focus(),
};

function keyOfView(event) {
  if (shownView === 'items') return itemKeys[event.key] ?? numberKey(event);
  if (shownView === 'read')
    return reading.picked
      ? pickedKey(event)
      : (readingKeys[event.key] ?? (reading.item && itemInText(event)));
  return undefined;
}

function numberKey({ key }) {
  return /^[1-9]$/.test(key) ? () => chooseOutcome(Number(key) - 1) : undefined;
}

function itemInText(event) {
  return event.key === 'Enter' ? () => chooseOutcome(-1) : numberKey(event);
}

const moves = {
  ArrowLeft: ['backward', 'character'],
  ArrowRight: ['forward', 'character'],
  ArrowUp: ['backward', 'line'],
  ArrowDown: ['forward', 'line'],
  Home: ['backward', 'lineboundary'],
  End: ['forward', 'lineboundary'],
};

function pickedKey(event) {
  const { key, shiftKey } = event;
  const { blocks, from, to } = reading.picked;
  const [block] = blocks;
  if (moves[key]) return () => moveCaret(...moves[key], shiftKey);
  if (key === 'Enter' && from === to) return () => breakAt(block, from);
  if (key === 'Backspace' && from === to && from <= block.start) return () => joinBlock(block);
  if ((key === 'Delete' || key === 'Backspace') && from !== to && blocks.length === 1)
    return () => replaceCharacters(block, from, to, '');
  const choice = store.review.lineChoices.find((one) => keyOfChoice(one) === key);
  if (choice) return () => makeLines(blocks, from, to, choice);
  return readingKeys[key];
}

function openInText() {
  const item = currentItem();
  const place = item && waitingPlaces(item)[0];
  if (place) readAt(place.chapter, place.start);
}

function openHelp() {
  const row = (keys, text) =>
    h(
      'tr',
      {},
      h(
        'th',
        { scope: 'row' },
        keys.map((key) => h('kbd', {}, key)),
      ),
      h('td', {}, text),
    );
  const dialog = h(
    'dialog',
    { class: 'help', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, t('help.title')),
    h('h3', {}, t('help.items')),
    h(
      'table',
      {},
      row(['j', '↓'], t('item.next')),
      row(['k', '↑'], t('item.previous')),
      row(['1', '…', '9'], t('help.number')),
      row(['Enter'], t('help.accept')),
      row(['r'], t('help.instead')),
      row(['o'], t('help.open')),
      besidePages && row(['p'], t('help.pages')),
    ),
    h('h3', {}, t('help.reading')),
    h(
      'table',
      {},
      row(['j', 'k'], t('help.next')),
      row(['←', '→', '↑', '↓'], t('help.caret')),
      row(['Enter'], t('help.break')),
      row(['Backspace'], t('help.join')),
      row(['1', '2', '…', '6', '0'], t('help.levels')),
      row(['Esc'], t('help.close')),
    ),
    h('h3', {}, ''),
    h(
      'table',
      {},
      row(['u'], t('help.undo')),
      row(['/'], t('help.filter')),
      row(['g'], t('help.views')),
      row(['?'], t('help.this')),
    ),
    h('form', { method: 'dialog' }, h('button', { type: 'submit', autofocus: true }, t('help.close'))),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
