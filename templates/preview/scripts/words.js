const allWords = JSON.parse(document.getElementById('words').textContent);

/** What the reader chose before. */
function recall(name) {
  return localStorage.getItem(`banxin-preview-${name}`);
}

function remember(name, value) {
  localStorage.setItem(`banxin-preview-${name}`, value);
}

const language = (navigator.language ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

/** A word of the page; `{name}` in it is filled. */
function t(key, values = {}) {
  return allWords[language][key].replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}

/** An element. Text goes in as text, never as markup. */
function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name === 'on') for (const [event, listen] of Object.entries(value)) element.addEventListener(event, listen);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}

/** What the server said last, and how the pages are shown. */
const shown = {
  state: undefined,
  isSpread: recall('spread') !== 'no',
  /** 0 is as large as the window allows. */
  zoom: Number(recall('zoom') ?? 0),
  hasGrid: recall('grid') === 'yes',
  hasArea: recall('area') === 'yes',
  editor: recall('editor') ?? 'vscode',
};

const status = document.getElementById('status');

/** What is to be said as long as the state is what it is. */
let standing = { text: '', isFault: false };
let passing;

/** In milliseconds; longer than it takes to read a line. */
const passes = 5000;

/** Says something for a while; what stands comes back after it. */
function say(text, isFault = false) {
  write(text, isFault);
  clearTimeout(passing);
  passing = setTimeout(() => write(standing.text, standing.isFault), passes);
}

/** Says something until something else stands in its place. */
function sayStanding(text, isFault = false) {
  clearTimeout(passing);
  standing = { text, isFault };
  write(text, isFault);
}

function write(text, isFault) {
  status.textContent = text;
  // The line may be too short for it.
  status.title = text;
  status.classList.toggle('fault', isFault);
}

async function ask(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}
