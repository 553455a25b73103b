/** Data of the page, and its words in the reader's language. */
const page = JSON.parse(document.getElementById('data').textContent);
const allWords = JSON.parse(document.getElementById('words').textContent);

/** What the reader chose before, where the browser lets a page remember. */
function recall(name) {
  try {
    return localStorage.getItem(`banxin-review-${name}`);
  } catch {
    return null;
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(`banxin-review-${name}`, value);
  } catch {
    // A page opened from a file may not remember; it works all the same.
  }
}

let language = (recall('language') ?? navigator.language ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';

function setLanguage(next) {
  language = next;
  remember('language', next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** A word of the page; `{name}` in it is filled. An unknown key shows itself, so that a new rule can be read. */
function t(key, values = {}) {
  const text = allWords[language][key] ?? key.replace(/^[a-z]+\./, '');
  return text.replace(/\{(\w+)\}/g, (blank, name) => String(values[name] ?? blank));
}

function knows(key) {
  return allWords[language][key] !== undefined;
}

/** Message and hint of a note in the reader's language. */
function wordsOf(note) {
  return note[language];
}

function count(number) {
  return new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en').format(number);
}
