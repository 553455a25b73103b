/**
 * The pages lie in a frame that runs no script: what the manuscript holds can do nothing here. WebKit tells nobody of a
 * click in a frame without `allow-scripts`; there the frame's own policy alone lets no script run.
 */
const inert = /Apple/.test(navigator.vendor) ? 'allow-same-origin allow-scripts' : 'allow-same-origin';
let frame;
/** A slot for each page, as large as the page; only those near the window are filled. */
let slots = [];
let watcher;
/** Markup of pages by their key. */
const markups = new Map();
const mostKept = 400;
/**
 * Pages are laid out at their own size, as for print, and then drawn larger or smaller: laid out at another size, a last line may
 * not fit any more, and where a browser sets letters on whole pixels (Linux, with hinting) lines break otherwise.
 */
const sheetCss = `
.slot { width: calc(var(--width) * var(--zoom)); height: calc(var(--height) * var(--zoom)); background: #fff; position: relative; overflow: hidden; contain: strict; }
.slot > .pagedjs_pages { width: var(--width); height: var(--height); transform: scale(var(--zoom)); transform-origin: 0 0; text-rendering: geometricPrecision; }
.slot .pagedjs_page { margin: 0; }
`;
const deskCss = `
${sheetCss}
html { background: transparent; overflow: auto; }
body { margin: 0 !important; }
.desk { display: grid; justify-content: center; gap: calc(12mm * var(--zoom)) 0; padding: calc(10mm * var(--zoom)); width: max-content; min-width: 100%; box-sizing: border-box; }
.desk.spread { grid-template-columns: auto auto; }
.desk.single { grid-template-columns: auto; }
.slot { box-shadow: 0 1px 4px rgb(0 0 0 / 30%); }
.spread .slot.recto { grid-column: 2; }
.spread .slot.verso { grid-column: 1; }
.slot::after { content: ""; position: absolute; pointer-events: none; display: none; }
.grid .slot::after, .area .slot::after { display: block; top: calc(var(--head) * var(--zoom)); bottom: calc(var(--foot) * var(--zoom)); left: calc(var(--left) * var(--zoom)); right: calc(var(--right) * var(--zoom)); }
.area .slot::after { outline: 1px solid rgb(200 30 30 / 60%); }
.grid .slot::after { --at: calc(var(--base) * var(--zoom)); background: linear-gradient(transparent calc(var(--at) - 1px), rgb(30 120 200 / 50%) calc(var(--at) - 1px), rgb(30 120 200 / 50%) var(--at), transparent var(--at)) 0 0 / 100% calc(var(--line) * var(--zoom)); }
.slot[data-notes]::before { content: attr(data-notes); position: absolute; z-index: 1; top: 8px; right: 8px; font: 700 12px/18px system-ui, sans-serif; min-width: 18px; height: 18px; box-sizing: border-box; text-align: center; border-radius: 9px; background: #a3301f; color: #fff; cursor: pointer; }
.slot.verso[data-notes]::before { right: auto; left: 8px; }
::highlight(found) { background: #ffe9a0; color: #000; }
::highlight(foundNow) { background: #ffb300; color: #000; }
`;

function desk() {
  return frame?.contentDocument?.querySelector('.desk');
}

/** Loads a frame anew: at first, and when the style sheet of the pages has changed. It is not seen yet. */
async function loadFrame() {
  const next = h('iframe', { src: 'frame', sandbox: inert, title: t('pages') });
  if (frame) next.style.visibility = 'hidden';
  document.getElementById('pages').append(next);
  await new Promise((resolve) => next.addEventListener('load', resolve, { once: true }));
  const inside = next.contentDocument;
  inside.head.append(Object.assign(inside.createElement('style'), { textContent: deskCss }));
  inside.body.replaceChildren(Object.assign(inside.createElement('div'), { className: 'desk' }));
  const fonts = Promise.all([...inside.fonts].map((font) => font.load().catch(() => undefined)));
  await Promise.race([fonts, new Promise((resolve) => setTimeout(resolve, 1000))]);
  return next;
}

