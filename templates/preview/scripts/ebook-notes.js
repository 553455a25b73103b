/** Notes come up over the page in a window of their own, as reading apps show them. */
function makeNotes(view, glass) {
  const { contentDocument: inside, contentWindow } = glass;
  const handler = new contentWindow.engine.FootnoteHandler();
  handler.detectFootnotes = false;
  const dialog = inside.querySelector('dialog');
  handler.addEventListener('before-render', ({ detail: { view: note } }) => {
    dialog.setAttribute('aria-label', t('note'));
    const close = h('button', { type: 'button', 'aria-label': t('close'), on: { click: () => dialog.close() } }, '×');
    dialog.replaceChildren(note, close);
    const { renderer } = note;
    renderer.setAttribute('flow', 'scrolled');
    renderer.setAttribute('margin', '12px');
    renderer.setAttribute('gap', '6%');
    renderer.setStyles(bookCss());
    note.style.height = '50px';
    note.addEventListener('link', (event) => {
      event.preventDefault();
      dialog.close();
      if (event.detail.a.getAttribute('role') !== 'doc-backlink') void view.goTo(event.detail.href);
    });
    note.addEventListener('external-link', (event) => event.preventDefault());
    dialog.addEventListener('close', () => closeNote(note, view), { once: true });
    dialog.onclick = ({ target }) => target === dialog && dialog.close();
    dialog.showModal();
  });
  handler.addEventListener('render', ({ detail: { view: note } }) => {
    const { doc } = note.renderer.getContents()[0];
    doc.addEventListener('keydown', (event) => event.key === 'Escape' && dialog.close());
    contentWindow.requestAnimationFrame(() => {
      const { height } = doc.body.getBoundingClientRect();
      note.style.height = `${Math.min(height + 24, contentWindow.innerHeight * 0.5)}px`;
      note.renderer.focusView();
    });
  });
  return handler;
}

function closeNote(note, view) {
  note.close();
  note.remove();
  if (view === ebookView) view.renderer.focusView();
}
