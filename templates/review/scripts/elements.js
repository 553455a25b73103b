/**
 * An element. Text goes in as text, never as markup: a manuscript is not trusted.
 * `props`: `class`, `on` (listeners), `data`, or any attribute; `false` leaves an attribute out.
 */
function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {}))
    if (value !== undefined && value !== false && value !== null) setProperty(element, name, value);
  element.append(...children.flat(3).filter(isShown));
  return element;
}

/** What is set on an element and not as an attribute of it. */
const ownProperties = new Set(['value', 'checked', 'disabled']);

function setProperty(element, name, value) {
  if (name === 'on')
    for (const [event, listen] of Object.entries(value)) element.addEventListener(event, listen);
  else if (name === 'data') Object.assign(element.dataset, value);
  else if (ownProperties.has(name)) element[name] = value;
  else element.setAttribute(name, value === true ? '' : value);
}

function isShown(child) {
  return child !== undefined && child !== null && child !== false;
}

function button(label, onClick, props = {}) {
  return h('button', { type: 'button', ...props, on: { click: onClick } }, label);
}

function kbd(key) {
  return h('kbd', { 'aria-hidden': 'true' }, key);
}

/** An element of manuscript text. */
function manuscript(tag, props, ...children) {
  return h(tag, { lang: store.review.language, ...props }, ...children);
}

const lineEnds = /\r\n|[\n\r\f\v\u2028\u2029]/;

/**
 * Raw text with its line ends and spaces shown: a line after its line ends, blank lines not by
 * themselves. The marks are drawn by the style sheet, so that copied text is the text. `flat` keeps
 * all in one line.
 */
function rawNodes(text, flat = false) {
  return text
    .split(/((?:\r\n|[\n\r\f\v\u2028\u2029])(?:\s*[\n\r\f\v\u2028\u2029])*|[ \t\u00a0\u3000])/)
    .map((part) => {
      if (part === '') return '';
      if (lineEnds.test(part)) {
        const ends = part.split(lineEnds).length - 1;
        return [h('span', { class: ends > 1 ? 'line-end twice' : 'line-end' }), flat ? '' : '\n'];
      }
      if (/^[ \t\u00a0]$/.test(part)) return h('span', { class: 'space' }, part);
      return part === '\u3000' ? h('span', { class: 'space wide' }, part) : part;
    });
}

/** Characters that cannot be seen, by a name; the rest as they are. */
function shownCharacters(text) {
  if (text === '') return h('span', { class: 'unseen' }, t('item.nothing'));
  if (/^[ \t\u00a0\u3000]+$/.test(text)) return h('span', { class: 'unseen' }, spaceName(text));
  if (/^[\p{Co}\p{Cc}\ufffd\ufeff]$/u.test(text))
    return h(
      'span',
      { class: 'unseen' },
      `U+${text.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
    );
  return manuscript('span', {}, rawNodes(text, true));
}

/** A space by its width and number. */
function spaceName(text) {
  return `${t(text.includes('\u3000') ? 'item.space-wide' : 'item.space')}${text.length > 1 ? ` ×${text.length}` : ''}`;
}

/** Words in which `…` sets code. */
function withCode(text) {
  return text.split(/`([^`]*)`/).map((part, i) => (i % 2 === 1 ? h('code', {}, part) : part));
}

/** Says something to those who do not look: the result of what was done. */
function announce(text) {
  const region = document.getElementById('announcements');
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
