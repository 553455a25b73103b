/** A theme and a trim size to try: nothing is written, and the book's own are the first to choose. */
function makeLook() {
  const select = (name) =>
    h('select', { id: name, 'aria-label': t(name), title: t(name), on: { change: tryLook } });
  return [select('theme'), select('trim')];
}

function tryLook() {
  const chosen = Object.fromEntries(['theme', 'trim'].map((name) => [name, document.getElementById(name).value]));
  void ask('try', chosen);
}

function showLook() {
  const { themes = [], trims = [], tried = {}, theme, trim } = shown.state;
  const option = (value, text) => h('option', { value }, text);
  const fillIn = (name, own, options) => {
    const field = document.getElementById(name);
    field.replaceChildren(option('', tried[name] ? t('asInBook') : t(`${name}Own`, { name: own ?? '' })), ...options);
    field.value = tried[name] ?? '';
    field.classList.toggle('tried', tried[name] !== undefined);
  };
  fillIn('theme', theme, themes.map((name) => option(name, name)));
  fillIn('trim', trim?.label, trims.map(({ name, label }) => option(name, label)));
}

/** What a reader writes into book.yaml to keep what is tried. */
function triedNote() {
  const lines = Object.entries(shown.state.tried ?? {}).map(([name, value]) => `${name}: ${value}`);
  return lines.length > 0 ? t('tried', { lines: lines.join(' · ') }) : '';
}
