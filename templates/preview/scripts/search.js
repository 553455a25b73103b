/** What is sought in the pages; nothing while nobody seeks. */
let query = '';
let asking = 0;
/** What was found, and which of it the reader went to last; -1 before he goes anywhere. */
let found = [];
let foundAt = -1;

function makeSearch() {
  const panel = document.getElementById('search');
  const field = h('input', {
    type: 'search',
    id: 'query',
    'aria-label': t('searchFor'),
    on: { input: () => void seek(field.value), keydown: (event) => onSearchKey(event, field) },
  });
  panel.replaceChildren(h('h2', {}, t('search')), field, h('p', { id: 'hits', role: 'status' }), h('ol', { id: 'found' }));
}

/** Whoever seeks again has the panel open already. */
function openSearch() {
  if (document.getElementById('search').hidden) togglePanel('search');
  else document.getElementById('query').select();
}

/** Enter goes on to the next place, with the shift key back. */
function onSearchKey(event, field) {
  if (event.key === 'Enter') goToHit(foundAt + (event.shiftKey ? -1 : 1));
  else if (event.key === 'Escape' && field.value === '') togglePanel('search');
  else return;
  event.preventDefault();
}

async function seek(text) {
  if (text.trim() !== query) foundAt = -1;
  query = text.trim();
  const mine = ++asking;
  const { hits, count } = query === '' ? { hits: [], count: 0 } : await ask('search', { text: query });
  if (mine !== asking) return;
  found = hits;
  foundAt = Math.min(foundAt, hits.length - 1);
  const key = count > hits.length ? 'hitsOf' : 'hits';
  document.getElementById('hits').textContent = query === '' ? '' : t(key, { count, listed: hits.length });
  document.getElementById('found').replaceChildren(...hits.map(hitItem));
  markHit();
  paintFound();
}

function hitItem({ page, before, found: words, after }, at) {
  const go = () => {
    uncover();
    goToHit(at);
  };
  const line = h('span', { lang: shown.state.language }, before, h('mark', {}, words), after);
  const label = h('span', {}, shown.state.pages[page]?.label ?? '');
  return h('li', {}, h('button', { type: 'button', on: { click: go } }, line, label));
}

/** After the last place comes the first. */
async function goToHit(wanted) {
  if (found.length === 0) return;
  foundAt = (wanted + found.length) % found.length;
  markHit();
  const { page } = found[foundAt];
  goToPage(page);
  await fill([slots[page]]);
  paintFound();
  bringIntoSight(rangeOfHit());
}

function markHit() {
  const buttons = [...document.querySelectorAll('#found button')];
  for (const [at, button] of buttons.entries()) {
    if (at === foundAt) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
  buttons[foundAt]?.scrollIntoView({ block: 'nearest' });
}

/** The place that the reader went to, where it is drawn: the server seeks in the text of a page, not in what stands around it. */
function rangeOfHit() {
  const { page } = found[foundAt] ?? {};
  const content = slots[page]?.querySelector('.pagedjs_page_content');
  if (!content) return undefined;
  const nth = found.slice(0, foundAt).filter((hit) => hit.page === page).length;
  const ranges = foundOn(content);
  return ranges[nth] ?? ranges[0];
}

/** A page may be larger than the window. */
function bringIntoSight(range) {
  if (!range) return;
  const { top, bottom, left, right } = range.getBoundingClientRect();
  const { clientWidth, clientHeight } = frame;
  const [isAcross, isDown] = [left >= 0 && right <= clientWidth, top >= 0 && bottom <= clientHeight];
  frame.contentWindow.scrollBy(isAcross ? 0 : left - clientWidth / 3, isDown ? 0 : top - clientHeight / 3);
}

/** The same characters that scripts/pipeline/preview/preview-search.ts leaves out. */
const unsought = /[\u00ad\u200b\u2060]/;

/** Marks what is sought on the pages that are drawn. */
function paintFound() {
  const inside = frame?.contentWindow;
  if (!inside?.CSS?.highlights) return;
  const ranges = query === '' ? [] : slots.filter(({ dataset }) => dataset.key).flatMap(foundOn);
  inside.CSS.highlights.set('found', new inside.Highlight(...ranges));
  const now = query === '' ? undefined : rangeOfHit();
  const highlight = new inside.Highlight(...(now ? [now] : []));
  highlight.priority = 1;
  inside.CSS.highlights.set('foundNow', highlight);
}

function foundOn(element) {
  const places = [];
  let text = '';
  const add = (character, node, at) => {
    const isSpace = /\s/.test(character);
    if (unsought.test(character) || (isSpace && text.endsWith(' '))) return;
    text += isSpace ? ' ' : fold(character);
    places.push([node, at]);
  };
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('rt, rp, [role=doc-noteref]')) continue;
    for (let at = 0; at < node.data.length; at += 1) add(node.data[at], node, at);
  }
  const ranges = [];
  const wanted = [...query.replace(/\s+/g, ' ')].map(fold).join('');
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const [[first, from], [last, to]] = [places[at], places[at + wanted.length - 1]];
    const range = element.ownerDocument.createRange();
    range.setStart(first, from);
    range.setEnd(last, to + 1);
    ranges.push(range);
  }
  return ranges;
}

function fold(character) {
  const small = character.toLowerCase();
  return small.length === character.length ? small : character;
}
