/** The table of chapters, and what is odd in them. */
const table = { column: 'oddness', descending: true };

const columns = [
  ['number', 'chapters.number'],
  ['title', 'chapters.title'],
  ['characters', 'chapters.characters'],
  ['paragraphs', 'chapters.paragraphs'],
  ['joins', 'chapters.joins'],
  ['doubts', 'chapters.doubts'],
  ['oddness', 'chapters.odd'],
];

function chaptersView() {
  return h(
    'main',
    { class: 'chapters', id: 'view' },
    h(
      'table',
      {},
      h('caption', {}, t('chapters.caption')),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          columns.map(([key, word]) => columnHead(key, t(word))),
        ),
      ),
      h('tbody', {}, sortedChapters().map(chapterRow)),
    ),
  );
}

function columnHead(key, word) {
  const sorted = table.column === key;
  const sort = () => {
    Object.assign(
      table,
      sorted
        ? { descending: !table.descending }
        : { column: key, descending: !['number', 'title'].includes(key) },
    );
    draw();
  };
  return h(
    'th',
    {
      scope: 'col',
      class: `of-${key}`,
      'aria-sort': sorted ? (table.descending ? 'descending' : 'ascending') : undefined,
    },
    button([word, sorted && h('span', { 'aria-hidden': 'true' }, table.descending ? ' ↓' : ' ↑')], sort, {
      class: 'quiet',
      title: t('chapters.sort', { column: word }),
    }),
  );
}

function sortedChapters() {
  const chapters = store.review.chapters.map((chapter, index) => ({ ...chapter, index, number: index }));
  const value = (chapter) => (table.column === 'title' ? (chapter.title ?? '') : chapter[table.column]);
  const order = table.descending ? -1 : 1;
  return chapters.sort((a, b) => {
    const [one, other] = [value(a), value(b)];
    const by = typeof one === 'string' ? one.localeCompare(other, store.review.language) : one - other;
    return by * order || a.index - b.index;
  });
}

function chapterRow(chapter) {
  const longest = Math.max(1, ...store.review.chapters.map(({ characters }) => characters));
  const bar = h('span', { class: 'bar' });
  bar.style.width = `${(100 * chapter.characters) / longest}%`;
  return h(
    'tr',
    {},
    h('td', { class: 'of-number' }, count(chapter.index + 1)),
    h(
      'td',
      { class: 'of-title' },
      button(chapter.title ?? t('chapters.untitled'), () => readAt(chapter.index), {
        class: chapter.title === undefined ? 'link untitled' : 'link',
        lang: store.review.language,
      }),
      h('small', {}, chapter.file),
    ),
    h('td', { class: 'of-characters' }, h('span', { class: 'bar-frame' }, bar), count(chapter.characters)),
    h('td', { class: 'of-paragraphs' }, count(chapter.paragraphs)),
    h('td', { class: 'of-joins' }, count(chapter.joins)),
    h(
      'td',
      { class: 'of-doubts' },
      chapter.doubts > 0 &&
        button(count(chapter.doubts), () => showDoubtsOf(chapter.index), { class: 'link' }),
    ),
    h(
      'td',
      { class: 'of-oddness' },
      chapter.odd.length > 0 &&
        h(
          'ul',
          {},
          chapter.odd.map((note) =>
            h('li', { class: note.severity, title: wordsOf(note)[1] }, wordsOf(note)[0]),
          ),
        ),
    ),
  );
}

function showDoubtsOf(index) {
  Object.assign(list, {
    state: 'open',
    rule: '',
    query: '',
    chapter: String(index),
    current: undefined,
    index: 0,
  });
  show('items');
}
