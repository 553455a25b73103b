/**
 * Shows what the server has now; the page that is looked at stays where it is. All that has to be waited for comes first,
 * so that nothing the reader does meanwhile is lost.
 */
async function update() {
  const state = await (await fetch('state')).json();
  const hasNewStyle = state.pages !== undefined && (await newStyle());
  const next = state.pages && (!frame || hasNewStyle) ? await loadFrame() : undefined;
  const old = shown.state;
  if (old && state.version < old.version) return next?.remove();
  const place = old?.pages && frame ? placeNow() : { index: 0, offset: 0 };
  shown.state = { diagnostics: [], ...state };
  const title = document.getElementById('title');
  title.textContent = state.title ?? 'Banxin';
  title.title = title.textContent;
  document.title = state.title ?? 'Banxin';
  document.querySelector('.empty')?.remove();
  document.body.classList.toggle('without-pages', !state.pages);
  if (state.pages) await showPages(old, place, next);
  else showNoPages();
  showFindings();
  if (state.pages) showNumber(false);
  showEditors(state);
  document.body.dataset.version = String(state.version);
  if (state.isStale && state.pages) sayStanding(t('stale'), true);
  else sayStanding(triedNote() || otherBrowserNote());
  if (state.pages) await followHash();
  void keepEbook();
}

/** Where there are no pages, what is wrong stands in their place. */
function showNoPages() {
  const errors = shown.state.diagnostics.filter(({ severity }) => severity === 'error');
  const list = h('ul', { role: 'alert' }, errors.map((error) => findingItem(error)));
  document.getElementById('pages').append(h('div', { class: 'empty' }, h('p', {}, t('empty')), list));
}

/** Chinese marks and line ends are set by what only Chromium knows of CSS: elsewhere a page is near to print, not the same. */
function otherBrowserNote() {
  return CSS.supports('text-spacing-trim', 'trim-start') ? '' : t('otherBrowser');
}

async function showPages(old, place, next) {
  document.getElementById('count').textContent = t('of', { count: shown.state.pages.length });
  showContents();
  showLook();
  const reveal = next && useFrame(next);
  laySlots();
  const before = old?.pages ? undefined : recallPlace();
  const index = before?.index ?? samePage(old, place.index);
  sought = index;
  if (before) moveTo(index, before.offset);
  else if (next || index !== place.index) moveTo(index, place.offset);
  await fillNear();
  reveal?.();
  void showThumbs();
  if (query !== '') void seek(query);
  document.getElementById('toReview').hidden = !shown.state.hasReview;
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
  makeSearch();
  makeHelp();
  makeBar();
  startEbook();
  for (const name of panels) document.getElementById(name).setAttribute('aria-label', t(name));
  for (const name of panels)
    document.getElementById(name).hidden = recall(name) !== 'yes';
  showTools();
  document.addEventListener('keydown', onKey);
  document.addEventListener('pointerdown', notePointer);
  document.addEventListener('change', giveKeysBack);
  addEventListener('resize', () => shown.zoom === 0 && shown.state?.pages && inPlace(() => undefined));
  addEventListener('hashchange', () => void followHash());
  addEventListener('pagehide', rememberPlace);
  const news = new EventSource('news');
  news.addEventListener('message', ({ data }) => {
    if (data === 'busy') sayStanding(t('busy'));
    else updating = updating.then(update);
  });
  news.addEventListener('error', () => sayStanding(t('lost'), true));
  news.addEventListener('open', () => {
    updating = updating.then(update);
  });
}

start();
