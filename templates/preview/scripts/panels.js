const bar = document.getElementById('bar');

function tool(id, label, press, properties = {}) {
  return h('button', { type: 'button', id, title: label, ...properties, on: { click: press } });
}

/** Drawn, for a machine need not have the characters. */
const icons = {
  contents: 'M2 4h12M2 8h12M2 12h8',
  thumbs: 'M2.5 2.5h4v4h-4zM9.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9.5 9.5h4v4h-4z',
  search: 'M10.5 10.5 14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0z',
  previous: 'M10 3 5 8l5 5',
  next: 'm6 3 5 5-5 5',
  smaller: 'M3 8h10',
  larger: 'M3 8h10M8 3v10',
};

function icon(path) {
  const svg = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(svg, 'svg');
  drawing.setAttribute('viewBox', '0 0 16 16');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

function makeBar() {
  bar.setAttribute('aria-label', t('toolbar'));
  const number = h('input', { id: 'number', 'aria-label': t('page'), on: {
      change: () => goToLabel(number.value),
      // Behind the page that was gone to, keys are for the pages again.
      keydown: ({ key }) => key === 'Enter' && number.blur(),
    } });
  const editor = h(
    'select',
    { id: 'editor', 'aria-label': t('editor'), on: { change: () => choose('editor', editor.value) } },
  );
  const tools = {
    contents: tool('toContents', t('contents'), () => togglePanel('contents')),
    thumbs: tool('toThumbs', t('thumbs'), () => togglePanel('thumbs')),
    search: tool('toSearch', t('search'), () => togglePanel('search')),
    review: tool('toReview', t('review'), openReview, { hidden: true }),
    previous: tool('previous', t('previous'), () => turn(-1)),
    next: tool('next', t('next'), () => turn(1)),
    smaller: tool('smaller', t('zoomOut'), () => zoomBy(1 / 1.15)),
    larger: tool('larger', t('zoomIn'), () => zoomBy(1.15)),
    fit: tool('fit', t('fit'), () => zoomTo(0)),
    spread: tool('spread', t('spread'), () => toggle('isSpread', 'spread')),
    grid: tool('grid', t('grid'), () => toggle('hasGrid', 'grid')),
    area: tool('area', t('area'), () => toggle('hasArea', 'area')),
    findings: tool('toFindings', t('findings'), () => togglePanel('findings')),
    help: tool('toHelp', t('help'), openHelp),
  };
  for (const [name, button] of Object.entries(tools)) {
    button.append(icons[name] ? icon(icons[name]) : button.title);
    if (icons[name]) button.setAttribute('aria-label', button.title);
  }
  const { contents, thumbs, search, previous, next, smaller, larger, fit, spread, grid, area, review, findings, help } = tools;
  const count = h('span', { id: 'count' });
  const group = (...of) => h('span', { class: 'group' }, of);
  bar.append(
    group(contents, thumbs, search),
    group(previous, number, count, next),
    group(smaller, larger, fit),
    group(spread, grid, area),
    group(...makeLook()),
    group(review),
    group(findings, editor, help),
  );
  showTools();
}

/** The editors that a click can open; the one that the command names is chosen at first. */
function showEditors({ editors, editor }) {
  const field = document.getElementById('editor');
  if (field.options.length > 0) return;
  for (const { name, label } of editors) field.append(h('option', { value: name }, t('editorOpens', { name: label })));
  field.append(h('option', { value: 'copy' }, t('editorCopy')));
  if (editor) shown.editor = editor;
  field.value = shown.editor;
  if (field.value === '') field.value = shown.editor = 'vscode';
}

function showTools() {
  for (const [id, is] of [
    ['spread', shown.isSpread],
    ['grid', shown.hasGrid],
    ['area', shown.hasArea],
  ])
    document.getElementById(id).setAttribute('aria-pressed', String(is));
  for (const [id, panel] of [
    ['toContents', 'contents'],
    ['toThumbs', 'thumbs'],
    ['toSearch', 'search'],
    ['toFindings', 'findings'],
  ])
    document.getElementById(id).setAttribute('aria-expanded', String(!document.getElementById(panel).hidden));
}

function choose(name, value) {
  shown[name] = value;
  remember(name, value);
}

/** Changes how the pages are shown; the page that is looked at stays. */
function inPlace(change) {
  const { index, offset } = placeNow();
  change();
  showManner();
  showTools();
  moveTo(index, offset);
}

function toggle(name, stored) {
  inPlace(() => {
    shown[name] = !shown[name];
    remember(stored, shown[name] ? 'yes' : 'no');
  });
}

function zoomTo(zoom) {
  inPlace(() => choose('zoom', zoom));
}

function zoomBy(factor) {
  zoomTo(Math.min(4, Math.max(0.2, zoomNow() * factor)));
}

const leftPanels = ['contents', 'thumbs', 'search'];
const panels = [...leftPanels, 'findings'];

function togglePanel(name) {
  inPlace(() => {
    const panel = document.getElementById(name);
    panel.hidden = !panel.hidden;
    // At each side one panel is open.
    if (!panel.hidden && leftPanels.includes(name))
      for (const other of leftPanels) if (other !== name) document.getElementById(other).hidden = true;
    for (const each of panels) remember(each, document.getElementById(each).hidden ? 'no' : 'yes');
  });
  if (name === 'search') {
    if (document.getElementById(name).hidden) void seek('');
    else document.getElementById('query').select();
  }
  void showThumbs();
}

function showContents() {
  const { headings, pages, language: ofBook } = shown.state;
  const items = headings.map(({ title, depth, page, id, chapter }) =>
    h(
      'li',
      { class: `depth-${depth}` },
      h(
        'button',
        { type: 'button', on: { click: () => [moveTo(page), readHeading({ id, chapter })] } },
        h('span', { lang: ofBook }, title),
        h('span', {}, pages[page].label),
      ),
    ),
  );
  document.getElementById('contents').replaceChildren(h('h2', {}, t('contents')), h('ol', {}, items));
}

function showFindings() {
  const { diagnostics } = shown.state;
  const items = diagnostics.map(findingItem);
  const body = items.length > 0 ? h('ul', {}, items) : h('p', {}, t('noFindings'));
  document.getElementById('findings').replaceChildren(h('h2', {}, t('findings')), body);
  const tool = document.getElementById('toFindings');
  tool.textContent = diagnostics.length > 0 ? `${t('findings')} ${diagnostics.length}` : t('findings');
}

function findingItem(finding) {
  const { severity, code, source, page } = finding;
  const [message, hint] = finding[language];
  const go = () => {
    if (page !== undefined) goToPage(page);
    if (source) openSource(source);
  };
  const place = source && h('button', { type: 'button', on: { click: go } }, `${source.shown}:${source.line}`);
  return h(
    'li',
    { class: 'finding', ...(page !== undefined && { 'data-page': String(page) }) },
    h('p', {}, h('span', { class: severity }, t(severity)), ` ${code}`),
    h('p', {}, message),
    hint ? h('p', { class: 'hint' }, hint) : undefined,
    place,
  );
}

/** How many findings concern a page stands at its outer edge. */
function showNotesAt(slot, index) {
  const count = shown.state.diagnostics.filter(({ page }) => page === index).length;
  if (count > 0) slot.dataset.notes = String(count);
  else delete slot.dataset.notes;
}

/** The findings of the pages that are looked at are brought into sight beside them. */
function followFindings(index) {
  const panel = document.getElementById('findings');
  if (panel.hidden) return;
  const pages = [index, ...(shown.isSpread && shown.state.pages[index]?.side === 'verso' ? [index + 1] : [])];
  const items = [...panel.querySelectorAll('.finding')];
  const here = items.filter(({ dataset }) => pages.includes(Number(dataset.page ?? -1)));
  for (const item of items) item.classList.toggle('here', here.includes(item));
  here[0]?.scrollIntoView({ block: 'nearest' });
}

function openFindingsOf(index) {
  if (document.getElementById('findings').hidden) togglePanel('findings');
  const own = document.querySelector(`.finding[data-page="${index}"]`);
  own?.scrollIntoView({ block: 'nearest' });
  own?.querySelector('button')?.focus();
}

function openHelp() {
  const keys = [
    ['← →', 'keyMove'],
    ['Home End', 'keyEnds'],
    ['− + 0', 'keyZoom'],
    ['g', 'keyPage'],
    ['s', 'keySpread'],
    ['b', 'keyGrid'],
    ['a', 'keyArea'],
    ['e', 'keyEbook'],
    ['c', 'keyContents'],
    ['t', 'keyThumbs'],
    ['/', 'keySearch'],
    ['f', 'keyFindings'],
    ['r', 'keyReview'],
    ['?', 'keyHelp'],
  ];
  const dialog = document.getElementById('help');
  dialog.setAttribute('aria-label', t('help'));
  dialog.replaceChildren(
    h('h2', {}, t('help')),
    h('dl', {}, keys.flatMap(([key, words]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(words))])),
    h('button', { type: 'button', on: { click: () => dialog.close() } }, t('close')),
  );
  dialog.showModal();
}
