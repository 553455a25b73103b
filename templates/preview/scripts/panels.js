const bar = document.getElementById('bar');

function tool(id, label, press, properties = {}) {
  return h('button', { type: 'button', id, title: label, 'aria-label': label, ...properties, on: { click: press } });
}

function makeBar() {
  bar.setAttribute('aria-label', t('toolbar'));
  const number = h('input', { id: 'number', 'aria-label': t('page'), on: { change: () => goToLabel(number.value) } });
  const editor = h(
    'select',
    { id: 'editor', 'aria-label': t('editor'), on: { change: () => choose('editor', editor.value) } },
    h('option', { value: 'vscode' }, t('editorVscode')),
    h('option', { value: 'copy' }, t('editorCopy')),
  );
  editor.value = shown.editor;
  const tools = {
    contents: tool('toContents', t('contents'), () => togglePanel('contents')),
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
  const faces = { contents: '☰', previous: '←', next: '→', smaller: '−', larger: '+', help: '?' };
  for (const [name, button] of Object.entries(tools)) button.textContent = faces[name] ?? button.title;
  const { contents, previous, next, smaller, larger, fit, spread, grid, area, findings, help } = tools;
  const count = h('span', { id: 'count' });
  bar.append(contents, previous, number, count, next, smaller, larger, fit, spread, grid, area, findings, editor, help);
  showTools();
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

function togglePanel(name) {
  inPlace(() => {
    const panel = document.getElementById(name);
    panel.hidden = !panel.hidden;
    remember(name, panel.hidden ? 'no' : 'yes');
  });
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
    if (page !== undefined) moveTo(page);
    if (source) openSource(source);
  };
  const place = source && h('button', { type: 'button', on: { click: go } }, `${source.shown}:${source.line}`);
  return h(
    'li',
    { class: 'finding' },
    h('p', {}, h('span', { class: severity }, t(severity)), ` ${code}`),
    h('p', {}, message),
    hint ? h('p', { class: 'hint' }, hint) : undefined,
    place,
  );
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
    ['f', 'keyFindings'],
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
