/** A click in the e-book opens the line that the character was written in. Links are the engine's, and selected text stays. */
async function onEbookClick(view, { doc, index }, event) {
  if (event.target.closest('a[href]') || isOfSelection(event)) return;
  const { sections } = view.book;
  const [first, earlier] = partsBefore(sections, index);
  let characters = charactersBefore(doc.body, event);
  for (const part of earlier) characters += runningText((await part.createDocument()).body).text.length;
  const { source } = await ask('place', { file: first, characters });
  if (source) openSource(source);
  else say(t('made'));
}

/** A long chapter stands in several files, `c001.xhtml`, `c001-2.xhtml` …: its first, and all that come before one of them. */
function partsBefore(sections, index) {
  const first = sections[index].id.replace(/(\/c\d+)-\d+(\.xhtml)$/, '$1$2');
  const start = sections.findIndex(({ id }) => id === first);
  return [first, start < 0 ? [] : sections.slice(start, index)];
}

/** The files of a chapter, by its place among the chapters from 0. */
function filesOfChapter(sections, chapter) {
  return sections.filter(({ id }) => Number(/\/c(\d+)(?:-\d+)?\.xhtml$/.exec(id)?.[1]) === chapter + 1);
}

/** Goes to a heading of the contents; to the beginning of the file where it is the first. */
function readHeading(heading) {
  if (reading.view !== 'pages') inEbook((view) => goToHeading(view, heading));
}

async function goToHeading(view, { id, chapter }) {
  for (const section of filesOfChapter(view.book.sections, chapter)) {
    const inside = await section.createDocument();
    if (!inside.getElementById(id)) continue;
    const isFirst = inside.querySelector('h1, h2, h3, h4, h5, h6')?.id === id;
    return view.goTo(isFirst ? section.id : `${section.id}#${id}`);
  }
}

let following;

/** Goes to a page of print, and with the e-book to the text that the page begins with, once the reader stays there. */
function goToPage(page) {
  moveTo(page);
  clearTimeout(following);
  if (reading.view !== 'pages') following = setTimeout(() => readPage(page), reading.view === 'both' ? 200 : 0);
}

function readPage(page) {
  const label = shown.state.pages[page]?.label;
  const entry = ebookView?.book.pageList?.find((each) => each.label === label);
  if (entry) inEbook((view) => view.goTo(entry.href));
}
