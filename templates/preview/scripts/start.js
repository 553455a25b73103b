/** Shows what the server has now; the page that is looked at stays where it is. */
async function update() {
  const state = await (await fetch('state')).json();
  const old = shown.state;
  if (old && state.version < old.version) return;
  const place = old?.pages ? placeNow() : { index: 0, offset: 0 };
  shown.state = { diagnostics: [], ...state };
  document.getElementById('title').textContent = state.title ?? 'Banxin';
  document.title = state.title ?? 'Banxin';
  showFindings();
  document.querySelector('.empty')?.remove();
  if (!state.pages) {
    document.getElementById('pages').append(h('p', { class: 'empty' }, t('empty')));
    return;
  }
  document.getElementById('count').textContent = t('of', { count: state.pages.length });
  showContents();
  const isRestyled = !frame || (await newStyle());
  const reveal = isRestyled ? await openFrame() : undefined;
  laySlots();
  const index = samePage(old, place.index);
  sought = index;
  if (isRestyled || index !== place.index) moveTo(index, place.offset);
  await fillNear();
  reveal?.();
  document.body.dataset.version = String(state.version);
  say(state.isStale ? t('stale') : '', state.isStale);
  void keepEbook();
}

let style;

/** Whether the style sheet of the pages is another than before. */
async function newStyle() {
  const next = await (await fetch('pages.css')).text();
  const is = style !== undefined && style !== next;
  style = next;
  return is;
}

let updating = Promise.resolve();

function start() {
  makeBar();
  startEbook();
  for (const name of ['contents', 'findings'])
    document.getElementById(name).hidden = recall(name) !== 'yes';
  showTools();
  document.addEventListener('keydown', onKey);
  addEventListener('resize', () => shown.zoom === 0 && shown.state?.pages && inPlace(() => undefined));
  const news = new EventSource('news');
  news.addEventListener('message', ({ data }) => {
    if (data === 'busy') say(t('busy'));
    else updating = updating.then(update);
  });
  news.addEventListener('error', () => say(t('lost'), true));
  news.addEventListener('open', () => {
    updating = updating.then(update);
  });
}

start();
