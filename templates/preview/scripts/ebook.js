/** The e-book beside the pages or in their place. It is made only while it is looked at. */
function startEbook() {
  const view = choice('view', 'view', reading.view, ['pages', 'ebook', 'both'], (name) => t(`view-${name}`), setView);
  document.getElementById('findings').before(h('section', { id: 'ebook', 'aria-label': t('ebook') }, ...ebookParts()));
  bar.querySelector('.group').after(h('span', { class: 'group' }, view));
  new ResizeObserver(showDevice).observe(document.getElementById('stage'));
  showView();
}

/** A labelled list of choices; each choice is remembered by the one who makes it. */
function choice(id, label, value, values, nameOf, choose) {
  const options = values.map((each) => h('option', { value: each }, nameOf(each)));
  const list = h('select', { id, title: t(label), 'aria-label': t(label), on: { change: () => choose(list.value) } }, options);
  list.value = String(value);
  return list;
}

function ebookParts() {
  const previous = tool('ebookPrevious', t('ebookPrevious'), () => turnEbook(-1));
  const next = tool('ebookNext', t('ebookNext'), () => turnEbook(1));
  const dark = tool('ebookDark', t('dark'), () => setDark(!reading.isDark));
  for (const [button, drawing] of [
    [previous, icons.previous],
    [next, icons.next],
    [dark, icons.dark],
  ]) {
    button.append(icon(drawing));
    button.setAttribute('aria-label', button.title);
  }
  const bar = h(
    'div',
    { class: 'bar', role: 'toolbar', 'aria-label': t('ebook') },
    previous,
    next,
    choice('device', 'device', reading.device, Object.keys(devices), (name) => t(name), setDevice),
    choice('ebookSize', 'textSize', reading.size, textSizes, (size) => `${size} %`, (size) => sizeTo(Number(size))),
    dark,
    tool('ebookPage', t('toPage'), goToPrinted, { hidden: true }),
    h('span', { id: 'ebookPlace' }),
  );
  return [
    bar,
    h('details', { id: 'ebookFindings', hidden: true }),
    h('div', { id: 'stage' }, h('div', { id: 'screen' })),
  ];
}

function setView(view) {
  inPlace(() => {
    reading.view = view;
    remember('view', view);
    showView();
  });
  keepEbook();
}

function nextView() {
  const views = [...document.getElementById('view').options].map(({ value }) => value);
  setView(views[(views.indexOf(reading.view) + 1) % views.length]);
}

function showView() {
  document.body.dataset.view = reading.view;
  document.getElementById('view').value = reading.view;
  document.getElementById('pages').hidden = reading.view === 'ebook';
  const ebook = document.getElementById('ebook');
  ebook.hidden = reading.view === 'pages';
  ebook.setAttribute('role', reading.view === 'ebook' ? 'main' : 'region');
  const { width, height } = deviceNow();
  document.getElementById('device').title = `${t('device')} ${width} × ${height}`;
  document.getElementById('ebookDark').setAttribute('aria-pressed', String(reading.isDark));
  showDevice();
}

/** The same book on another screen, in other light or type; the place that is read stays. */
function restyle(name, stored, value) {
  reading[name] = value;
  remember(stored, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value));
  // Beside the pages the e-book takes the room that its screen wants.
  inPlace(showView);
  if (ebookView) dressView(ebookView);
}

function setDevice(device) {
  restyle('device', 'device', device);
}

function setDark(isDark) {
  restyle('isDark', 'ebook-dark', isDark);
}

function sizeTo(size) {
  restyle('size', 'ebook-size', size);
  document.getElementById('ebookSize').value = String(size);
}

function sizeBy(step) {
  const at = textSizes.indexOf(reading.size) + step;
  sizeTo(textSizes[Math.max(0, Math.min(textSizes.length - 1, at))]);
}

let isEbookWanted = false;
let isEbookInWork = false;

/** Brings the e-book to what is laid out, if it is looked at; what comes meanwhile is made after it. */
async function keepEbook() {
  if (reading.view === 'pages' || !shown.state?.pages) return;
  isEbookWanted = true;
  if (isEbookInWork) return;
  isEbookInWork = true;
  try {
    while (isEbookWanted) {
      isEbookWanted = false;
      await updateEbook();
    }
  } catch (error) {
    say(`${t('ebookFault')} ${error.message}`, true);
  } finally {
    isEbookInWork = false;
  }
}

async function updateEbook() {
  document.getElementById('ebook').setAttribute('aria-busy', 'true');
  if (!ebookView) document.getElementById('ebookPlace').textContent = t('ebookBusy');
  const { version } = shown.state;
  const { key, isStale = true, diagnostics = [], refused = diagnostics } = await ask('ebook', {});
  showEbookFindings(refused, isStale, key !== undefined);
  if (key !== undefined && key !== ebookKey) {
    const answer = await fetch(`ebook/${key}.epub`);
    if (answer.ok) {
      await openEbook(await answer.blob());
      ebookKey = key;
    }
  }
  showReading();
  document.getElementById('ebook').setAttribute('aria-busy', 'false');
  document.body.dataset.ebook = String(version);
}

/** What is wrong with the e-book stands where it is read. */
function showEbookFindings(findings, isStale, isThere) {
  const box = document.getElementById('ebookFindings');
  box.hidden = findings.length === 0;
  box.open = isStale;
  const title = isStale ? t(isThere ? 'ebookStale' : 'ebookFault') : `${t('findings')} ${findings.length}`;
  box.replaceChildren(
    h('summary', { class: isStale ? 'fault' : '' }, title),
    h('ul', { role: isStale ? 'alert' : undefined }, findings.map((finding) => findingItem(finding))),
  );
}

/** Chapter and progress, on the screen and beside it, and the printed page of the same text. */
function showReading() {
  const { tocItem, pageItem, fraction } = ebookView?.lastLocation ?? {};
  const percent = fraction === undefined ? '' : `${Math.round(fraction * 100)} %`;
  const chapter = tocItem?.label?.trim() ?? '';
  const { heads = [], feet = [] } = ebookView?.renderer ?? {};
  for (const [index, head] of heads.entries())
    head.textContent = index === heads.length - 1 ? chapter : (shown.state.title ?? '');
  for (const [index, foot] of feet.entries()) foot.textContent = index === feet.length - 1 ? percent : '';
  const { language: ofBook } = shown.state;
  document
    .getElementById('ebookPlace')
    .replaceChildren(h('span', { lang: ofBook, title: chapter }, chapter), ' ', h('span', {}, percent));
  const page = document.getElementById('ebookPage');
  page.hidden = pageItem?.label === undefined;
  page.dataset.label = pageItem?.label ?? '';
  page.textContent = t('printedPage', { label: pageItem?.label ?? '' });
}

function goToPrinted() {
  if (reading.view === 'ebook') setView('both');
  goToLabel(document.getElementById('ebookPage').dataset.label);
}
