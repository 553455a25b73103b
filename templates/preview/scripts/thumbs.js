/** The pages as small pictures of themselves, in a frame of their own; filled as they come into sight. */
let thumbs;
const thumbCss = `
${sheetCss}
html { overflow: hidden auto; }
body { margin: 0 !important; background: transparent; }
.desk { display: grid; grid-template-columns: auto auto; justify-content: center; gap: calc(18mm * var(--zoom)) 0; padding: calc(12mm * var(--zoom)) 0; }
.slot { cursor: pointer; box-shadow: 0 0 1px rgb(0 0 0 / 60%); }
.slot.recto { grid-column: 2; }
.slot.verso { grid-column: 1; }
.slot[aria-current] { outline: 2px solid rgb(200 140 30); z-index: 1; }
.slot:focus-visible { outline: 2px solid rgb(30 120 200); }
`;

/** Shows the pages of the state, as far as the panel is open. */
async function showThumbs() {
  const panel = document.getElementById('thumbs');
  if (panel.hidden || !shown.state?.pages) return;
  if (!thumbs || thumbs.style !== style) await openThumbs(panel);
  if (!thumbs) return;
  const { document: inside, desk: container, slots: own } = thumbs;
  const { pages, trim } = shown.state;
  while (own.length > pages.length) own.pop().remove();
  while (own.length < pages.length) own.push(container.appendChild(inside.createElement('div')));
  for (const [index, { side, label }] of pages.entries()) {
    const slot = own[index];
    slot.className = `slot ${side}`;
    slot.style.cssText = `--width:${trim.width}mm;--height:${trim.height}mm`;
    slot.dataset.page = String(index);
    slot.tabIndex = 0;
    slot.setAttribute('role', 'button');
    slot.setAttribute('aria-label', `${t('page')} ${label}`);
    thumbs.watcher.unobserve(slot);
    thumbs.watcher.observe(slot);
  }
  container.style.setProperty('--zoom', String((panel.clientWidth - 40) / (2 * trim.width * pixelsPerMm)));
  showCurrentThumb(placeNow().index);
}

async function openThumbs(panel) {
  thumbs?.frame.remove();
  const next = h('iframe', { src: 'frame', sandbox: inert, title: t('thumbs') });
  panel.append(next);
  await new Promise((resolve) => next.addEventListener('load', resolve, { once: true }));
  const inside = next.contentDocument;
  inside.head.append(Object.assign(inside.createElement('style'), { textContent: thumbCss }));
  const container = Object.assign(inside.createElement('div'), { className: 'desk' });
  inside.body.replaceChildren(container);
  const watcher = new inside.defaultView.IntersectionObserver(onThumbSight, { root: inside, rootMargin: '50% 0px' });
  thumbs = { frame: next, document: inside, desk: container, slots: [], watcher, style };
  inside.addEventListener('click', ({ target }) => goToThumb(target));
  inside.addEventListener('keydown', onThumbKey);
}

function goToThumb(target) {
  const slot = target.closest('.slot');
  if (!slot) return;
  uncover();
  goToPage(Number(slot.dataset.page));
}

function onThumbKey(event) {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    goToThumb(event.target);
  } else onKey(event);
}

function onThumbSight(entries) {
  const seen = entries.filter(({ isIntersecting }) => isIntersecting).map(({ target }) => target);
  for (const { target, isIntersecting } of entries) if (!isIntersecting) empty(target);
  void fill(seen);
}

/** Only what changes is marked, and brought into sight. */
function showCurrentThumb(index) {
  const slot = thumbs?.slots[index];
  if (!slot || slot.hasAttribute('aria-current')) return;
  for (const old of thumbs.desk.querySelectorAll('[aria-current]')) old.removeAttribute('aria-current');
  slot.setAttribute('aria-current', 'page');
  const { top, bottom } = slot.getBoundingClientRect();
  const view = thumbs.document.defaultView;
  if (top < 0 || bottom > view.innerHeight) view.scrollTo(0, view.scrollY + top - view.innerHeight / 3);
}
