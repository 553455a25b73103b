/** The running text of a document of the EPUB, counted as in scripts/model/page-start.ts, and where its pieces stand. */
function runningText(root) {
  const pieces = [];
  let text = '';
  const add = (node, more) => {
    if (more === '') return;
    pieces.push({ node, at: text.length });
    text += more;
  };
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) add(node, runningOf(node.data));
    else if (node.nodeType !== Node.ELEMENT_NODE) return;
    else if (objects.test(node.tagName)) add(node, '\ufffc');
    else if (!node.matches(notRunning)) node.childNodes.forEach(walk);
  };
  walk(root);
  return { text, pieces };
}

/** How much of the running text stands before the start of a range. */
function charactersTo({ pieces }, { startContainer: node, startOffset }) {
  if (node.nodeType !== Node.TEXT_NODE) {
    const from = node.childNodes[startOffset] ?? node;
    const isAfter = (piece) =>
      from.contains(piece.node) || from.compareDocumentPosition(piece.node) & Node.DOCUMENT_POSITION_FOLLOWING;
    return pieces.find(isAfter)?.at ?? 0;
  }
  const piece = pieces.find((each) => each.node === node);
  return piece ? piece.at + runningOf(node.data.slice(0, startOffset)).length : 0;
}

/** The range at the character that has so much running text before it. */
function rangeAt({ pieces }, at, inside) {
  const range = inside.createRange();
  const piece = pieces.findLast((each) => each.at <= at);
  if (!piece) return 0;
  if (piece.node.nodeType !== Node.TEXT_NODE) {
    range.selectNode(piece.node);
    return range;
  }
  let [count, index] = [0, 0];
  for (const character of piece.node.data) {
    const own = runningOf(character).length;
    if (own > 0 && piece.at + count >= at) break;
    count += own;
    index += character.length;
  }
  range.setStart(piece.node, Math.min(index, piece.node.length));
  range.collapse(true);
  return range;
}

/** So much text is enough to know a place again. */
const known = 16;

/** What a document is known by when files before it come and go. */
const naming = 'section[id], :is(h1, h2, h3, h4, h5, h6)[id]';

/** Where one reads: the document, how far in it, and the words there. */
function readingPlace({ book }, { index, range }) {
  const inside = range.startContainer.ownerDocument;
  const running = runningText(inside.body);
  const at = charactersTo(running, range);
  const id = inside.body.querySelector(naming)?.id;
  return { index, file: book.sections[index].id, id, at, text: running.text.slice(at, at + known) };
}

/** The same place in an e-book that was made anew, as the engine goes to it: the words nearest to where they were. */
async function samePlace({ sections }, { index: before, file, id, at, text: words }) {
  const index = await sectionOf(sections, file, id);
  if (index < 0) return { index: Math.min(before, sections.length - 1), anchor: () => 0 };
  const anchor = (inside) => {
    const running = runningText(inside.body);
    return rangeAt(running, nearestTo(running.text, words, at), inside);
  };
  return { index, anchor };
}

async function sectionOf(sections, file, id) {
  const same = sections.findIndex((section) => section.id === file);
  if (id === undefined || (same >= 0 && (await holdsId(sections[same], id)))) return same;
  for (const [index, section] of sections.entries()) if (await holdsId(section, id)) return index;
  return same;
}

async function holdsId(section, id) {
  return (await section.createDocument()).getElementById(id) !== null;
}

function nearestTo(text, words, at) {
  const candidates = [text.indexOf(words, at), text.lastIndexOf(words, at)].filter((place) => place >= 0);
  const [first, second = first] = candidates;
  if (words === '' || first === undefined) return Math.min(at, Math.max(0, text.length - 1));
  return Math.abs(first - at) <= Math.abs(second - at) ? first : second;
}