/** From now on the pages lie in that frame; gives what shows it in place of the one before. */
function useFrame(next) {
  const old = frame;
  frame = next;
  const inside = next.contentDocument;
  inside.addEventListener('mousedown', noteSelection);
  inside.addEventListener('click', onClick);
  inside.addEventListener('keydown', onKey);
  inside.addEventListener('scroll', () => showNumber());
  slots = [];
  near.clear();
  return () => {
    next.style.visibility = '';
    old?.remove();
  };
}

/** Gives each page of the state its slot; a slot whose page is the same as before keeps what is in it. */
function laySlots() {
  const { pages, trim, line, size } = shown.state;
  // Every face fills its em from 0.88 above the baseline (scripts/print/font-css.ts), in the middle of its line.
  const base = (line - size) / 2 + 0.88 * size;
  const container = desk();
  const inside = frame.contentDocument;
  watcher?.disconnect();
  watcher = new inside.defaultView.IntersectionObserver(onSight, { root: inside, rootMargin: '150% 0px' });
  while (slots.length > pages.length) slots.pop().remove();
  while (slots.length < pages.length) {
    const slot = inside.createElement('div');
    slots.push(slot);
    container.append(slot);
  }
  for (const [index, page] of pages.entries()) {
    const slot = slots[index];
    slot.className = `slot ${page.side}`;
    const { head, foot, inner, outer } = trim.margins;
    const [left, right] = page.side === 'recto' ? [inner, outer] : [outer, inner];
    slot.style.cssText = `--width:${trim.width}mm;--height:${trim.height}mm;--head:${head}mm;--foot:${foot}mm;--left:${left}mm;--right:${right}mm;--line:${line}pt;--base:${base}pt`;
    slot.dataset.page = String(index);
    showNotesAt(slot, index);
    watcher.observe(slot);
  }
  showManner();
}

const near = new Set();

function onSight(entries) {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) near.add(target);
    else {
      near.delete(target);
      empty(target);
    }
  }
  void fillNear();
}

function empty(slot) {
  slot.replaceChildren();
  delete slot.dataset.key;
}

/** Fills the slots in and near the window. */
async function fillNear() {
  await fill([...near]);
  paintFound();
}

/** Fills slots; what is there stays until its successor has come. */
async function fill(some) {
  const { pages } = shown.state;
  const wanted = some.filter((slot) => {
    const page = pages[Number(slot.dataset.page)];
    return page && slot.dataset.key !== page.key;
  });
  const unknown = wanted.map((slot) => Number(slot.dataset.page)).filter((page) => !markups.has(pages[page].key));
  if (unknown.length > 0) await fetchMarkup(unknown.slice(0, 60));
  for (const slot of wanted) {
    const page = shown.state.pages[Number(slot.dataset.page)];
    const markup = page && markups.get(page.key);
    if (markup === undefined || slot.dataset.key === page.key) continue;
    const sheet = slot.ownerDocument.createElement('div');
    // What Paged.js says of its pages it says of those that lie right in this: that a paragraph that goes on is not indented.
    sheet.className = 'pagedjs_pages';
    // In a small picture of a page nothing is reached by the keyboard.
    if (slot.hasAttribute('role')) sheet.inert = true;
    sheet.innerHTML = markup;
    slot.replaceChildren(sheet);
    slot.dataset.key = page.key;
  }
}

async function fetchMarkup(pages) {
  const { pages: found } = await (await fetch(`pages/${pages.join('.')}`)).json();
  for (const { key, markup } of found) markups.set(key, markup);
  for (const key of [...markups.keys()].slice(0, Math.max(0, markups.size - mostKept))) markups.delete(key);
}

/** Spread or single, zoom, what is drawn over the pages. */
function showManner() {
  const container = desk();
  if (!container || !shown.state?.pages) return;
  const names = ['desk', shown.isSpread ? 'spread' : 'single'];
  if (shown.hasGrid) names.push('grid');
  if (shown.hasArea) names.push('area');
  container.className = names.join(' ');
  container.style.setProperty('--zoom', String(zoomNow()));
}

const pixelsPerMm = 96 / 25.4;

function zoomNow() {
  if (shown.zoom > 0) return shown.zoom;
  const { width, height } = shown.state.trim;
  const across = (shown.isSpread ? 2 : 1) * width + 24;
  const { clientWidth, clientHeight } = frame;
  return Math.max(0.1, Math.min(clientWidth / (across * pixelsPerMm), clientHeight / ((height + 14) * pixelsPerMm)));
}
