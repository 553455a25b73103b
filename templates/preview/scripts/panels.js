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
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  spread: 'M8 4v9.5M2 3c2.5-.3 4.5 0 6 1 1.5-1 3.5-1.3 6-1v9.5c-2.5-.3-4.5 0-6 1-1.5-1-3.5-1.3-6-1z',
  grid: 'M2 3.5h12M2 6.5h12M2 9.5h12M2 12.5h12',
  area: 'M2.5 1.5h11v13h-11zM5 4.5h6v6.5H5z',
  dark: 'M13 9.8A5.5 5.5 0 0 1 6.2 3 5.5 5.5 0 1 0 13 9.8z',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.8 2.1C8.4 8.7 8 9.1 8 10.2M8 13v.1',
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
  const number = makeNumber();
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
    group(findings, help),
  );
  showTools();
}

/** The page that is looked at, and where one writes the one to go to. */
function makeNumber() {
  const showLabel = () => {
    if (shown.state?.pages) number.value = shown.state.pages[placeNow().index].label;
  };
  const go = () => {
    const label = number.value.trim();
    if (shown.state?.pages && label !== '' && !goToLabel(label)) say(t('noPage', { label }));
    showLabel();
  };
  const onKeydown = ({ key }) => {
    if (key === 'Escape') showLabel();
    // Behind the page that was gone to, keys are for the pages again.
    if (key === 'Enter' || key === 'Escape') number.blur();
  };
  const number = h('input', { id: 'number', 'aria-label': t('page'), title: t('keyPage'), on: { change: go, keydown: onKeydown } });
  return number;
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
  say(`${Math.round(zoomNow() * 100)} %`);
}

function zoomBy(factor) {
  zoomTo(Math.min(4, Math.max(0.2, zoomNow() * factor)));
}

/** Windows in which there is no room beside the pages: the same as in preview.css. */
const narrow = matchMedia('(max-width: 900px)');

/** Whoever chose something in a panel that lies over the pages wants to see it. */
function uncover() {
  if (!narrow.matches) return;
  for (const name of panels) if (!document.getElementById(name).hidden) togglePanel(name);
}

const leftPanels = ['contents', 'thumbs', 'search'];
const panels = [...leftPanels, 'findings'];

function togglePanel(name) {
  inPlace(() => {
    const panel = document.getElementById(name);
    panel.hidden = !panel.hidden;
    // At each side one panel is open; in a narrow window, where they lie over the pages, one at all.
    const rivals = narrow.matches ? panels : leftPanels.includes(name) ? leftPanels : [];
    if (!panel.hidden) for (const other of rivals) if (other !== name) document.getElementById(other).hidden = true;
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
  const items = headings.map(({ title, depth, page, id, chapter }) => {
    const go = () => {
      uncover();
      moveTo(page);
      readHeading({ id, chapter });
    };
    const words = [h('span', { lang: ofBook }, title), h('span', {}, pages[page].label)];
    return h('li', { class: `depth-${depth}` }, h('button', { type: 'button', on: { click: go } }, words));
  });
  document.getElementById('contents').replaceChildren(h('h2', {}, t('contents')), h('ol', {}, items));
}

/** Marks the first heading that stands on the pages that are looked at, or else the last before them. */
function followContents(index, isMove) {
  const panel = document.getElementById('contents');
  if (panel.hidden) return;
  const { headings } = shown.state;
  const seen = pagesSeenWith(index);
  const first = headings.findIndex(({ page }) => seen.includes(page));
  const at = first < 0 ? headings.findLastIndex(({ page }) => page < seen[0]) : first;
  const button = panel.querySelectorAll('button')[at];
  if (button?.hasAttribute('aria-current')) return;
  panel.querySelector('[aria-current]')?.removeAttribute('aria-current');
  button?.setAttribute('aria-current', 'true');
  if (isMove) button?.scrollIntoView({ block: 'nearest' });
}
