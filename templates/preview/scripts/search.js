/** What is sought in the pages; nothing while nobody seeks. */
let query = '';
let asking = 0;

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

function onSearchKey(event, field) {
  if (event.key === 'Enter') document.querySelector('#found button')?.click();
  else if (event.key === 'Escape' && field.value === '') togglePanel('search');
  else return;
  event.preventDefault();
}

async function seek(text) {
  query = text.trim();
  const mine = ++asking;
  const { hits, count } = query === '' ? { hits: [], count: 0 } : await ask('search', { text: query });
  if (mine !== asking) return;
  document.getElementById('hits').textContent = query === '' ? '' : t('hits', { count });
  document.getElementById('found').replaceChildren(...hits.map(hitItem));
  paintFound();
}

function hitItem({ page, before, found, after }) {
  const words = h('span', { lang: shown.state.language }, before, h('mark', {}, found), after);
  const label = h('span', {}, shown.state.pages[page]?.label ?? '');
  return h('li', {}, h('button', { type: 'button', on: { click: () => goToPage(page) } }, words, label));
}

/** The same characters that scripts/pipeline/preview/preview-search.ts leaves out. */
const unsought = /[\u00ad\u200b\u2060]/;

/** Marks what is sought on the pages that are drawn. */
function paintFound() {
  const inside = frame?.contentWindow;
  if (!inside?.CSS?.highlights) return;
  const ranges = query === '' ? [] : slots.filter(({ dataset }) => dataset.key).flatMap(foundOn);
  inside.CSS.highlights.set('found', new inside.Highlight(...ranges));
}

function foundOn(slot) {
  const places = [];
  let text = '';
  const add = (character, node, at) => {
    const isSpace = /\s/.test(character);
    if (unsought.test(character) || (isSpace && text.endsWith(' '))) return;
    text += isSpace ? ' ' : fold(character);
    places.push([node, at]);
  };
  const walker = slot.ownerDocument.createTreeWalker(slot, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('rt, rp, [role=doc-noteref]')) continue;
    for (let at = 0; at < node.data.length; at += 1) add(node.data[at], node, at);
  }
  const ranges = [];
  const wanted = [...query.replace(/\s+/g, ' ')].map(fold).join('');
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const [[first, from], [last, to]] = [places[at], places[at + wanted.length - 1]];
    const range = slot.ownerDocument.createRange();
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
