/** What is no running text: see scripts/model/page-start.ts, which counts the same. */
const notRunning = '[role=doc-noteref], [role=doc-backlink], .note-mark, .page-number, rt, rp, [data-repeated]';
const objects = /^(?:hr|img|math|svg)$/i;

async function onClick(event) {
  const link = event.target.closest('a[href]');
  const href = link?.getAttribute('href') ?? '';
  if (link) event.preventDefault();
  if (href.startsWith('#')) {
    const { page } = await ask('target', { id: decodeURIComponent(href.slice(1)) });
    if (page !== null) return moveTo(page);
  }
  const slot = event.target.closest('.slot');
  if (slot && isOnBadge(slot, event)) return openFindingsOf(Number(slot.dataset.page));
  if (!slot || isOfSelection(event)) return;
  const note = event.target.closest('.footnote[id]');
  const content = note ?? slot.querySelector('.pagedjs_page_content');
  // Paper, folio and running head were written nowhere.
  if (content && !content.contains(event.target)) return;
  const characters = content ? charactersBefore(content, event) : 0;
  const place = { page: Number(slot.dataset.page), characters, ...(note && { note: note.id }) };
  const { source } = await ask('place', place);
  if (source) openSource(source);
  else say(t('made'));
}

let hadSelection = false;

/** What is selected when a button of the mouse goes down is selected no more when it comes up. */
function noteSelection({ view }) {
  hadSelection = view.getSelection()?.isCollapsed === false;
}

/** Whether a click selects text, or ends a selection: it asks for no line then. */
function isOfSelection({ view, detail }) {
  return hadSelection || detail > 1 || view.getSelection()?.isCollapsed === false;
}

/** The number of findings is drawn by the style sheet: nothing but its place tells that it was meant. */
function isOnBadge(slot, { clientX, clientY }) {
  if (!slot.dataset.notes) return false;
  const { left, right, top } = slot.getBoundingClientRect();
  const room = 30;
  const fromEdge = slot.classList.contains('verso') ? clientX - left : right - clientX;
  return fromEdge < room && clientY - top < room;
}

/** How much running text of the content, of a page or of a document of the e-book, stands before the place of a click. */
function charactersBefore(content, { clientX, clientY, target }) {
  const inside = content.ownerDocument;
  const caret = inside.caretPositionFromPoint?.(clientX, clientY);
  const range = caret ? undefined : inside.caretRangeFromPoint?.(clientX, clientY);
  const node = caret?.offsetNode ?? range?.startContainer ?? target;
  const offset = caret?.offset ?? range?.startOffset ?? 0;
  let count = 0;
  const walk = (current) => {
    if (current === node) {
      // Beside the end of a text its last character is meant, not the first of the next.
      const last = Math.min(offset, Math.max(0, (current.data ?? '').trimEnd().length - 1));
      if (current.nodeType === Node.TEXT_NODE) count += runningOf(current.data.slice(0, last)).length;
      return true;
    }
    if (current.nodeType === Node.TEXT_NODE) count += runningOf(current.data).length;
    else if (current.nodeType === Node.ELEMENT_NODE) {
      if (objects.test(current.tagName)) count += 1;
      else if (!current.matches(notRunning)) return [...current.childNodes].some(walk);
      else return current.contains(node);
    }
    return false;
  };
  walk(content);
  return count;
}

function runningOf(text) {
  return text.replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '');
}

/** Opens the editor at a line, or copies the place, as the reader chose. */
async function openSource({ path, shown: name, line, column }) {
  const place = `${name}:${line}`;
  if (shown.editor === 'copy') {
    await navigator.clipboard.writeText(`${path}:${line}:${column}`).catch(() => undefined);
    say(t('copied', { place }));
    return;
  }
  say(t('opened', { place }));
  const { address } = shown.state.editors.find((editor) => editor.name === shown.editor);
  const encoded = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const values = { path: encoded.startsWith('/') ? encoded : `/${encoded}`, line, column };
  h('a', { href: address.replace(/\{(path|line|column)\}/g, (_, key) => values[key]) }).click();
}
