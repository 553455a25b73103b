/** The keys, and what a click on the text does; made once, for what is chosen in it is there from the beginning. */
function makeHelp() {
  const dialog = document.getElementById('help');
  const keys = [
    ['← →', 'keyMove'],
    ['↑ ↓', 'keyScroll'],
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
  const editor = h('select', { id: 'editor', on: { change: () => choose('editor', editor.value) } });
  const close = h('button', { type: 'button', on: { click: () => dialog.close() } }, t('close'));
  dialog.setAttribute('aria-label', t('help'));
  dialog.replaceChildren(
    h('h2', {}, t('help')),
    h('dl', {}, keys.flatMap(([key, words]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(words))])),
    h('p', {}, h('label', { for: 'editor' }, t('editor')), ' ', editor),
    close,
  );
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== '?') return;
    event.preventDefault();
    // The page would open it again.
    event.stopPropagation();
    dialog.close();
  });
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
}

function openHelp() {
  const dialog = document.getElementById('help');
  dialog.showModal();
  dialog.querySelector('button').focus();
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
