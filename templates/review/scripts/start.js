/** The frame of the page: its head, its views, and what it says. */
let shownView = 'items';

const views = { items: itemsView, read: readingView, chapters: chaptersView };

function show(name) {
  shownView = name;
  document.body.classList.remove('item-open', 'picking');
  draw();
  window.scrollTo(0, 0);
}

function draw() {
  document.title = `${store.review.title} · ${t('page.review')}`;
  document.body.dataset.view = shownView;
  const app = document.getElementById('app');
  const focused = document.activeElement?.id;
  list.rows.clear();
  app.replaceChildren(pageHead(), messages(), views[shownView](), staticBar() || '');
  if (shownView === 'items') drawItems();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function pageHead() {
  return h(
    'header',
    { class: 'page-head' },
    h('a', { class: 'skip', href: '#view' }, t('page.skip')),
    h(
      'div',
      { class: 'book' },
      manuscript('h1', {}, store.review.title),
      h('p', {}, `${store.review.file} · ${store.review.encodings.join(', ')}`),
    ),
    h(
      'nav',
      { class: 'views', 'aria-label': t('page.review') },
      Object.keys(views).map((name) =>
        button(t(`view.${name}`), () => show(name), {
          'aria-current': name === shownView ? 'page' : undefined,
        }),
      ),
      besidePages && button(t('view.pages'), () => location.assign('../')),
    ),
    progress(),
    h(
      'div',
      { class: 'tools' },
      h('span', { class: 'saving', id: 'saving' }, store.sending ? t('say.saving') : ''),
      button([t('say.undo'), kbd('u')], () => void undoLast(), { class: 'quiet' }),
      button(t('page.language'), switchLanguage, {
        class: 'quiet',
        title: t('page.language-hint'),
        lang: language === 'zh' ? 'en' : 'zh-CN',
      }),
      button('?', openHelp, { class: 'quiet round', 'aria-label': t('page.help'), title: t('page.help') }),
    ),
  );
}

function switchLanguage() {
  setLanguage(language === 'zh' ? 'en' : 'zh');
  draw();
}

function progress() {
  let [open, decided] = [0, 0];
  for (const item of store.review.items) {
    const waiting = waitingPlaces(item).length;
    if (item.state === 'open') {
      open += waiting;
      decided += item.places.length - waiting;
    } else if (item.state === 'decided') decided += waiting;
  }
  const all = open + decided;
  const bar = h('span', {});
  bar.style.width = all === 0 ? '100%' : `${(100 * decided) / all}%`;
  return h(
    'div',
    { class: 'progress', id: 'progress' },
    h('span', { class: 'track', 'aria-hidden': 'true' }, bar),
    h(
      'span',
      { class: 'progress-text' },
      all === 0 ? t('page.progress-none') : t('page.progress', { done: count(decided), all: count(all) }),
    ),
  );
}

/** What the page has to say that stays until it is read: what was refused, what the run told. */
function messages() {
  const boxes = [];
  if (store.lost)
    boxes.push(h('div', { class: 'message error', role: 'alert' }, h('p', {}, withCode(t('say.lost')))));
  if (store.refused.length > 0)
    boxes.push(
      h(
        'div',
        { class: 'message error', role: 'alert' },
        h('h2', {}, t('say.refused')),
        store.refused.map(noteWords),
        button(t('say.dismiss'), () => {
          store.refused = [];
          drawMessages();
        }),
      ),
    );
  if (store.notes.length > 0)
    boxes.push(
      h(
        'details',
        { class: 'message' },
        h('summary', {}, `${t('say.notes')} ${count(store.notes.length)}`),
        store.notes.map(noteWords),
      ),
    );
  return h('div', { class: 'messages', id: 'messages' }, boxes);
}

function drawMessages() {
  document.getElementById('messages')?.replaceWith(messages());
}

function noteWords(note) {
  const [message, hint] = wordsOf(note);
  return h(
    'div',
    {},
    note.place && h('p', { class: 'note-place' }, note.place),
    h('p', {}, withCode(message)),
    hint && h('p', { class: 'hint' }, withCode(hint)),
  );
}

/** Tells what was done, with a way back. */
function tell(text, canUndo = true) {
  announce(text);
  document.querySelector('.toast')?.remove();
  const toast = h(
    'div',
    { class: 'toast' },
    h('span', {}, text),
    canUndo && button(t('say.undo'), () => void undoLast(), { class: 'quiet' }),
  );
  document.body.append(toast);
  setTimeout(() => toast.remove(), 4000);
}

/** What a page without a server has collected, and how it gets to the normalizer. */
function staticBar() {
  if (store.served || collected.length === 0) return undefined;
  const entries = collectedEntries();
  const yaml = asYaml(entries);
  const copy = async () => {
    await copyText(yaml);
    tell(t('static.copied'), false);
  };
  const link = h(
    'a',
    {
      class: 'button',
      download: `${store.review.file.split('/').at(-1)}.decisions.yaml`,
      href: URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' })),
    },
    t('static.download'),
  );
  return h(
    'footer',
    { class: 'static-bar', id: 'static-bar' },
    h('strong', {}, t('static.count', { count: count(entries.length) })),
    button(t('static.copy'), () => void copy()),
    link,
    button(t('static.discard'), discardCollected, { class: 'quiet' }),
    h('p', { class: 'hint' }, t('static.about'), ' ', withCode(t('static.how', { file: store.review.file }))),
  );
}

/** Copies by the clipboard, or, where a page from a file has none, by a selection. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = h('textarea', {}, text);
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

/** Draws what a change touches. */
function redraw({ fresh, failed, item }) {
  // What was not written is looked at again.
  if (failed) document.querySelector('.toast')?.remove();
  if (item !== undefined) list.current = item;
  document.getElementById('progress')?.replaceWith(progress());
  const saving = document.getElementById('saving');
  if (saving) saving.textContent = store.sending ? t('say.saving') : '';
  drawMessages();
  if (!store.served) document.getElementById('static-bar')?.remove();
  const bar = staticBar();
  if (bar) document.getElementById('app').append(bar);
  if (shownView === 'items') {
    drawItems();
    // The button that was pressed is gone; who works without a mouse goes on from the next place.
    if (document.activeElement === document.body)
      document.getElementById('item')?.focus({ preventScroll: true });
  } else if (shownView === 'read' && (fresh || !store.served)) void redrawReading();
  else if (shownView === 'chapters' && fresh) draw();
}

recallCollected();
setLanguage(language);
document.body.append(
  h('div', { id: 'announcements', class: 'unseen-region', 'aria-live': 'polite', role: 'status' }),
);
onChange(redraw);
draw();
followReadHash();
document.addEventListener('keydown', onKey);
document.addEventListener('click', (event) => {
  if (event.target.closest('.sheet')) clickText(event);
});
document.addEventListener('mouseup', () => {
  if (shownView === 'read' && document.getSelection()?.isCollapsed === false) pickSelection();
});
document.addEventListener('selectionchange', () => {
  if (
    shownView === 'read' &&
    matchMedia('(pointer: coarse)').matches &&
    document.getSelection()?.isCollapsed === false
  )
    pickSelection();
});
document.addEventListener('keydown', (event) => {
  const mark = event.target.closest?.('.sheet .doubt');
  if (mark?.doubt && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    lookAtQuietly(mark.doubt);
  }
});
window.addEventListener('resize', () => shownView === 'read' && placeCaret());
