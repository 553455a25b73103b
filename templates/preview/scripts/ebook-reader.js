/** The frame in which the engine works: it may run scripts, its own alone; the book's documents in it may run none. */
let glass;
/** The e-book that is read, a `foliate-view`. */
let ebookView;
/** Key of its EPUB, by which an equal one is known. */
let ebookKey;
/** Where one reads; it moves with the reader, not with what is done to the book. */
let readPlace;

/** Documents of a book bring this policy of their own with them, beside that of the frame. */
const bookPolicy =
  "default-src 'none'; script-src 'none'; style-src 'unsafe-inline' blob:; img-src blob: data:; font-src blob: data:";

async function openGlass() {
  if (glass) return glass;
  const next = h('iframe', { src: 'ebook/frame', sandbox: 'allow-scripts allow-same-origin', title: t('ebook') });
  const loaded = new Promise((resolve) => next.addEventListener('load', resolve, { once: true }));
  document.getElementById('screen').replaceChildren(next);
  await loaded;
  const inside = next.contentDocument;
  inside.documentElement.lang = document.documentElement.lang;
  const note = inside.querySelector('dialog');
  inside.addEventListener('keydown', (event) => !note.open && onKey(event));
  glass = next;
  showDevice();
  return next;
}

/** Puts the policy into each document of the book as it is taken from the EPUB. */
function guard({ detail }) {
  const { type } = detail;
  if (type === 'application/xhtml+xml' || type === 'text/html')
    detail.data = Promise.resolve(detail.data).then((markup) => guarded(markup, type));
}

/** No policy keeps a document from leading itself away, so it may give no orders to the browser (`http-equiv`) but ours. */
function guarded(markup, type) {
  const parsed = new glass.contentWindow.DOMParser().parseFromString(markup, type);
  for (const order of parsed.querySelectorAll('meta[http-equiv]')) order.remove();
  const meta = parsed.createElement('meta');
  meta.setAttribute('http-equiv', 'Content-Security-Policy');
  meta.setAttribute('content', bookPolicy);
  parsed.head.prepend(meta);
  if (type === 'text/html') return `<!doctype html>${parsed.documentElement.outerHTML}`;
  return new XMLSerializer().serializeToString(parsed);
}

/** Opens an EPUB where one read in the one before; that one goes when the new one stands. */
async function openEbook(epub) {
  const { contentWindow, contentDocument } = await openGlass();
  const book = await contentWindow.engine.makeBook(new File([epub], 'book.epub'));
  book.transformTarget.addEventListener('data', guard);
  const next = contentDocument.createElement('foliate-view');
  next.className = 'coming';
  contentDocument.body.append(next);
  try {
    await next.open(book);
    dressView(next);
    listenTo(next);
    await next.renderer.goTo(readPlace ? await samePlace(book, readPlace) : placeOfPage(book));
  } catch (error) {
    next.remove();
    throw error;
  }
  takeView(next);
}

function takeView(next) {
  const old = ebookView;
  const hadFocus = document.activeElement === glass && old !== undefined;
  glass.contentDocument.querySelector('dialog').close();
  ebookView = next;
  next.classList.remove('coming');
  old?.close();
  old?.book.destroy();
  old?.remove();
  if (hadFocus) next.renderer.focusView();
  showReading();
}

/** The place in the book of the page that is looked at; its cover for the first, and where the list of pages does not know the page. */
function placeOfPage(book) {
  const { index } = placeNow();
  const entry = index > 0 && book.pageList?.find(({ label }) => label === shown.state.pages[index]?.label);
  return (entry && book.resolveHref(entry.href)) || { index: 0 };
}

function listenTo(view) {
  const notes = makeNotes(view, glass);
  view.addEventListener('load', ({ detail }) => {
    const { doc, index } = detail;
    setColumns(view, index);
    doc.addEventListener('wheel', onEbookWheel, { passive: true });
    doc.addEventListener('mousedown', noteSelection);
    doc.addEventListener('click', (event) => onEbookClick(view, detail, event));
    doc.addEventListener('keydown', onKey);
  });
  view.addEventListener('link', (event) => notes.handle(view.book, event));
  view.addEventListener('external-link', (event) => {
    event.preventDefault();
    say(event.detail.href);
  });
  view.renderer.addEventListener('relocate', ({ detail }) => {
    // What resizing and restyling do is no wish of the reader's.
    const isWish = detail.reason !== 'anchor' && view === ebookView;
    if (isWish && detail.range) readPlace = readingPlace(view, detail);
    showReading();
  });
}

let wheeled = 0;

/** A turn of the wheel turns one page, however long it runs on. */
function onEbookWheel({ deltaX, deltaY, ctrlKey, timeStamp }) {
  const delta = Math.abs(deltaY) > Math.abs(deltaX) ? deltaY : deltaX;
  if (ctrlKey || Math.abs(delta) < 8 || timeStamp - wheeled < 350) return;
  wheeled = timeStamp;
  turnEbook(Math.sign(delta));
}

/** Moves in the e-book. One that is replaced while it moves cannot end what it began, and nobody misses it. */
function inEbook(move) {
  const view = ebookView;
  if (!view) return;
  Promise.resolve(move(view)).catch((error) => {
    if (view === ebookView) throw error;
  });
}

function turnEbook(step) {
  inEbook((view) => (step < 0 ? view.prev() : view.next()));
}

const ebookActions = {
  ArrowLeft: () => inEbook((view) => view.goLeft()),
  ArrowRight: () => inEbook((view) => view.goRight()),
  PageUp: () => turnEbook(-1),
  PageDown: () => turnEbook(1),
  Home: () => inEbook((view) => view.renderer.firstSection()),
  End: () => inEbook((view) => view.goToFraction(1)),
  '-': () => sizeBy(-1),
  '+': () => sizeBy(1),
  '=': () => sizeBy(1),
  0: () => sizeTo(textSizes[0]),
};

/** What a key does in the e-book, when it is the one that is read. */
function ebookAction(key) {
  const isRead = document.getElementById('ebook').contains(document.activeElement);
  return reading.view === 'ebook' || (reading.view === 'both' && isRead) ? ebookActions[key] : undefined;
}
